import type { Locale, PlainDate, Timestamp } from '@dossierkit/core';
import { timestamp } from '@dossierkit/core';
import {
  type ClaimedRow,
  type ContactCase,
  createCalendar,
  explainStep,
  formatCallListCsv,
  type PlanStore,
  planContacts,
  planRows,
  SHARDS,
  selectCallList,
  simulatePolicy,
  timelineOf,
} from '@dossierkit/dunning-scheduler';
import { createMemoryPlanStore } from '@dossierkit/dunning-scheduler/testing';
import { formatCallListXlsx } from '@dossierkit/dunning-scheduler/xlsx';
import { friendly, lettersOnly } from './policies.js';
import { reportPage } from './report-page.js';

/** Everything the desk writes, by file name. */
export type DeskFiles = Readonly<Record<string, string | Uint8Array>>;

/** What a day at the desk needs to know. */
export interface DeskOptions {
  readonly at: Timestamp;
  readonly locale: Locale;
  /** The case whose timeline is written. Default: the first. */
  readonly caseId?: string | undefined;
  readonly onProgress: (done: number, all: number, what: string) => void;
}

const MODEL = {
  perContact: { sms: 0.16, email: 0.12, phone: 0.3, letter: 0.14 },
  fatigue: 0.8,
  perDay: 0.006,
} as const;
const MODEL_TEXT =
  'each SMS moves 16 % of customers, an e-mail 12 %, a call 30 %, a letter 14 %, each further contact a fifth less, and 0.6 % a day act without being asked.';

/** Plans all cases, sends what is due into the outbox, and makes the lists and pages of the day. */
export async function runDesk(cases: readonly ContactCase[], options: DeskOptions): Promise<DeskFiles> {
  const { at, locale, onProgress } = options;
  const calendar = createCalendar({ country: 'DE', region: 'BY', zone: 'Europe/Berlin' });
  const store = createMemoryPlanStore();
  for (const [index, item] of cases.entries()) {
    const { value } = planContacts(item, friendly, { at, calendar });
    await store.replace([planRows(value)]);
    onProgress(index + 1, cases.length, 'planned');
  }
  const outbox = await sendDue(store, at);
  const list = selectCallList(
    cases,
    { ageDaysAtLeast: 10 },
    { at, policy: friendly, calendarOf: calendar, locale },
  );
  const item = cases.find(({ id }) => id === options.caseId) ?? cases[0];
  onProgress(0, 2, 'simulated');
  const from = at.slice(0, 10) as PlainDate;
  const population = populationFrom(cases, from);
  const results = [friendly, lettersOnly].map((policy, index) => {
    const result = simulatePolicy(policy, population, { calendar, from, days: 120, model: MODEL, seed: 1 });
    onProgress(index + 1, 2, 'simulated');
    return result;
  });
  return {
    'outbox.jsonl': outbox.map((row) => `${JSON.stringify(row)}\n`).join(''),
    'calls.csv': formatCallListCsv(list),
    'calls.xlsx': await formatCallListXlsx(list),
    'timeline.txt': item ? timelineText(item, at, locale, calendar) : '',
    'comparison.html': reportPage(results, MODEL_TEXT),
  };
}

/** One worker's round: claim, write down that sending begins, send, write down how it ended. */
async function sendDue(store: PlanStore, now: Timestamp): Promise<ClaimedRow[]> {
  const leaseUntil = timestamp(new Date(Date.parse(now) + 60_000).toISOString());
  const claimed = await store.claim({ fromShard: 0, toShard: SHARDS, now, leaseUntil, limit: 1000 });
  const sent: ClaimedRow[] = [];
  // One by one: after a crash at most one message is in doubt.
  for (const row of claimed) {
    const [begun] = await store.begin([row], now);
    if (!begun) continue;
    sent.push(begun); // Here a real desk would hand it to its mailer, with `row.key` as idempotency key.
    await store.finish([{ row: begun, outcome: 'sent' }], now);
  }
  return sent;
}

function timelineText(
  item: ContactCase,
  at: Timestamp,
  locale: Locale,
  calendar: ReturnType<typeof createCalendar>,
): string {
  const { value } = planContacts(item, friendly, { at, calendar });
  const lines = timelineOf(item, value, { calendar, locale, at }).map(({ when, time, text, step }) => {
    const mark = { past: '✓', next: '→', later: '·', open: '?' }[when];
    const date = time?.local.replace('T', ' ') ?? '…';
    const why = when === 'past' || step === undefined ? [] : (explainStep(value, step, locale)?.why ?? []);
    return [`${mark} ${date}  ${text}`, ...why.map((reason) => `      ${reason}`)].join('\n');
  });
  return `${item.id}\n${lines.join('\n')}\n`;
}

/** A thousand new cases like those of the file, to try policies on. */
function populationFrom(cases: readonly ContactCase[], from: PlainDate): ContactCase[] {
  return Array.from({ length: 1000 }, (_, index) => {
    const item = cases[index % cases.length] as ContactCase;
    const fresh = { ...item, id: `${item.id}-${index}`, events: [] };
    return item.kind === 'claim'
      ? { ...fresh, kind: 'claim', due: from }
      : { ...fresh, kind: 'dossier', stoppedOn: from };
  }) as ContactCase[];
}
