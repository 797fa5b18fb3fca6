import type { Finding, Measurement, Outcome, Place, Severity } from '@dossierkit/core';

/** Beyond `reading` a machine struggles, beyond `person` a person does as well. */
export interface Limits {
  readonly reading: number;
  readonly person: number;
}

/** The page that findings speak of. */
export interface AtPage {
  readonly page: number;
}

/** What every finding has beside its code and parameters. */
export type Judged = Pick<Finding, 'outcome' | 'severity' | 'measured' | 'where'>;

/** Holds a value against limits that it must not exceed, or (`atLeast`) must reach. */
export function judge(
  value: number | undefined,
  limits: Limits,
  unit: string,
  options: { readonly atLeast?: boolean; readonly where?: Place; readonly unknown?: Severity } = {},
): Judged {
  const place = options.where ? { where: options.where } : {};
  if (value === undefined) return { outcome: 'inconclusive', severity: options.unknown ?? 'info', ...place };
  const beyond = (limit: number): boolean => (options.atLeast ? value < limit : value > limit);
  const failed = beyond(limits.reading);
  const severity = failed && beyond(limits.person) ? 'critical' : 'warning';
  const measured: Measurement = { value, limit: limits.reading, unit };
  return { outcome: failed ? 'failed' : 'passed', severity, measured, ...place };
}

/** A finding without limits of its own. */
export function judged(outcome: Outcome, severity: Severity, measured?: Measurement, where?: Place): Judged {
  return { outcome, severity, ...(measured ? { measured } : {}), ...(where ? { where } : {}) };
}
