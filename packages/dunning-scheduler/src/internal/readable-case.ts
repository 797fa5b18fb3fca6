import { parsePlainDate } from '@dossierkit/core';
import { isConditionMet } from '../conditions.js';
import type { ContactCase } from '../contact-case.js';
import type { CaseState } from './case-state.js';
import type { CompiledLadder, CompiledPolicy } from './compile-policy.js';
import { factsNow } from './walk-ladder.js';

/** The first ladder that is meant for the case. */
export function ladderFor(
  compiled: CompiledPolicy,
  item: ContactCase,
  state: CaseState,
  nowMinute: number,
): CompiledLadder | undefined {
  const facts = factsNow(compiled, item, state, nowMinute);
  return compiled.ladders.find(({ when }) => isConditionMet(when, facts));
}

/** The field that keeps a case from being planned, if there is one. */
export function unreadableField(item: ContactCase): string | undefined {
  if (item.kind === 'dossier') {
    if (!parsePlainDate(String(item.stoppedOn)).ok) return 'stoppedOn';
    return item.deadline !== undefined && !parsePlainDate(String(item.deadline)).ok ? 'deadline' : undefined;
  }
  if (!parsePlainDate(String(item.due)).ok) return 'due';
  const { amountMinor, currency } = item.outstanding;
  if (!Number.isSafeInteger(amountMinor) || !/^[A-Z]{3}$/.test(currency)) return 'outstanding';
  return undefined;
}
