import type { IntakeFinding } from '../../findings.js';
import type { SetPart, WantedDocument } from './set-part.js';

/** Is every document that is wanted among those that were found? Each found document counts for one of them. */
export function judgeBundle(
  parts: readonly SetPart[],
  wanted: readonly WantedDocument[],
): { readonly findings: IntakeFinding[]; readonly assigned: Readonly<Record<string, number>> } {
  const free = new Set(parts.keys());
  const assigned: Record<string, number> = {};
  const findings = wanted.map(({ id, kinds }): IntakeFinding => {
    const found = [...free].find((at) => kinds.includes(parts[at]?.kind ?? ''));
    if (found !== undefined) {
      free.delete(found);
      assigned[id] = found;
    }
    return {
      code: 'document-intake/document-missing',
      outcome: found === undefined ? 'failed' : 'passed',
      severity: 'critical',
      params: { wanted: id, expected: kinds.map((kind) => ({ kind })) },
    };
  });
  return { findings, assigned };
}
