import { type Timestamp, timestampFromMs, timestampMs } from '@dossierkit/core';
import {
  type AnswerRecord,
  createRouter,
  describeAnswer,
  type RequestPart,
  type Router,
  type RouterEvent,
  type RouterFinding,
} from '@dossierkit/priority-router';
import { createAgenda } from './agenda.js';
import { CLOSING, calendar, colleagues, leaves, OPENING, strategy } from './branch.js';
import { createCrew } from './crew.js';
import type { LetterRequest } from './letters.js';
import { type Mail, makeDay } from './make-day.js';

const MINUTE_MS = 60_000;
/** How often figures are kept for the line on the board. */
const SAMPLE_MS = 5 * MINUTE_MS;

/** What was done, and what the router found about it. */
export interface LogEntry {
  readonly event: RouterEvent;
  readonly findings: readonly RouterFinding[];
}

/** How the office stood at one moment. */
export interface Sample {
  readonly atMs: number;
  readonly open: number;
  readonly late: number;
}

/** A branch on one day: the router, the mail, the colleagues, and the time, which passes only when it is told to. */
export interface Office {
  readonly router: Router;
  readonly day: readonly Mail[];
  readonly nowMs: number;
  readonly answers: readonly AnswerRecord[];
  readonly log: readonly LogEntry[];
  readonly samples: readonly Sample[];
  /** Who is played by the person at the screen; the others work by themselves. */
  player: string | null;
  now(): Timestamp;
  advanceTo(ms: number): void;
  /** Applies what somebody does, now. */
  act(event: WithoutTime<RouterEvent>): readonly RouterFinding[];
  /** Sends the answer of a message, or of a request that was given to an expert. */
  answer(item: string, advisor: string): readonly RouterFinding[];
  /** Gives the requests of a message to their experts. */
  split(item: string, parts: readonly RequestPart[]): void;
  mailOf(item: string): Mail | undefined;
  /** The request that an item answers, where it is a part of a message. */
  requestOf(item: string): LetterRequest | undefined;
  inHandOf(advisor: string): readonly string[];
  /** Messages of customers; what was asked of experts is not counted again. */
  openCount(): number;
}

/** Any member of a union of events, before it is known when it happens. */
export type WithoutTime<Event> = Event extends unknown ? Omit<Event, 'at' | 'seq'> : never;

/** Opens the branch in the morning. The same seed is the same day. */
export function createOffice(seed: number): Office {
  const router = createRouter({ strategy, calendar });
  const agenda = createAgenda();
  const day = makeDay(seed);
  const mails = new Map(day.map((mail) => [mail.item, mail]));
  const answers: AnswerRecord[] = [];
  const log: LogEntry[] = [];
  const samples: Sample[] = [];
  let nowMs = Math.min(timestampMs(OPENING), timestampMs(day[0]?.at ?? OPENING));

  const act: Office['act'] = (action) => {
    const event = { ...action, at: office.now() } as RouterEvent;
    const findings = router.apply(event);
    log.push({ event, findings });
    return findings;
  };
  const sample = (): void => {
    const late = router.atRisk(0, { at: office.now() }).length;
    samples.push({ atMs: nowMs, open: office.openCount(), late });
    if (nowMs < timestampMs(CLOSING)) agenda.add(nowMs + SAMPLE_MS, sample);
  };
  const office: Office = {
    router,
    day,
    answers,
    log,
    samples,
    player: null,
    get nowMs() {
      return nowMs;
    },
    now: () => timestampFromMs(nowMs),
    act,
    advanceTo(ms) {
      for (let next = agenda.takeUntil(ms); next; next = agenda.takeUntil(ms)) {
        nowMs = Math.max(nowMs, next.atMs);
        next.run();
        if (calendar.isOpen(office.now())) crew.look();
      }
      nowMs = Math.max(nowMs, ms);
    },
    answer(item, advisor) {
      const [parent = '', part] = item.split('/');
      if (part !== undefined) {
        return act({ type: 'part-answered', item: parent, part, text: office.requestOf(item)?.answer ?? '' });
      }
      const view = router.item(item);
      const findings = act({ type: 'answered', item, advisor });
      if (view && findings.length === 0) {
        answers.push(describeAnswer(view, { advisor, at: office.now(), calendar }));
      }
      return findings;
    },
    split: (item, parts) => crew.split(item, parts),
    mailOf: (item) => mails.get(item.split('/')[0] ?? ''),
    requestOf: (item) => {
      const [parent = '', part] = item.split('/');
      return mails.get(parent)?.requests?.find((request) => request.part === part);
    },
    inHandOf: (advisor) => router.items().filter((item) => router.item(item)?.holder === advisor),
    openCount: () => router.items().filter((item) => !item.includes('/')).length,
  };
  const crew = createCrew(office, agenda);

  for (const { name: _name, ...advisor } of colleagues) act({ type: 'advisor-set', ...advisor });
  for (const leave of leaves) act({ type: 'leave-planned', ...leave });
  for (const { item, at, message } of day) {
    agenda.add(timestampMs(at), () => act({ type: 'message-arrived', item, ...message }));
  }
  agenda.add(timestampMs(OPENING), sample);
  return office;
}
