import { digestBytesSync, timestamp } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { checkPayslips } from './check-payslips.js';

const subject = digestBytesSync(new Uint8Array());
const check = (months: readonly string[], day: string) =>
  checkPayslips(months, { subject, at: timestamp(`${day}T10:00:00Z`) });

describe('checkPayslips', () => {
  it.each([
    [['2026-02', '2026-03', '2026-04'], '2026-05-10'],
    [['2026-01', '2026-02', '2026-03'], '2026-05-15'],
    [['2026-05', '2026-04', '2026-03', '2026-03'], '2026-05-16'],
  ])('accepts %j on %s', (months, day) => {
    expect(check(months, day).verdict).toBe('accept');
  });

  it('names the one month that is missing, of the run that needs the fewest', () => {
    const { verdict, value } = check(['2026-02', '2026-04'], '2026-05-10');
    expect(verdict).toBe('reject');
    expect(value.missing).toEqual(['2026-03']);
  });

  it('refuses months that have left the window', () => {
    expect(check(['2026-01', '2026-02', '2026-03'], '2026-05-16').value.missing).toEqual(['2026-04']);
  });
});
