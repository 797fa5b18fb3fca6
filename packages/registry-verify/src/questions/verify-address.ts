import { type CheckReport, createCheckReport, digestJson } from '@dossierkit/core';
import type { RegistryFinding } from '../findings.js';
import type { AddressCandidate, Evidence } from '../registers/evidence.js';
import type { Question } from '../registers/question.js';
import { RULES_VERSION } from '../version.js';
import { type Asked, allEvidenceOf, askedOf, askInTurn, evidenceOf, isFinalNo, silenceOf } from './ask.js';
import type { VerifyOptions } from './options.js';

/** The address that somebody says exists. */
export interface AddressClaim {
  /** In one line: house number, street, postcode, town. */
  readonly text: string;
  readonly postcode?: string;
}

/** What was learned about an address. */
export interface AddressVerification {
  /** The place that was found, as the register writes it. */
  readonly address?: AddressCandidate;
  readonly evidence: readonly Evidence[];
  readonly asked: readonly Asked[];
}

/** Options of {@link verifyAddress}. */
export interface AddressOptions extends VerifyOptions {
  /** Below this likeness (0–1, as the register rates it) a place does not count as found. @default 0.7 */
  readonly minScore?: number;
}

/**
 * Does this address exist? A house that the register does not know, in a street that it does, is for a person to look at:
 * new houses are entered late.
 *
 * @returns a report with `address-known`, `register-not-answering`, `no-register`; never `reject`
 */
export async function verifyAddress(
  claim: AddressClaim,
  { registers, at, signal, minScore = 0.7 }: AddressOptions,
): Promise<CheckReport<AddressVerification, RegistryFinding>> {
  const question: Question = { kind: 'address', ...claim };
  const replies = await askInTurn(
    (register) => (register.accepts(question) ? question : undefined),
    registers,
    ({ addresses }) => addresses !== undefined,
    signal,
  );
  const known = evidenceOf(replies).find(({ addresses }) => addresses !== undefined);
  const best = known?.addresses?.find((address) => address.score >= minScore);
  const answeredBy = known?.register ?? replies.find(isFinalNo)?.register.id;
  const findings = silenceOf(replies, 'address', answeredBy !== undefined);
  if (answeredBy !== undefined) findings.push(addressFinding(answeredBy, best));
  const value = {
    ...(best ? { address: best } : {}),
    evidence: allEvidenceOf(replies),
    asked: askedOf(replies),
  };
  const subject = digestJson({ question: 'address', claim: { ...claim } });
  return createCheckReport({
    check: 'registry-verify',
    version: RULES_VERSION,
    subject,
    at,
    findings,
    value,
  });
}

function addressFinding(register: string, best: AddressCandidate | undefined): RegistryFinding {
  const params = { register, precision: best?.precision ?? ('none' as const) };
  const code = 'registry-verify/address-known';
  return best?.precision === 'housenumber'
    ? { code, outcome: 'passed', severity: 'info', params }
    : { code, outcome: 'failed', severity: 'warning', params };
}
