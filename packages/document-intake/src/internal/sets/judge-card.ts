import type { IntakeFinding } from '../../findings.js';
import { compareParts, type SetPart } from './set-part.js';

const SIDES = { front: 'id-card-front', back: 'id-card-back' } as const;

/** Are both sides there, and are they of the same card? */
export function judgeCard(parts: readonly SetPart[]): IntakeFinding[] {
  const [front, back] = [SIDES.front, SIDES.back].map((kind) => parts.find((part) => part.kind === kind));
  if (!front || !back) {
    const missing = (['front', 'back'] as const).filter((side) => !(side === 'front' ? front : back));
    return missing.map(
      (side): IntakeFinding => ({
        ...{ code: 'document-intake/side-missing', params: { side } },
        ...{ outcome: 'failed', severity: 'critical' },
      }),
    );
  }
  const compared = compareParts([front, back], 'card-sides', ['document-number', 'name', 'birth-date']);
  // One thing that agrees is enough to connect two sides; none at all leaves it to a person.
  const connected = compared.some(({ outcome }) => outcome !== 'inconclusive');
  return connected ? compared : compared.map((finding) => ({ ...finding, severity: 'warning' }));
}
