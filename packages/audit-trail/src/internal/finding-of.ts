import type { AuditFinding } from '../findings.js';

type Suffix<Code> = Code extends `audit-trail/${infer Rest}` ? Rest : never;
type ParamsOf<S> = Extract<AuditFinding, { code: `audit-trail/${S & string}` }>['params'];

/** A failed finding by the part of its code behind the slash. */
export function failed<S extends Suffix<AuditFinding['code']>>(suffix: S, params: ParamsOf<S>): AuditFinding {
  return either(false, suffix, params);
}

/** A finding that passes where something holds. */
export function either<S extends Suffix<AuditFinding['code']>>(
  holds: boolean,
  suffix: S,
  params: ParamsOf<S>,
): AuditFinding {
  const outcome = holds ? 'passed' : 'failed';
  return { code: `audit-trail/${suffix}`, outcome, severity: 'critical', params } as AuditFinding;
}
