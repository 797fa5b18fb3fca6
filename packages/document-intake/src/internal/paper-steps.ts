import type { Sha256, Timestamp } from '@dossierkit/core';
import { type AuthenticityPolicy, checkSeals, type TrustStore } from '@dossierkit/doc-authenticity';
import { type MatchPolicy, matchRecord } from '@dossierkit/doc-match';
import type { Register } from '@dossierkit/registry-verify';
import type { IntakeEvent } from '../events.js';
import type { AnyFinding } from '../examination.js';
import type { Expectation } from '../expectation.js';
import { believedFields, comparable, printedFor } from './believe.js';
import type { Ledger } from './ledger.js';
import { questionFor } from './question-for.js';

/** What the steps after the reading work with: things of the host that cannot be sent to a thread. */
export interface PaperTools {
  readonly trust?: TrustStore;
  readonly registers: readonly Register[];
  readonly match?: MatchPolicy;
  readonly authenticity?: AuthenticityPolicy;
}

/** One file whose pixels and text were read. */
export interface Paper {
  readonly subject: Sha256;
  readonly at: Timestamp;
  readonly expectation: Expectation;
  readonly ledger: Ledger;
  readonly tell: (event: IntakeEvent) => void;
  readonly signal: AbortSignal | undefined;
}

/** Takes the steps that need no pixels any more: verifies seals, compares with the record, asks registers. */
export async function takePaperSteps(paper: Paper, tools: PaperTools): Promise<void> {
  await verifySeals(paper, tools);
  paper.tell({ type: 'fields', fields: believedFields(paper.ledger.checks) });
  compareWithRecord(paper, tools);
  await askRegisters(paper, tools);
}

async function verifySeals(paper: Paper, { trust, authenticity }: PaperTools): Promise<void> {
  const { ledger, at, subject, signal, tell } = paper;
  if (!ledger.seals || !trust) return;
  const { kind } = ledger.checks;
  const report = await checkSeals(ledger.seals, {
    ...{ trust, at, subject },
    ...(kind && { visible: printedFor(kind.value.fields, kind.value.kind) }),
    ...(authenticity && { policy: authenticity }),
    ...(signal && { signal }),
  });
  tell({ type: 'seal', report });
  tell({ type: 'finished', step: 'seal' });
}

function compareWithRecord(paper: Paper, { match }: PaperTools): void {
  const { ledger, at, subject, tell, expectation } = paper;
  const fields = comparable(believedFields(ledger.checks));
  // What another document says would only hide that it is another document.
  const isOther = isWrongKind(ledger.findings);
  if (isOther || !expectation.record || fields.length === 0) {
    tell({ type: 'skipped', step: 'agreement', reason: isOther ? 'wrong-kind' : 'nothing-to-compare' });
    return;
  }
  tell({ type: 'step', step: 'agreement' });
  const report = matchRecord(fields, expectation.record, { at, subject, ...(match && { policy: match }) });
  tell({ type: 'agreement', report });
  tell({ type: 'finished', step: 'agreement' });
}

async function askRegisters(paper: Paper, { registers }: PaperTools): Promise<void> {
  const { ledger, at, tell, signal } = paper;
  const isOther = isWrongKind(ledger.findings);
  const { kind } = ledger.checks;
  const ask = kind && questionFor(kind.value.kind, believedFields(ledger.checks));
  if (registers.length === 0 || isOther || !ask) {
    const reason = registers.length === 0 ? 'no-registers' : isOther ? 'wrong-kind' : 'nothing-to-ask';
    tell({ type: 'skipped', step: 'registers', reason });
    return;
  }
  tell({ type: 'step', step: 'registers' });
  const report = await ask({ registers, at, signal });
  signal?.throwIfAborted();
  tell({ type: 'registers', report });
  tell({ type: 'finished', step: 'registers' });
}

function isWrongKind(findings: readonly AnyFinding[]): boolean {
  return findings.some(
    ({ code, outcome }) =>
      outcome === 'failed' &&
      (code === 'doc-classifier/expected-kind' || code === 'doc-classifier/confused-kind'),
  );
}
