import type { Sha256, Timestamp } from '@dossierkit/core';
import { type ClassifierPolicy, checkPayslips } from '@dossierkit/doc-classifier';
import type { AnyFinding } from '../../examination.js';
import { compareParts, type SetPart, textOf } from './set-part.js';

/** Are the payslips complete and consecutive, and of one person and one employer? */
export function judgePayslips(
  parts: readonly SetPart[],
  options: {
    readonly at: Timestamp;
    readonly subject: Sha256;
    readonly months?: number;
    readonly policy?: ClassifierPolicy;
  },
): AnyFinding[] {
  const slips = parts.filter(({ kind }) => kind.endsWith('-payslip') && !kind.includes('annual'));
  const months = slips.flatMap((part) => monthOf(part) ?? []);
  const cover = checkPayslips(months, options);
  return [...cover.findings, ...compareParts(slips, 'payslips', ['name', 'employer'])];
}

/** The month that a payslip is for: that in which its period ends, else that in which it was paid. */
function monthOf(part: SetPart): string | undefined {
  const period = part.fields.find(({ name }) => name === 'period')?.value;
  if (typeof period === 'string') return period.slice(0, 7);
  if (typeof period === 'object' && period !== null && 'to' in period && typeof period.to === 'string') {
    return period.to.slice(0, 7);
  }
  return textOf(part, 'payDate')?.slice(0, 7);
}
