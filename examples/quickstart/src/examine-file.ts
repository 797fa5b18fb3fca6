import type { Timestamp } from '@dossierkit/core';
import type { Raster } from '@dossierkit/doc-raster';
import type { Reader } from '@dossierkit/doc-reader';
import {
  createIntake,
  defineIntakePolicy,
  type Expectation,
  type IntakeReport,
  type IntakeStepName,
} from '@dossierkit/document-intake';
import { consumerCredit } from './product.js';
import type { HandedIn } from './story.js';

/** What became of one file. */
export interface FileResult {
  readonly file: HandedIn;
  readonly requirement: string | undefined;
  readonly report: IntakeReport;
  /** The first pages as they were seen. */
  readonly pictures: readonly PagePicture[];
  /** How long each step took, in the order of the steps. */
  readonly durations: readonly { readonly step: IntakeStepName; readonly milliseconds: number }[];
  readonly milliseconds: number;
  /** Time from handing in to the first useful answer. */
  readonly firstFeedbackMs: number;
}

/** A page as it was seen while it was examined. */
export interface PagePicture {
  readonly page: number;
  readonly raster: Raster;
}

/** What is known of the customer, to compare documents with. */
export type CustomerForm = Pick<Expectation, 'record' | 'identity'>;

/** What the examination of a file needs. */
export interface ExamineOptions {
  readonly reader: Reader;
  readonly at: Timestamp;
  readonly form: CustomerForm;
  /** Milliseconds of a steady clock, for the durations that are shown. */
  readonly elapsedMs: () => number;
  readonly onStep: (file: HandedIn, index: number, step: IntakeStepName) => void;
  readonly signal?: AbortSignal;
}

/** Pages of a file that are shown in the report, and their longer side in pixels. */
const SHOWN_PAGES = 2;
const PICTURE_SIDE_PX = 900;
/** Events that can tell a customer what to do. */
const FEEDBACK = new Set(['noticed', 'quality', 'zone', 'kind', 'done']);

/** Examines one file for the requirement that it was handed in for, taking the time of each step. */
export async function examineFile(
  file: HandedIn,
  index: number,
  before: readonly FileResult[],
  { reader, at, form, elapsedMs, onStep, signal }: ExamineOptions,
): Promise<FileResult> {
  const policy = defineIntakePolicy({ pictureMaxSidePx: PICTURE_SIDE_PX });
  const intake = createIntake({ reader, clock: { now: () => at }, policy });
  const wanted = consumerCredit.requirements.find(({ id }) => id === file.requirement);
  const askedBefore = before.filter(
    ({ requirement }) => requirement && requirement === file.requirement,
  ).length;
  const expectation = { ...form, askedBefore, ...(wanted && { kinds: wanted.kinds }) };
  const start = elapsedMs();
  const durations: { step: IntakeStepName; milliseconds: number }[] = [];
  let current: { step: IntakeStepName; since: number } | undefined;
  let firstFeedbackMs: number | undefined;
  const pictures: PagePicture[] = [];
  const close = (): void => {
    if (!current) return;
    const milliseconds = elapsedMs() - current.since;
    const last = durations.at(-1);
    if (last?.step === current.step) last.milliseconds += milliseconds;
    else durations.push({ step: current.step, milliseconds });
    current = undefined;
  };
  const examination = intake.examine(
    { input: file.input, name: file.name },
    expectation,
    signal && { signal },
  );
  for await (const event of examination) {
    if (event.type === 'step') {
      close();
      current = { step: event.step, since: elapsedMs() };
      onStep(file, index, event.step);
    } else if (event.type === 'picture' && event.page < SHOWN_PAGES) {
      pictures.push({ page: event.page, raster: event.raster });
    } else if (FEEDBACK.has(event.type)) firstFeedbackMs ??= elapsedMs() - start;
  }
  close();
  const report = await examination.report;
  const milliseconds = elapsedMs() - start;
  const requirement = file.requirement ?? requirementFor(report);
  return {
    file,
    requirement,
    report,
    pictures,
    durations,
    milliseconds,
    firstFeedbackMs: firstFeedbackMs ?? milliseconds,
  };
}

/** The requirement that a file of unsaid purpose is for, by the kind that it turned out to be. */
function requirementFor({ value }: IntakeReport): string | undefined {
  return consumerCredit.requirements.find(({ kinds }) => kinds.includes(value.kind ?? 'unknown'))?.id;
}
