import { type PlainDate, plainDateAt, type Timestamp, unwrap } from '@dossierkit/core';
import type { IntakeReport } from '@dossierkit/document-intake';
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
import { type ExamineOptions, examineFile, type FileResult } from './examine-file.js';
import { consumerCredit, customerCalendar, reminders } from './product.js';
import type { HandedIn } from './story.js';

/** The whole journey: files, dossier, reminders. */
export interface Journey {
  readonly at: Timestamp;
  readonly files: readonly FileResult[];
  readonly dossier: Dossier;
  readonly summary: DossierSummary;
  readonly contactCase: DossierCase | undefined;
  readonly plan: ContactPlan | undefined;
}

/** What the journey needs. */
export interface JourneyOptions extends ExamineOptions {
  readonly onFile: (result: FileResult, index: number) => void;
}

/** Plays a dossier from its opening to the reminders that are planned for what is still missing. */
export async function playJourney(files: readonly HandedIn[], options: JourneyOptions): Promise<Journey> {
  const { at } = options;
  let { dossier } = unwrap(openDossier({ id: 'dossier-1', product: consumerCredit, at }));
  const results: FileResult[] = [];
  for (const [index, file] of files.entries()) {
    const result = await examineFile(file, index, results, options);
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
