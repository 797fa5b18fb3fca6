import type { Result } from '@dossierkit/core';
import type { RegistryFinding } from '../findings.js';
import { parseAustrianFn } from '../identifiers/austrian-fn.js';
import {
  formatGermanRegisterNumber,
  parseGermanRegisterNumber,
} from '../identifiers/german-register-number.js';
import type { IdentifierError } from '../identifiers/identifier-error.js';
import { parseLei } from '../identifiers/lei.js';
import { parseSiren } from '../identifiers/siren.js';
import { parseSiret } from '../identifiers/siret.js';
import { parseSwissUid } from '../identifiers/swiss-uid.js';
import { parseUkCompanyNumber } from '../identifiers/uk-company-number.js';
import { parseVatNumber } from '../identifiers/vat.js';
import { sirenOf } from '../registers/company-ids.js';
import type { CompanyId } from '../registers/question.js';
import type { CompanyClaim } from './claims.js';

type Scheme = CompanyId['scheme'];

/** How each number of a claim is read: to the form in which registers are asked. */
const READERS: readonly (readonly [
  keyof CompanyClaim,
  Scheme,
  (text: string) => Result<string, IdentifierError>,
])[] = [
  // The SIRET first: asked by it, a register tells about the establishment and about its company.
  ['siret', 'siret', (text) => mapped(parseSiret(text), (value) => value.siret)],
  ['siren', 'siren', (text) => mapped(parseSiren(text), (value) => value.siren)],
  ['vat', 'vat', (text) => mapped(parseVatNumber(text), (value) => value.vat)],
  [
    'ukCompanyNumber',
    'uk-company-number',
    (text) => mapped(parseUkCompanyNumber(text), (v) => v.companyNumber),
  ],
  [
    'germanRegisterNumber',
    'german-register-number',
    (text) => mapped(parseGermanRegisterNumber(text), formatGermanRegisterNumber),
  ],
  ['swissUid', 'swiss-uid', (text) => mapped(parseSwissUid(text), (value) => value.uid)],
  ['austrianFn', 'austrian-fn', (text) => mapped(parseAustrianFn(text), (value) => value.fn)],
  ['lei', 'lei', (text) => mapped(parseLei(text), (value) => value.lei)],
];

/** The numbers of a claim, and what is wrong with them. */
export function readCompanyIds(claim: CompanyClaim): {
  readonly ids: readonly CompanyId[];
  readonly findings: readonly RegistryFinding[];
} {
  const ids: CompanyId[] = [];
  const findings: RegistryFinding[] = [];
  for (const [key, scheme, read] of READERS) {
    const text = claim[key];
    if (text === undefined) continue;
    const number = read(text);
    if (number.ok) ids.push({ scheme, value: number.value });
    else findings.push(invalid(scheme, number.error));
  }
  const french = ids.filter((id) => sirenOf(id) !== undefined);
  if (new Set(french.map(sirenOf)).size > 1) {
    const schemes = french.map((id) => id.scheme);
    findings.push({
      code: 'registry-verify/identifiers-disagree',
      outcome: 'failed',
      severity: 'critical',
      params: { schemes },
    });
  }
  return { ids, findings };
}

/** The finding for a number that cannot be right. */
export function invalid(
  scheme: RegistryFindingScheme,
  { code }: IdentifierError,
): Extract<RegistryFinding, { code: 'registry-verify/identifier-invalid' }> {
  return {
    code: 'registry-verify/identifier-invalid',
    outcome: 'failed',
    severity: 'critical',
    params: { scheme, problem: code },
  };
}

type RegistryFindingScheme = Extract<
  RegistryFinding,
  { code: 'registry-verify/identifier-invalid' }
>['params']['scheme'];

function mapped<T>(
  result: Result<T, IdentifierError>,
  take: (value: T) => string,
): Result<string, IdentifierError> {
  return result.ok ? { ok: true, value: take(result.value) } : result;
}
