import type { RegistryFinding } from '../findings.js';
import { isFinalNo, silenceOf } from './ask.js';
import { disagreement } from './company-facts.js';
import type { Office } from './representatives.js';
import type { Standing } from './resolve-signer.js';

type Listed = RegistryFinding & { readonly code: 'registry-verify/representative-listed' };

/** What follows from where a person was looked for and found. */
export function standingFindings(standing: Standing, cosigners: readonly Standing[]): RegistryFinding[] {
  const { office, register, replies, lists } = standing;
  const answered = office !== undefined || lists.some(({ final }) => final) || replies.some(isFinalNo);
  const silence = silenceOf(replies, 'representatives', answered);
  if (!office || register === undefined) return [...silence, ...absenceFindings(standing)];
  return [
    ...silence,
    listed('passed', 'info', register, office.role),
    ...(standing.through.length > 0 ? [signsThrough(standing.through)] : []),
    identity(office, register),
    ...powerFindings(standing, office, register, cosigners),
    ...contradictionsOf(standing, register),
  ];
}

function listed(
  outcome: 'passed' | 'failed' | 'inconclusive',
  severity: 'info' | 'warning' | 'critical',
  register: string,
  role?: string,
): Listed {
  const params = { register, ...(role === undefined ? {} : { role }) };
  return { code: 'registry-verify/representative-listed', outcome, severity, params };
}

const signsThrough = (through: readonly string[]): RegistryFinding => ({
  code: 'registry-verify/signs-through',
  outcome: 'passed',
  severity: 'info',
  params: { through },
});

function identity({ match }: Office, register: string): RegistryFinding {
  const code = 'registry-verify/representative-identity';
  return match === 'same'
    ? { code, outcome: 'passed', severity: 'info', params: { register, problem: 'none' } }
    : { code, outcome: 'inconclusive', severity: 'warning', params: { register, problem: match } };
}

function powerFindings(
  standing: Standing,
  office: Office,
  register: string,
  cosigners: readonly Standing[],
): RegistryFinding[] {
  const { role, power } = office;
  const finding = { code: 'registry-verify/signing-power', params: { register, role, power } } as const;
  if (power === 'sole') return [{ ...finding, outcome: 'passed', severity: 'info' }];
  if (power === 'none') return [{ ...finding, outcome: 'failed', severity: 'critical' }];
  if (power === 'unknown') return [{ ...finding, outcome: 'inconclusive', severity: 'warning' }];
  const needed = office.signers ?? 2;
  const sure = [standing, ...cosigners].filter(
    (each) =>
      each.office?.match === 'same' && (each.office.power === 'joint' || each.office.power === 'sole'),
  );
  const isEnough =
    sure.length >= needed ||
    cosigners.some((each) => each.office?.match === 'same' && each.office.power === 'sole');
  const params = { register, needed, present: sure.length };
  return [
    { ...finding, outcome: 'passed', severity: 'info' },
    isEnough
      ? { code: 'registry-verify/joint-signature', outcome: 'passed', severity: 'info', params }
      : { code: 'registry-verify/joint-signature', outcome: 'failed', severity: 'warning', params },
  ];
}

/** Nobody of that name acts for the company: what that means depends on who says it, and on what they leave out. */
function absenceFindings({ lists, problems, replies }: Standing): RegistryFinding[] {
  const chain = problems.map(
    (reason): RegistryFinding => ({
      code: 'registry-verify/chain-unresolved',
      outcome: 'inconclusive',
      severity: 'warning',
      params: { reason },
    }),
  );
  const source = lists.find(({ final }) => final) ?? lists[0];
  if (!source)
    return replies[0] ? [...chain, listed('inconclusive', 'warning', replies[0].register.id)] : chain;
  const { register, final, reading } = source;
  const masked = reading.masked > 0 ? [maskedOfficers(register, reading.masked)] : [];
  if (lists.some((list) => list.reading.homonym)) {
    const params = { register, problem: 'birth-differs' as const };
    const code = 'registry-verify/representative-identity';
    return [{ code, outcome: 'inconclusive', severity: 'warning', params }, ...masked, ...chain];
  }
  const left = lists
    .map((list) => ({ register: list.register, left: list.reading.left }))
    .find((each) => each.left);
  if (left?.left && chain.length === 0 && masked.length === 0) {
    const on = left.left.resigned;
    const params = { register: left.register, ...(typeof on === 'string' ? { resignedOn: on } : {}) };
    return [
      { code: 'registry-verify/representative-resigned', outcome: 'failed', severity: 'critical', params },
    ];
  }
  if (masked.length > 0 || chain.length > 0)
    return [...masked, ...chain, listed('inconclusive', 'warning', register)];
  return [final ? listed('failed', 'critical', register) : listed('failed', 'warning', register)];
}

const maskedOfficers = (register: string, count: number): RegistryFinding => ({
  code: 'registry-verify/officers-masked',
  outcome: 'inconclusive',
  severity: 'warning',
  params: { register, count },
});

/** One register lists the person, another one whose list is final does not, or says that they left. */
function contradictionsOf({ lists, through }: Standing, register: string): RegistryFinding[] {
  if (through.length > 0) return [];
  const other = lists.find(
    (list) => list.register !== register && list.final && !list.reading.office && list.reading.masked === 0,
  );
  return other ? [disagreement(register, other.register, 'officers')] : [];
}
