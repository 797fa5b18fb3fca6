import type { FoundSeal } from '@dossierkit/doc-authenticity';
import type { DocumentFormat } from '@dossierkit/doc-reader';
import type { IntakeStep } from '../events.js';
import type { AnyFinding, IntakeChecks, PageNumber } from '../examination.js';
import type { ReadEvent } from './read/reading.js';

/**
 * What the events of one examination add up to, so that a report can be made of them at any moment: also of those that
 * had arrived when a worker died.
 */
export class Ledger {
  readonly steps: IntakeStep[] = [];
  readonly findings: AnyFinding[] = [];
  readonly #quality: IntakeChecks['quality'][number][] = [];
  readonly checks: IntakeChecks = { quality: this.#quality };
  format: DocumentFormat | undefined;
  pages = 0;
  /** What was found and is still to be verified; absent where nothing was looked for. */
  seals: readonly FoundSeal[] | undefined;
  readonly pageNumbers: Record<number, PageNumber> = {};

  note(event: ReadEvent): void {
    switch (event.type) {
      case 'opened':
        this.format = event.format;
        this.pages = event.pages;
        return;
      case 'finished':
        this.steps.push({ step: event.step });
        return;
      case 'skipped':
        this.steps.push({ step: event.step, skipped: event.reason });
        return;
      case 'noticed':
        this.findings.push(...event.findings);
        return;
      case 'quality':
        this.#quality.push(event.report);
        this.findings.push(...event.report.findings);
        return;
      case 'zone':
      case 'traces':
      case 'seal':
      case 'kind':
      case 'agreement':
      case 'registers':
        Object.assign(this.checks, { [event.type]: event.report });
        this.findings.push(...event.report.findings);
        return;
      case 'seals-found':
        this.seals = event.found;
        return;
      case 'page-number':
        this.pageNumbers[event.page] = event.number;
    }
  }
}
