import { type CheckReport, createCheckReport, digestJson } from '@dossierkit/core';
import type { RegistryFinding } from '../findings.js';
import { sirenOf } from '../registers/company-ids.js';
import type { CompanyFacts, Evidence } from '../registers/evidence.js';
import type { CompanyId } from '../registers/question.js';
import { RULES_VERSION } from '../version.js';
import {
  type Asked,
  allEvidenceOf,
  askedOf,
  askInTurn,
  isFinalNo,
  questionAbout,
  type Reply,
  silenceOf,
} from './ask.js';
import type { CompanyClaim } from './claims.js';
import {
  claimFindings,
  contradictions,
  establishmentFindings,
  existenceFindings,
  knownCompanies,
  saysEnough,
  stateFindings,
} from './company-facts.js';
import type { VerifyOptions } from './options.js';
import { readCompanyIds } from './read-company-ids.js';

/** What was learned about a company. */
export interface CompanyVerification {
  /** The company by the register whose word counts most; absent where none found it. */
  readonly company?: CompanyFacts;
  /** Everything that registers answered. */
  readonly evidence: readonly Evidence[];
  /** Who was asked, in this order, also those that gave no answer. */
  readonly asked: readonly Asked[];
}

/**
 * Does this company exist, is it active, and are its name and address the ones that were given?
 *
 * The cheapest register that knows its kind of number is asked first, the next one where that does not answer or does not
 * say enough. Numbers of different registers (SIREN and LEI) are both asked, and contradictions named. A number with a
 * typing error is refused without asking anybody. A register that is down never makes a company invalid.
 *
 * @param claim at least one number; name and address are compared where given
 * @returns a report with the findings `identifier-invalid`, `identifiers-disagree`, `company-registered`, `company-active`, `establishment-open`,
 *   `name-agrees`, `address-agrees`, `registers-disagree`, `register-not-answering`, `no-register`. Rejects never.
 */
export async function verifyCompany(
  claim: CompanyClaim,
  options: VerifyOptions,
): Promise<CheckReport<CompanyVerification, RegistryFinding>> {
  const { at } = options;
  const read = readCompanyIds(claim);
  const replies = read.findings.length > 0 ? [] : await askAboutAll(read.ids, claim, options);
  const known = knownCompanies(replies);
  const findings: RegistryFinding[] =
    read.findings.length > 0
      ? [...read.findings]
      : [
          ...silenceOf(replies, 'company', known.length > 0 || replies.some(isFinalNo)),
          ...existenceFindings(replies),
          ...stateFindings(known),
          ...establishmentFindings(claim, known),
          ...claimFindings(claim, known),
          ...contradictions(known),
        ];
  const company = known[0]?.facts;
  return createCheckReport({
    check: 'registry-verify',
    version: RULES_VERSION,
    subject: digestJson({ question: 'company', claim: { ...claim } }),
    at,
    findings,
    value: { ...(company ? { company } : {}), evidence: allEvidenceOf(replies), asked: askedOf(replies) },
  });
}

/** Asks about the numbers of each family on its own: all that lead to one SIREN are one family, every other scheme another. */
export async function askAboutAll(
  ids: readonly CompanyId[],
  claim: CompanyClaim,
  { registers, signal }: VerifyOptions,
): Promise<Reply[]> {
  const families = Object.values(
    Object.groupBy(ids, (id) => (sirenOf(id) === undefined ? id.scheme : 'siren')),
  );
  const replies: Reply[] = [];
  for (const family of families) {
    replies.push(
      ...(await askInTurn(questionAbout('company', family), registers, saysEnough(claim), signal)),
    );
  }
  return replies;
}
