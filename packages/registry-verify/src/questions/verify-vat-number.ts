import { type CheckReport, createCheckReport, digestJson } from '@dossierkit/core';
import type { RegistryFinding } from '../findings.js';
import { parseVatNumber, type VatNumber } from '../identifiers/vat.js';
import type { Evidence, VatFacts } from '../registers/evidence.js';
import type { Question } from '../registers/question.js';
import { RULES_VERSION } from '../version.js';
import { type Asked, allEvidenceOf, askedOf, askInTurn, evidenceOf, isFinalNo, silenceOf } from './ask.js';
import { agreement } from './company-facts.js';
import { sameCompanyName } from './compare-names.js';
import type { VerifyOptions } from './options.js';
import { invalid } from './read-company-ids.js';

/** What somebody says about a VAT number. */
export interface VatClaim {
  /** With its country prefix. */
  readonly vat: string;
  readonly name?: string;
  /** The number of who asks: VIES then proves the question with a consultation number. */
  readonly requester?: string;
}

/** What was learned about a VAT number. */
export interface VatVerification {
  readonly vat?: VatFacts;
  readonly evidence: readonly Evidence[];
  readonly asked: readonly Asked[];
}

/**
 * Is this VAT number valid for trade within the European Union today, and whose is it?
 *
 * VIES asks the state's own database, which is often not reachable: the report is then for review, never a refusal.
 *
 * @returns a report with `identifier-invalid`, `vat-valid`, `name-agrees`, `register-not-answering`, `no-register`
 */
export async function verifyVatNumber(
  claim: VatClaim,
  { registers, at, signal }: VerifyOptions,
): Promise<CheckReport<VatVerification, RegistryFinding>> {
  const frame = {
    check: 'registry-verify',
    version: RULES_VERSION,
    subject: digestJson({ question: 'vat', claim: { ...claim } }),
    at,
  };
  const number = parseVatNumber(claim.vat);
  const requester = claim.requester === undefined ? undefined : parseVatNumber(claim.requester);
  const wrong = number.ok ? (requester && !requester.ok ? requester.error : undefined) : number.error;
  if (!number.ok || wrong) {
    const findings: RegistryFinding[] = wrong ? [invalid('vat', wrong)] : [];
    return createCheckReport({ ...frame, findings, value: { evidence: [], asked: [] } });
  }
  const question = questionOf(number.value, requester?.ok ? requester.value : undefined);
  const takes = (register: VerifyOptions['registers'][number]): Question | undefined =>
    register.accepts(question) ? question : undefined;
  const isEnough = ({ vat }: Evidence): boolean =>
    vat !== undefined && (claim.name === undefined || vat.name !== undefined);
  const replies = await askInTurn(takes, registers, isEnough, signal);
  const known = evidenceOf(replies).find(({ vat }) => vat !== undefined);
  const no = replies.find(isFinalNo);
  const findings = silenceOf(replies, 'vat', known !== undefined || no !== undefined);
  if (known?.vat) findings.push(...vatFindings(known.register, known.vat, claim.name));
  else if (no)
    findings.push(...vatFindings(no.register.id, { vat: number.value.vat, valid: false }, undefined));
  else if (replies.length > 0) findings.push(unanswered(replies[0]?.register.id ?? ''));
  const value = {
    ...(known?.vat ? { vat: known.vat } : {}),
    evidence: allEvidenceOf(replies),
    asked: askedOf(replies),
  };
  return createCheckReport({ ...frame, findings, value });
}

function questionOf({ country, number }: VatNumber, requester: VatNumber | undefined): Question {
  const asker = requester && { requester: { country: requester.country, number: requester.number } };
  return { kind: 'vat', country, number, ...asker };
}

function vatFindings(
  register: string,
  { valid, name }: VatFacts,
  claimed: string | undefined,
): RegistryFinding[] {
  const finding = { code: 'registry-verify/vat-valid', params: { register } } as const;
  if (!valid) return [{ ...finding, outcome: 'failed', severity: 'critical' }];
  const agrees = claimed === undefined || name === undefined ? undefined : sameCompanyName(claimed, name);
  return [
    { ...finding, outcome: 'passed', severity: 'info' },
    ...(claimed === undefined ? [] : [agreement('registry-verify/name-agrees', register, agrees)]),
  ];
}

const unanswered = (register: string): RegistryFinding => ({
  code: 'registry-verify/vat-valid',
  outcome: 'inconclusive',
  severity: 'warning',
  params: { register },
});
