import { type AuditEntry, entryHash, type HashOptions, NO_PREVIOUS } from './entry.js';
import type { AuditFinding } from './findings.js';

/** What a chain should come to, where that is known from elsewhere: a stored head, a checkpoint, an exporter's word. */
export interface CheckChainOptions extends HashOptions {
  /** How many entries there must at least be. */
  readonly length?: number;
}

/**
 * Checks the chain of one dossier, and names what was done to it: entries changed, missing, added, reordered.
 *
 * @returns the findings; a single passed `audit-trail/chain` where nothing is wrong
 */
export function checkChain(
  dossier: string,
  entries: readonly AuditEntry[],
  options: CheckChainOptions = {},
): AuditFinding[] {
  const findings: AuditFinding[] = [];
  const report = (kind: Fault, sequence: number): void => {
    findings.push({
      code: `audit-trail/${kind}`,
      outcome: 'failed',
      severity: 'critical',
      params: { dossier, sequence },
    });
  };
  const places = new Map<number, AuditEntry>();
  for (const entry of entries) {
    const { sequence } = entry;
    if (entry.dossier !== dossier || places.has(sequence)) report('entry-added', sequence);
    else places.set(sequence, entry);
    if (!isWhole(entry, options)) report('entry-changed', sequence);
  }
  const last = Math.max(options.length ?? 0, ...sequencesOf(entries));
  for (let sequence = 1; sequence <= last; sequence++) {
    if (!places.has(sequence)) report('entry-missing', sequence);
  }
  for (const [at, { sequence }] of entries.entries()) {
    const before = entries[at - 1];
    if (before && sequence < before.sequence) report('entry-reordered', sequence);
  }
  const changed = new Set(findings.map(({ params }) => (params as { sequence: number }).sequence));
  for (const [sequence, entry] of places) {
    const previous = sequence === 1 ? NO_PREVIOUS : places.get(sequence - 1)?.hash;
    if (previous === undefined || entry.previous === previous) continue;
    if (!changed.has(sequence) && !changed.has(sequence - 1)) report('link-broken', sequence);
  }
  if (findings.length > 0) return findings;
  const params = { dossier, entries: entries.length };
  return [{ code: 'audit-trail/chain', outcome: 'passed', severity: 'critical', params }];
}

type Fault = 'entry-changed' | 'entry-missing' | 'entry-added' | 'entry-reordered' | 'link-broken';

function isWhole(entry: AuditEntry, options: HashOptions): boolean {
  try {
    return entryHash(entry, options) === entry.hash;
  } catch {
    return false;
  }
}

/** Positions far beyond the number of entries are a forgery, not a million missing entries. */
function sequencesOf(entries: readonly AuditEntry[]): number[] {
  const plausible = entries.length * 2 + 1_000;
  const sequences = entries.map(({ sequence }) => sequence).filter((sequence) => sequence <= plausible);
  return [sequences.reduce((a, b) => Math.max(a, b), 0)];
}
