import type { RegistryFinding } from '../findings.js';
import { optional } from '../internal/optional.js';
import { sameCompany } from '../registers/company-ids.js';
import type { CompanyFacts, Evidence } from '../registers/evidence.js';
import { evidenceOf, isFinalNo, type Reply } from './ask.js';
import type { CompanyClaim } from './claims.js';
import { sameAddress } from './compare-addresses.js';
import { sameCompanyName } from './compare-names.js';

/** What is known about a company, and from whom. */
export interface KnownCompany {
  readonly register: string;
  readonly facts: CompanyFacts;
}

/** The companies in replies, the register whose word is final first. */
export function knownCompanies(replies: readonly Reply[]): KnownCompany[] {
  const final = (register: string): boolean =>
    replies.some(
      (reply) => reply.register.id === register && reply.register.authoritativeFor.includes('company'),
    );
  return evidenceOf(replies)
    .flatMap(({ register, company }) => (company ? [{ register, facts: company }] : []))
    .sort((a, b) => Number(final(b.register)) - Number(final(a.register)));
}

/** Whether the company exists: known, unknown to a register whose word is final, or not to be told. */
export function existenceFindings(replies: readonly Reply[]): RegistryFinding[] {
  const known = knownCompanies(replies)[0];
  const unknownTo = replies.filter(({ answer }) => answer.outcome === 'not-found');
  const finalNo = unknownTo.find(isFinalNo);
  const findings: RegistryFinding[] = [];
  const no = finalNo ?? unknownTo[0];
  const code = 'registry-verify/company-registered';
  if (known) {
    findings.push({ code, outcome: 'passed', severity: 'info', params: { register: known.register } });
    if (no) findings.push(disagreement(known.register, no.register.id, 'existence'));
  } else if (no) {
    const severity = finalNo ? 'critical' : 'warning';
    findings.push({ code, outcome: 'failed', severity, params: { register: no.register.id } });
  }
  return findings;
}

/** Whether the company is active, by the register whose word counts most among those that say. */
export function stateFindings(known: readonly KnownCompany[]): RegistryFinding[] {
  const [first] = known;
  if (!first) return [];
  const telling = known.filter(({ facts }) => facts.state !== 'unknown');
  const { register, facts } = telling[0] ?? first;
  const { state, ceasedOn } = facts;
  const params = { register, state, ...(ceasedOn ? { ceasedOn } : {}) };
  const finding = { code: 'registry-verify/company-active', params } as const;
  const other = telling.find((each) => each.facts.state !== state);
  const contradiction = other ? [disagreement(register, other.register, 'state')] : [];
  if (state === 'active') return [{ ...finding, outcome: 'passed', severity: 'info' }, ...contradiction];
  if (state === 'unknown') return [{ ...finding, outcome: 'inconclusive', severity: 'warning' }];
  const severity = state === 'ceased' ? 'critical' : 'warning';
  return [{ ...finding, outcome: 'failed', severity }, ...contradiction];
}

/** Whether the establishment of a SIRET is open. A closed one says nothing against the company. */
export function establishmentFindings(
  claim: CompanyClaim,
  known: readonly KnownCompany[],
): RegistryFinding[] {
  const [first] = known;
  if (claim.siret === undefined || !first) return [];
  const told = known.find(({ facts }) => facts.establishment !== undefined);
  const code = 'registry-verify/establishment-open';
  const { register } = told ?? first;
  const { state, closedOn } = told?.facts.establishment ?? { state: 'unknown' as const, closedOn: undefined };
  const params = { register, state, ...optional('closedOn', closedOn) };
  if (state === 'open') return [{ code, outcome: 'passed', severity: 'info', params }];
  if (state === 'unknown') return [{ code, outcome: 'inconclusive', severity: 'info', params }];
  return [{ code, outcome: 'failed', severity: 'warning', params }];
}

/** Whether name and address of the claim are those in the registers. */
export function claimFindings(claim: CompanyClaim, known: readonly KnownCompany[]): RegistryFinding[] {
  const [first] = known;
  if (!first) return [];
  const findings: RegistryFinding[] = [];
  const { name, address } = claim;
  if (name !== undefined) {
    const named = known.find(({ facts }) => facts.name !== undefined || facts.otherNames.length > 0);
    const agrees = named && namesOf(named.facts).some((other) => sameCompanyName(name, other));
    findings.push(agreement('registry-verify/name-agrees', (named ?? first).register, agrees));
  }
  if (address !== undefined) {
    const placed = known.find(({ facts }) => facts.address !== undefined);
    const agrees = placed?.facts.address && sameAddress(address, placed.facts.address);
    findings.push(agreement('registry-verify/address-agrees', (placed ?? first).register, agrees));
  }
  return findings;
}

const namesOf = (facts: CompanyFacts): string[] => [
  ...(facts.name === undefined ? [] : [facts.name]),
  ...facts.otherNames,
];

/** A comparison: passed, a reason to look, or not to be made because the register does not tell. */
export function agreement(
  code: 'registry-verify/name-agrees' | 'registry-verify/address-agrees',
  register: string,
  agrees: boolean | undefined,
): RegistryFinding {
  const params = { register };
  if (agrees === undefined) return { code, outcome: 'inconclusive', severity: 'warning', params };
  return agrees
    ? { code, outcome: 'passed', severity: 'info', params }
    : { code, outcome: 'failed', severity: 'warning', params };
}

/** Contradictions between what registers say about names and numbers of the same company. */
export function contradictions(known: readonly KnownCompany[]): RegistryFinding[] {
  const [first, ...others] = known;
  if (!first) return [];
  return others.flatMap((other): RegistryFinding[] => {
    const found: RegistryFinding[] = [];
    if (!namesMeet(first.facts, other.facts))
      found.push(disagreement(first.register, other.register, 'name'));
    const pairs = first.facts.ids.flatMap((one) => other.facts.ids.map((two) => sameCompany(one, two)));
    // A SIRET may differ: it is another establishment of the same company. `sameCompany` looks at its SIREN.
    if (pairs.includes(false) && !pairs.includes(true))
      found.push(disagreement(first.register, other.register, 'number'));
    return found;
  });
}

function namesMeet(one: CompanyFacts, other: CompanyFacts): boolean {
  const [a, b] = [namesOf(one), namesOf(other)];
  if (a.length === 0 || b.length === 0) return true;
  return a.some((name) => b.some((second) => sameCompanyName(name, second)));
}

export function disagreement(
  one: string,
  other: string,
  about: Extract<RegistryFinding, { code: 'registry-verify/registers-disagree' }>['params']['about'],
): RegistryFinding {
  const params = { registers: [one, other] as const, about };
  return { code: 'registry-verify/registers-disagree', outcome: 'failed', severity: 'warning', params };
}

/** Whether an answer says all that the claim needs compared. */
export function saysEnough(claim: CompanyClaim): (evidence: Evidence) => boolean {
  return ({ company }) =>
    company !== undefined &&
    company.state !== 'unknown' &&
    (claim.siret === undefined || company.establishment !== undefined) &&
    (claim.name === undefined || company.name !== undefined) &&
    (claim.address === undefined || company.address !== undefined);
}
