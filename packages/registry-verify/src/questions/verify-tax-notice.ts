import { type CheckReport, createCheckReport, digestJson } from '@dossierkit/core';
import type { RegistryFinding } from '../findings.js';
import { parseNumeroFiscal } from '../identifiers/numero-fiscal.js';
import { parseReferenceAvis } from '../identifiers/reference-avis.js';
import type { Evidence, TaxNoticeFacts } from '../registers/evidence.js';
import type { Question } from '../registers/question.js';
import { RULES_VERSION } from '../version.js';
import { type Asked, allEvidenceOf, askedOf, askInTurn, evidenceOf, isFinalNo, silenceOf } from './ask.js';
import { type PersonClaim, personOf } from './claims.js';
import { matchPerson } from './compare-names.js';
import type { VerifyOptions } from './options.js';
import { invalid } from './read-company-ids.js';

/** What stands on a French tax notice. Personal data: it is compared, never put into findings. */
export interface TaxNoticeClaim {
  readonly numeroFiscal: string;
  readonly referenceAvis: string;
  /** One of the persons on the notice. */
  readonly declarant?: PersonClaim;
  /** Revenu fiscal de référence, in whole euros. */
  readonly referenceIncomeEuros?: number;
  /** Montant de l'impôt, in whole euros. */
  readonly taxEuros?: number;
  /** `YYYY` of the income. */
  readonly incomeYear?: string;
  /** Nombre de parts. */
  readonly householdShares?: number;
}

/** What was learned about a tax notice. */
export interface TaxNoticeVerification {
  readonly taxNotice?: TaxNoticeFacts;
  readonly evidence: readonly Evidence[];
  readonly asked: readonly Asked[];
}

/**
 * Is this French tax notice known to the tax authority, is it the latest, and do its figures agree?
 *
 * Since April 2023 the public service tells only whether a notice is the latest: figures are compared where a register
 * gives them, and are `inconclusive` where none does. They then stand in the 2D-Doc seal of the notice.
 *
 * @returns a report with `identifier-invalid`, `tax-number-key`, `tax-notice-known`, `tax-notice-latest`,
 *   `tax-notice-partial`, `tax-notice-agrees`, `register-not-answering`, `no-register`
 */
export async function verifyTaxNotice(
  claim: TaxNoticeClaim,
  { registers, at, signal }: VerifyOptions,
): Promise<CheckReport<TaxNoticeVerification, RegistryFinding>> {
  const subject = digestJson({ question: 'tax-notice', claim: JSON.parse(JSON.stringify(claim)) });
  const frame = { check: 'registry-verify', version: RULES_VERSION, subject, at };
  const [number, reference] = [
    parseNumeroFiscal(claim.numeroFiscal),
    parseReferenceAvis(claim.referenceAvis),
  ];
  if (!number.ok || !reference.ok) {
    const findings = [
      ...(number.ok ? [] : [invalid('numero-fiscal', number.error)]),
      ...(reference.ok ? [] : [invalid('reference-avis', reference.error)]),
    ];
    return createCheckReport({ ...frame, findings, value: { evidence: [], asked: [] } });
  }
  const { numeroFiscal, keyAgrees } = number.value;
  const question: Question = {
    kind: 'tax-notice',
    numeroFiscal,
    referenceAvis: reference.value.referenceAvis,
  };
  const replies = await askInTurn(
    (register) => (register.accepts(question) ? question : undefined),
    registers,
    ({ taxNotice }) =>
      taxNotice !== undefined && comparisons(claim, taxNotice).every(([, agrees]) => agrees !== undefined),
    signal,
  );
  const notices = evidenceOf(replies).flatMap(({ register, taxNotice }) =>
    taxNotice ? [{ register, taxNotice }] : [],
  );
  const best = notices.at(-1);
  const no = replies.find(isFinalNo);
  const findings: RegistryFinding[] = silenceOf(
    replies,
    'tax-notice',
    best !== undefined || no !== undefined,
  );
  if (!keyAgrees) findings.push(keyFinding(best === undefined));
  if (best) findings.push(...noticeFindings(best.register, best.taxNotice, claim));
  if (no) findings.push(unknownNotice(no.register.id, best !== undefined));
  const value = {
    ...(best ? { taxNotice: best.taxNotice } : {}),
    evidence: allEvidenceOf(replies),
    asked: askedOf(replies),
  };
  return createCheckReport({ ...frame, findings, value });
}

/** Beside the authority's own word the key does not matter. */
const keyFinding = (matters: boolean): RegistryFinding => ({
  code: 'registry-verify/tax-number-key',
  outcome: 'failed',
  severity: matters ? 'warning' : 'info',
  params: {},
});

const unknownNotice = (register: string, knownElsewhere: boolean): RegistryFinding => ({
  code: 'registry-verify/tax-notice-known',
  outcome: 'failed',
  severity: knownElsewhere ? 'warning' : 'critical',
  params: { register },
});

function noticeFindings(register: string, notice: TaxNoticeFacts, claim: TaxNoticeClaim): RegistryFinding[] {
  const params = { register };
  const passed = { outcome: 'passed', severity: 'info' } as const;
  const latest = { code: 'registry-verify/tax-notice-latest', params } as const;
  return [
    { code: 'registry-verify/tax-notice-known', ...passed, params },
    notice.superseded ? { ...latest, outcome: 'failed', severity: 'critical' } : { ...latest, ...passed },
    ...(notice.partial
      ? [
          {
            code: 'registry-verify/tax-notice-partial',
            outcome: 'failed',
            severity: 'warning',
            params,
          } as const,
        ]
      : []),
    ...comparisons(claim, notice).map(([field, agrees]): RegistryFinding => {
      const finding = { code: 'registry-verify/tax-notice-agrees', params: { register, field } } as const;
      if (agrees === undefined) return { ...finding, outcome: 'inconclusive', severity: 'warning' };
      return agrees ? { ...finding, ...passed } : { ...finding, outcome: 'failed', severity: 'critical' };
    }),
  ];
}

type Field = Extract<RegistryFinding, { code: 'registry-verify/tax-notice-agrees' }>['params']['field'];

/** What the claim says and whether the notice agrees; `undefined` where the register does not tell. */
function comparisons(
  claim: TaxNoticeClaim,
  notice: TaxNoticeFacts,
): (readonly [Field, boolean | undefined])[] {
  const equal = <T>(
    field: Field,
    claimed: T | undefined,
    known: T | undefined,
  ): (readonly [Field, boolean | undefined])[] =>
    claimed === undefined ? [] : [[field, known === undefined ? undefined : claimed === known]];
  const { declarant } = claim;
  const matches = declarant && notice.declarants.map((listed) => matchPerson(personOf(declarant), listed));
  const isOne = matches && (matches.includes('same') || matches.includes('birth-unknown'));
  return [
    ...(declarant ? [['declarants', notice.declarants.length > 0 ? isOne : undefined] as const] : []),
    ...equal('reference-income', claim.referenceIncomeEuros, notice.referenceIncomeEuros),
    ...equal('tax', claim.taxEuros, notice.taxEuros),
    ...equal('income-year', claim.incomeYear, notice.incomeYear),
    ...equal('household-shares', claim.householdShares, notice.householdShares),
  ];
}
