import { parsePlainDate, partsOfDate } from '@dossierkit/core';
import type { Answer, Compared } from './agreement.js';

/** Why birth dates agree or not. */
export type BirthDateReason = 'same' | 'swapped' | 'one-digit' | 'other-day' | 'not-a-date';

/** Compares two birth dates, `YYYY-MM-DD`. Day and month swapped is an answer of its own: mostly a typing habit, not another person. */
export function matchBirthDate(document: string, record: string): Compared<BirthDateReason> {
  const [answer, score, reason] = compare(document, record);
  return { answer, score, reason, document, record };
}

function compare(document: string, record: string): readonly [Answer, number, BirthDateReason] {
  const a = parsePlainDate(document);
  const b = document === record ? a : parsePlainDate(record);
  if (!a.ok || !b.ok) return ['cannot-tell', 0, 'not-a-date'];
  if (document === record) return ['agree', 1, 'same'];
  const [x, y] = [partsOfDate(a.value), partsOfDate(b.value)];
  if (x.year === y.year && x.month === y.day && x.day === y.month) return ['cannot-tell', 0.7, 'swapped'];
  const wrong = [...document].filter((digit, at) => digit !== record[at]).length;
  return wrong === 1 ? ['differ', 0.4, 'one-digit'] : ['differ', 0, 'other-day'];
}
