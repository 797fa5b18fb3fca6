import { type CheckReport, createCheckReport, digestJson } from '@dossierkit/core';
import type { RegistryFinding } from '../findings.js';
import { plain } from '../internal/plain-text.js';
import type { CompanyFacts, Evidence } from '../registers/evidence.js';
import type { CompanyId } from '../registers/question.js';
import { RULES_VERSION } from '../version.js';
import { type Asked, allEvidenceOf, askedOf, isFinalNo, type Reply, silenceOf } from './ask.js';
import { type CompanyClaim, type PersonClaim, personOf } from './claims.js';
import {
  claimFindings,
  contradictions,
  establishmentFindings,
  existenceFindings,
  knownCompanies,
  stateFindings,
} from './company-facts.js';
import type { VerifyOptions } from './options.js';
import { readCompanyIds } from './read-company-ids.js';
import { resolveSigner, type Standing } from './resolve-signer.js';
import { standingFindings } from './standing-findings.js';
import { askAboutAll } from './verify-company.js';

/** Who wants to sign for which company. */
export interface RepresentativeClaim {
  readonly company: CompanyClaim;
  readonly person: PersonClaim;
  /** The role that the person claims, in the words of the register. */
  readonly role?: string;
  /** Who signs beside the person, where several must. */
  readonly cosigners?: readonly PersonClaim[];
}

/** Options of {@link verifyRepresentative}. */
export interface RepresentativeOptions extends VerifyOptions {
  /** How many companies in a row may act for each other before a person must look. @default 3 */
  readonly maxChainLength?: number;
}

/** What was learned about a person's right to sign. */
export interface RepresentativeVerification {
  readonly company?: CompanyFacts;
  /** The role in the register, and the companies through which the person acts. */
  readonly role?: string;
  readonly through: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly asked: readonly Asked[];
}

/**
 * May this person sign for this company, as far as registers tell?
 *
 * Looks for the person among those in office: by family name, given name and month of birth, directly or through companies
 * that hold the office. Who resigned is not in office; a company that ceased cannot sign; people of the same name whom the
 * birth does not tell apart are for a person to look at. A power of attorney stands in no register and is not considered.
 *
 * @returns a report; `accept` only where the company is active, the person is surely the one in office, and the office
 *   lets them sign (alone, or together with the `cosigners`)
 */
export async function verifyRepresentative(
  claim: RepresentativeClaim,
  options: RepresentativeOptions,
): Promise<CheckReport<RepresentativeVerification, RegistryFinding>> {
  const { at, maxChainLength = 3 } = options;
  const read = readCompanyIds(claim.company);
  const subject = digestJson({ question: 'representative', claim: JSON.parse(JSON.stringify(claim)) });
  const frame = { check: 'registry-verify', version: RULES_VERSION, subject, at };
  if (read.findings.length > 0) {
    return createCheckReport({
      ...frame,
      findings: [...read.findings],
      value: { through: [], evidence: [], asked: [] },
    });
  }
  const search = { ...options, maxChainLength };
  const standing = await resolveSigner(read.ids, personOf(claim.person), search);
  const cosigners = await cosignersOf(claim, standing, read.ids, search);
  const replies = [...standing.replies, ...cosigners.flatMap((each) => each.replies)];
  const about = await repliesAboutCompany(read.ids, claim.company, standing, options);
  const known = knownCompanies(about);
  const company = known[0]?.facts;
  const companyReplies = about.filter(({ question }) => question.kind === 'company');
  const findings = [
    ...(companyReplies.length > 0
      ? silenceOf(companyReplies, 'company', known.length > 0 || about.some(isFinalNo))
      : []),
    ...existenceFindings(about),
    ...stateFindings(known),
    ...establishmentFindings(claim.company, known),
    ...claimFindings(claim.company, known),
    ...contradictions(known),
    ...standingFindings(standing, cosigners),
    ...roleFindings(claim.role, standing),
  ];
  const all = unique([...about, ...replies]);
  const value = {
    ...(company ? { company } : {}),
    ...(standing.office ? { role: standing.office.role } : {}),
    through: standing.through,
    evidence: allEvidenceOf(all),
    asked: askedOf(all),
  };
  return createCheckReport({ ...frame, findings, value });
}

/** Cosigners are looked for only where several must sign. */
async function cosignersOf(
  claim: RepresentativeClaim,
  standing: Standing,
  ids: readonly CompanyId[],
  search: VerifyOptions & { readonly maxChainLength: number },
): Promise<Standing[]> {
  if (standing.office?.power !== 'joint') return [];
  const names = new Set([JSON.stringify(claim.person)]);
  const found: Standing[] = [];
  for (const cosigner of claim.cosigners ?? []) {
    // The same person twice is one signature.
    if (names.has(JSON.stringify(cosigner))) continue;
    names.add(JSON.stringify(cosigner));
    found.push(await resolveSigner(ids, personOf(cosigner), search));
  }
  return found;
}

/** The answers about the officers often say what the company is; only where they do not, registers are asked again. */
async function repliesAboutCompany(
  ids: readonly CompanyId[],
  claim: CompanyClaim,
  standing: Standing,
  options: VerifyOptions,
): Promise<Reply[]> {
  const own = standing.replies.filter(
    ({ question }) => question.kind === 'representatives' && isAbout(question.id, ids),
  );
  const known = knownCompanies(own);
  const isEnough =
    known.some(({ facts }) => facts.state !== 'unknown') &&
    (claim.name === undefined || known.some(({ facts }) => facts.name));
  if (isEnough || own.some(({ answer }) => answer.outcome === 'not-found')) return own;
  const askedAlready = new Set(own.map(({ register }) => register.id));
  const registers = options.registers.filter(({ id }) => !askedAlready.has(id) || known.length === 0);
  return [...own, ...(await askAboutAll(ids, claim, { ...options, registers }))];
}

const isAbout = (id: CompanyId, ids: readonly CompanyId[]): boolean =>
  ids.some((own) => own.scheme === id.scheme && own.value === id.value);

function roleFindings(role: string | undefined, { office, register }: Standing): RegistryFinding[] {
  if (role === undefined || !office || register === undefined) return [];
  const agrees = plain(office.role).includes(plain(role)) || plain(role).includes(plain(office.role));
  const params = { register, role: office.role };
  const code = 'registry-verify/role-agrees';
  return [
    agrees
      ? { code, outcome: 'passed', severity: 'info', params }
      : { code, outcome: 'failed', severity: 'warning', params },
  ];
}

/** Each register's answer to each question once. */
function unique(replies: readonly Reply[]): Reply[] {
  const seen = new Set<string>();
  return replies.filter(({ register, question }) => {
    const key = `${register.id} ${JSON.stringify(question)}`;
    return !seen.has(key) && seen.add(key);
  });
}
