import { type PlainDate, plainDateAt, type Timestamp, unwrap } from '@dossierkit/core';
import type { Raster } from '@dossierkit/doc-raster';
import type { Reader } from '@dossierkit/doc-reader';
import {
  createIntake,
  defineIntakePolicy,
  type Expectation,
  type IntakeReport,
  type IntakeStepName,
} from '@dossierkit/document-intake';
import {
  applyEvent,
  type DocumentFacts,
  type Dossier,
  type DossierEvent,
  type DossierSummary,
  openDossier,
  summarizeDossier,
} from '@dossierkit/dossier-state';
import { type ContactPlan, type DossierCase, planContacts } from '@dossierkit/dunning-scheduler';
import { consumerCredit, customerCalendar, reminders } from './product.js';
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

/** The whole journey: files, dossier, reminders. */
export interface Journey {
  readonly at: Timestamp;
  readonly files: readonly FileResult[];
  readonly dossier: Dossier;
  readonly summary: DossierSummary;
  readonly contactCase: DossierCase | undefined;
  readonly plan: ContactPlan | undefined;
}

/** What is known of the customer, to compare documents with. */
export type CustomerForm = Pick<Expectation, 'record' | 'identity'>;

/** What the journey needs. */
export interface JourneyOptions {
  readonly reader: Reader;
  readonly at: Timestamp;
  readonly form: CustomerForm;
  /** Milliseconds of a steady clock, for the durations that are shown. */
  readonly elapsedMs: () => number;
  readonly onStep: (file: HandedIn, index: number, step: IntakeStepName) => void;
  readonly onFile: (result: FileResult, index: number) => void;
  readonly signal?: AbortSignal;
}

/** Pages of a file that are shown in the report, and their longer side in pixels. */
const SHOWN_PAGES = 2;
const PICTURE_SIDE_PX = 900;
/** Events that can tell a customer what to do. */
const FEEDBACK = new Set(['noticed', 'quality', 'zone', 'kind', 'done']);

/** Plays a dossier from its opening to the reminders that are planned for what is still missing. */
export async function playJourney(files: readonly HandedIn[], options: JourneyOptions): Promise<Journey> {
  const { at } = options;
  let { dossier } = unwrap(openDossier({ id: 'dossier-1', product: consumerCredit, at }));
  const results: FileResult[] = [];
  for (const [index, file] of files.entries()) {
    const result = await examine(file, index, results, options);
    results.push(result);
    options.onFile(result, index);
    for (const event of eventsOf(result, index, at)) {
      const applied = applyEvent(dossier, event, { product: consumerCredit });
      if (applied.ok) dossier = applied.value.dossier;
    }
  }
  const summary = summarizeDossier(dossier, consumerCredit, { at });
  const contactCase = caseOf(summary, at);
  const plan =
    contactCase && planContacts(contactCase, reminders, { at, calendar: customerCalendar() }).value;
  return { at, files: results, dossier, summary, contactCase, plan };
}

async function examine(
  file: HandedIn,
  index: number,
  before: readonly FileResult[],
  { reader, at, form, elapsedMs, onStep, signal }: JourneyOptions,
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

function* eventsOf(
  { requirement, report }: FileResult,
  index: number,
  at: Timestamp,
): Generator<DossierEvent> {
  if (requirement === undefined) return;
  const submission = `file-${index + 1}`;
  yield {
    id: `${submission}/handed-in`,
    type: 'handed-in',
    at,
    submission,
    requirement,
    digest: report.subject,
  };
  yield {
    id: `${submission}/report`,
    type: 'report-received',
    at,
    submission,
    report,
    facts: factsOf(report),
  };
}

/** The kind and the dates that a requirement asks about. */
function factsOf({ value }: IntakeReport): DocumentFacts {
  const { kind, zone } = value.checks;
  const field = (name: string): string | undefined => {
    const found = kind?.value.fields.find((each) => each.name === name)?.value;
    return typeof found === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(found) ? found : undefined;
  };
  const issuedOn = field('issueDate');
  const validUntil = field('expiryDate') ?? zone?.value?.fields.expiryDate?.date;
  return {
    ...(value.kind && value.kind !== 'unknown' && { kind: value.kind }),
    ...(issuedOn && { issuedOn }),
    ...(validUntil && { validUntil }),
  };
}

/** The incomplete dossier as the scheduler of reminders sees it; nothing where it is not the customer's turn. */
function caseOf({ id, turn, missing, deadline }: DossierSummary, at: Timestamp): DossierCase | undefined {
  if (turn !== 'customer') return undefined;
  const stoppedOn: PlainDate = plainDateAt(at, consumerCredit.zone);
  return {
    kind: 'dossier',
    id,
    stoppedOn,
    stage: 'documents',
    missing: missing.map((requirement) => requirement.id),
    ...(deadline && { deadline: plainDateAt(deadline, consumerCredit.zone) }),
    customer: {
      id: 'customer-1',
      channels: {
        portal: { reachable: true },
        email: { reachable: true, consent: 'given' },
        phone: { reachable: true, consent: 'given' },
        letter: { reachable: true },
      },
    },
    events: [],
  };
}
