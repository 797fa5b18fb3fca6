import { createCheckReport, digestBytes, type Sha256, type Timestamp } from '@dossierkit/core';
import { classifyDocument } from '@dossierkit/doc-classifier';
import { matchRecord } from '@dossierkit/doc-match';
import { checkQuality, recommendedMaxSidePx } from '@dossierkit/doc-quality';
import type { Document, Page, ReadError } from '@dossierkit/doc-reader';
import { checkMrz, type MrzReading, readMrz } from '@dossierkit/mrz-check';
import type { IntakeOptions } from '../create-intake.js';
import type {
  AnyFinding,
  Examined,
  IntakeChecks,
  IntakeEvent,
  IntakeFile,
  IntakeReport,
  IntakeStep,
  IntakeStepName,
  ReadErrorFinding,
  SkipReason,
} from '../examination.js';
import { type Expectation, expectsZone } from '../expectation.js';
import type { IntakePolicy } from '../policy.js';
import { collectFindings, gravest } from './collect-findings.js';
import { kindOfZone } from './kind-of-zone.js';

/** The version of the rules by which steps are taken and findings put together. */
const RULES_VERSION = '1';

type Settings = IntakeOptions & { readonly policy: IntakePolicy };
type Emit = (event: IntakeEvent) => void;

/** Examines one file from its bytes to its report. */
export async function examineFile(
  file: IntakeFile,
  expectation: Expectation,
  settings: Settings,
  emit: Emit,
  signal: AbortSignal | undefined,
): Promise<IntakeReport> {
  signal?.throwIfAborted();
  const at = settings.clock.now();
  emit({ type: 'step', step: 'open' });
  const { input, ...named } = file;
  const opened = await settings.reader.open(input, { ...named, ...(signal && { signal }) });
  signal?.throwIfAborted();
  if (!opened.ok) {
    const subject = await digestBytes(input instanceof Uint8Array ? input : new Uint8Array());
    const examined = { pages: 0, steps: [{ step: 'open' as const }], checks: { quality: [] } };
    return finish(examined, [readErrorFinding(opened.error)], subject, at, expectation, settings, emit);
  }
  using document = opened.value;
  const run = new Run(document, expectation, settings, at, emit, signal);
  const { examined, findings } = await run.examine();
  return finish(examined, findings, document.digest, at, expectation, settings, emit);
}

function finish(
  examined: Omit<Examined, 'next'>,
  findings: readonly AnyFinding[],
  subject: Sha256,
  at: Timestamp,
  expectation: Expectation,
  { policy }: Settings,
  emit: Emit,
): IntakeReport {
  const all = collectFindings(findings, expectation, policy);
  const next = gravest(all);
  const value: Examined = { ...examined, ...(next && { next }) };
  const report = createCheckReport({
    ...{ check: 'document-intake', version: RULES_VERSION },
    ...{ subject, at, findings: all, value },
  });
  emit({ type: 'done', report });
  return report;
}

/** A file that cannot be read is asked for again; one that could not be read in time is for a person. */
function readErrorFinding(error: ReadError, page?: number): ReadErrorFinding {
  const transient = ['doc-reader/timed-out', 'doc-reader/ocr-failed', 'doc-reader/cancelled'].includes(
    error.code,
  );
  return {
    ...error,
    outcome: transient ? 'inconclusive' : 'failed',
    severity: 'critical',
    ...(page !== undefined && { where: { page } }),
  } as ReadErrorFinding;
}

function isWrongKind({ code, outcome }: { readonly code: string; readonly outcome: string }): boolean {
  return (
    outcome === 'failed' &&
    (code === 'doc-classifier/expected-kind' || code === 'doc-classifier/confused-kind')
  );
}

/** One examination of a file that could be opened. */
class Run {
  readonly #document: Document;
  readonly #expectation: Expectation;
  readonly #settings: Settings;
  readonly #at: Timestamp;
  readonly #emit: Emit;
  readonly #signal: AbortSignal | undefined;
  readonly #steps: IntakeStep[] = [{ step: 'open' }];
  readonly #findings: AnyFinding[];

  constructor(
    document: Document,
    expectation: Expectation,
    settings: Settings,
    at: Timestamp,
    emit: Emit,
    signal: AbortSignal | undefined,
  ) {
    this.#document = document;
    this.#expectation = expectation;
    this.#settings = settings;
    this.#at = at;
    this.#emit = emit;
    this.#signal = signal;
    this.#findings = [...document.findings];
  }

  async examine(): Promise<{ examined: Omit<Examined, 'next'>; findings: readonly AnyFinding[] }> {
    const { format, pages } = this.#document;
    this.#emit({ type: 'opened', format, pages: pages.length });
    const quality = await this.#quality();
    const checks = { quality, ...(await this.#read(quality)) };
    const kind = checks.kind?.value.kind ?? (checks.zone?.value && kindOfZone(checks.zone.value));
    const facts = { format, pages: pages.length, ...(kind && { kind }) };
    return { examined: { ...facts, steps: this.#steps, checks }, findings: this.#findings };
  }

  /** Judges the pictures. Born-digital pages have none. */
  async #quality(): Promise<IntakeChecks['quality']> {
    const { policy } = this.#settings;
    const pictures = this.#document.pages.filter((page) => page.origin !== 'pdf-vector');
    if (pictures.length === 0) return this.#skip('quality', 'born-digital', []);
    if (pictures.length > policy.maxPages) {
      const params = { pages: pictures.length, limit: policy.maxPages };
      this.#findings.push({
        ...{ code: 'document-intake/pages-not-judged', outcome: 'inconclusive', severity: 'warning', params },
      });
    }
    const reports: IntakeChecks['quality'][number][] = [];
    for (const page of pictures.slice(0, policy.maxPages)) {
      const report = await this.#pageQuality(page);
      if (report) reports.push(report);
    }
    this.#steps.push({ step: 'quality' });
    return reports;
  }

  async #pageQuality(page: Page): Promise<IntakeChecks['quality'][number] | undefined> {
    this.#begin('quality', page.index);
    const raster = await page.readRaster({ maxSidePx: recommendedMaxSidePx, ...this.#signalOption() });
    this.#signal?.throwIfAborted();
    if (!raster.ok) {
      this.#findings.push(readErrorFinding(raster.error, page.index));
      return undefined;
    }
    const { origin, dpi, index, widthPx, heightPx } = page;
    const image = {
      ...{ raster: raster.value, origin, page: index, originalWidthPx: widthPx, originalHeightPx: heightPx },
      ...(dpi !== undefined && { dpi }),
    };
    const { quality: policy } = this.#settings;
    const report = checkQuality(image, {
      ...{ at: this.#at, subject: this.#document.digest },
      ...(policy && { policy }),
    });
    this.#findings.push(...report.findings);
    this.#emit({ type: 'quality', page: index, report });
    return report;
  }

  /** Everything that reads: only where a page is fit to be read. */
  async #read(quality: IntakeChecks['quality']): Promise<Omit<IntakeChecks, 'quality'>> {
    const judged = quality.length === this.#document.pages.length;
    if (judged && quality.length > 0 && quality.every(({ verdict }) => verdict === 'reject')) {
      for (const step of ['zone', 'kind', 'agreement'] as const)
        this.#skip(step, 'picture-unusable', undefined);
      return {};
    }
    const zone = await this.#zone();
    const kind = await this.#kind(zone?.value ?? undefined);
    const agreement = this.#agreement(kind);
    return { ...(zone && { zone }), ...(kind && { kind }), ...(agreement && { agreement }) };
  }

  async #zone(): Promise<IntakeChecks['zone']> {
    if (!expectsZone(this.#expectation)) return this.#skip('zone', 'no-zone-expected', undefined);
    const { policy, mrz } = this.#settings;
    // Where anything may come, only pictures are searched: a born-digital letter is no identity document.
    const anything = (this.#expectation.kinds ?? []).length === 0;
    const pages = this.#document.pages.filter(({ origin }) => !anything || origin !== 'pdf-vector');
    if (pages.length === 0) return this.#skip('zone', 'born-digital', undefined);
    let reading: MrzReading | undefined;
    for (const page of pages.slice(0, policy.maxPages)) {
      this.#begin('zone', page.index);
      const raster = await page.readRaster({
        maxSidePx: policy.zoneMaxSidePx,
        grey: true,
        ...this.#signalOption(),
      });
      this.#signal?.throwIfAborted();
      if (!raster.ok) continue;
      reading = readMrz(raster.value, { at: this.#at }) ?? reading;
      if (reading?.valid) break;
    }
    this.#steps.push({ step: 'zone' });
    // Where anything may be handed in, a page without a zone says nothing.
    if (!reading && anything) return undefined;
    const { identity } = this.#expectation;
    const report = checkMrz(reading, {
      ...{ at: this.#at, subject: this.#document.digest },
      ...(identity && { form: identity }),
      ...(mrz && { policy: mrz }),
    });
    this.#findings.push(...report.findings);
    this.#emit({ type: 'zone', report });
    return report;
  }

  async #kind(reading: MrzReading | undefined): Promise<IntakeChecks['kind']> {
    // A zone that says it all spares the reading of everything else, the slowest step by far.
    const { identity, kinds, record } = this.#expectation;
    const byZone = reading && kindOfZone(reading);
    if (byZone && kinds?.includes(byZone) && (identity || !record)) {
      return this.#skip('kind', 'zone-decides', undefined);
    }
    this.#begin('kind');
    const { classifier, profiles } = this.#settings;
    const hints = reading?.valid && {
      hints: { mrzFormat: reading.format, mrzCode: reading.fields.documentCode },
    };
    const report = await classifyDocument(this.#document, {
      ...{ at: this.#at, subject: this.#document.digest, ...this.#signalOption() },
      ...(kinds && { expected: kinds }),
      ...(classifier && { policy: classifier }),
      ...(profiles && { profiles }),
      ...hints,
    });
    this.#signal?.throwIfAborted();
    this.#steps.push({ step: 'kind' });
    this.#findings.push(...report.findings);
    this.#emit({ type: 'kind', report });
    return report;
  }

  #agreement(kind: IntakeChecks['kind']): IntakeChecks['agreement'] {
    const { record } = this.#expectation;
    const fields = kind?.value.fields ?? [];
    if (!record || fields.length === 0) return this.#skip('agreement', 'nothing-to-compare', undefined);
    // What another document says would only hide that it is another document.
    if (kind?.findings.some(isWrongKind)) return this.#skip('agreement', 'wrong-kind', undefined);
    this.#begin('agreement');
    const { match } = this.#settings;
    const report = matchRecord(fields, record, {
      ...{ at: this.#at, subject: this.#document.digest },
      ...(match && { policy: match }),
    });
    this.#steps.push({ step: 'agreement' });
    this.#findings.push(...report.findings);
    this.#emit({ type: 'agreement', report });
    return report;
  }

  #begin(step: IntakeStepName, page?: number): void {
    this.#signal?.throwIfAborted();
    this.#emit({ type: 'step', step, ...(page !== undefined && { page }) });
  }

  #skip<T>(step: IntakeStepName, reason: SkipReason, value: T): T {
    this.#steps.push({ step, skipped: reason });
    this.#emit({ type: 'skipped', step, reason });
    return value;
  }

  #signalOption(): { signal?: AbortSignal } {
    return this.#signal ? { signal: this.#signal } : {};
  }
}
