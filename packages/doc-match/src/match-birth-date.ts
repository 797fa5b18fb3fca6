import { parsePlainDate, partsOfDate } from '@dossierkit/core';
import type { Answer, Compared } from './agreement.js';

/** Why birth dates agree or not. */
export type BirthDateReason = 'same' | 'swapped' | 'one-digit' | 'other-day' | 'not-a-date';

/** Compares two birth dates, `YYYY-MM-DD`. Day and month swapped is an answer of its own: mostly a typing habit, not another person. */
export function matchBirthDate(document: string, record: string): Compared<BirthDateReason> {
  const a = parsePlainDate(document);
  const b = document === record ? a : parsePlainDate(record);
  const form = { document, record };
  const answer = (result: Answer, score: number, reason: BirthDateReason): Compared<BirthDateReason> => ({
    ...form,
    answer: result,
    score,
    reason,
  });
  if (!a.ok || !b.ok) return answer('cannot-tell', 0, 'not-a-date');
  if (document === record) return answer('agree', 1, 'same');
  const [x, y] = [partsOfDate(a.value), partsOfDate(b.value)];
  if (x.year === y.year && x.month === y.day && x.day === y.month)
    return answer('cannot-tell', 0.7, 'swapped');
  const wrong = [...document].filter((digit, at) => digit !== record[at]).length;
  return wrong === 1 ? answer('differ', 0.4, 'one-digit') : answer('differ', 0, 'other-day');
}
