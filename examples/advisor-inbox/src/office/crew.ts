import { timestampMs } from '@dossierkit/core';
import type { RequestPart } from '@dossierkit/priority-router';
import type { Agenda } from './agenda.js';
import { calendar, colleagues } from './branch.js';
import type { Office } from './office.js';

const MINUTE_MS = 60_000;
/** Reading a letter well enough to see that it holds several requests. */
const READING_MS = 2 * MINUTE_MS;
/** Somebody outside answers after this much open time, if at all. */
const OUTSIDE_MS = 80 * MINUTE_MS;
/** One in so many letters to somebody outside stays without an answer. */
const SILENT_EVERY = 3;

/** Everybody but the person at the screen: they take what the router gives them, and answer it. */
export interface Crew {
  /** Whoever has nothing to do asks for the next message. */
  look(): void;
  /** Gives the requests of a message to their experts; those outside answer after a while, or stay silent. */
  split(item: string, parts: readonly RequestPart[]): void;
}

export function createCrew(office: Office, agenda: Agenda): Crew {
  const busyWith = new Map<string, string>();

  const later = (openMs: number, run: () => void): void => {
    agenda.add(timestampMs(calendar.add(office.now(), openMs)), run);
  };
  const work = (advisor: string): void => {
    const at = office.now();
    const item = office.inHandOf(advisor)[0] ?? office.router.next(advisor, { at });
    if (item === null || item === undefined) return;
    if (office.router.item(item)?.holder !== advisor) office.act({ type: 'taken', item, advisor });
    busyWith.set(advisor, item);
    const mail = office.mailOf(item);
    const splits = !item.includes('/') && mail?.requests && !office.router.delegation(item);
    later(splits ? READING_MS : (mail?.serviceMs ?? READING_MS), () => {
      if (busyWith.get(advisor) !== item) return;
      busyWith.delete(advisor);
      if (office.player === advisor || office.router.item(item)?.holder !== advisor) return;
      if (splits) crew.split(item, mail?.requests ?? []);
      else finish(item, advisor);
    });
  };
  /** Answers, without what nobody has answered by now: that the customer is told on the telephone. */
  const finish = (item: string, advisor: string): void => {
    for (const { part } of office.router.delegation(item)?.reply.missing ?? []) {
      office.act({ type: 'part-recalled', item, part });
    }
    office.answer(item, advisor);
  };
  const crew: Crew = {
    look() {
      for (const { advisor } of colleagues) {
        if (advisor !== office.player && !busyWith.has(advisor)) work(advisor);
      }
    },
    split(item, parts) {
      const asked = parts.map(
        ({ part, expert, reason }): RequestPart => ({ part, expert, ...(reason ? { reason } : {}) }),
      );
      office.act({ type: 'delegated', item, parts: asked });
      for (const { part, expert } of parts) {
        if (!('external' in expert) || Number(item.slice(1)) % SILENT_EVERY === 0) continue;
        later(OUTSIDE_MS, () => office.answer(`${item}/${part}`, ''));
      }
    },
  };
  return crew;
}
