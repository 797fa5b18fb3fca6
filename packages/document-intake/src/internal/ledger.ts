import type { DocumentFormat } from '@dossierkit/doc-reader';
import type { IntakeEvent, IntakeStep } from '../events.js';
import type { AnyFinding, IntakeChecks } from '../examination.js';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * What the events of one examination add up to, so that a report can be made of them at any moment: also of those that
 * had arrived when a worker died.
 */
export class Ledger {
  readonly steps: IntakeStep[] = [];
  readonly findings: AnyFinding[] = [];
  readonly #quality: IntakeChecks['quality'][number][] = [];
  readonly checks: Writable<IntakeChecks> = { quality: this.#quality };
  format: DocumentFormat | undefined;
  pages = 0;

  note(event: IntakeEvent): void {
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
        this.checks.zone = event.report;
        this.findings.push(...event.report.findings);
        return;
      case 'kind':
        this.checks.kind = event.report;
        this.findings.push(...event.report.findings);
        return;
      case 'agreement':
        this.checks.agreement = event.report;
        this.findings.push(...event.report.findings);
    }
  }
}
