import { timestampFromMs } from '@dossierkit/core';
import type { RouterFinding } from '@dossierkit/priority-router';
import type { Office } from '../office/office.js';

const HOUR_MS = 3_600_000;
/** One click on "raise" or "lower". */
const STEP_POINTS = 5;

/** Which button was clicked, and on what. */
export interface Click {
  readonly office: Office;
  readonly player: string;
  readonly item: string;
  readonly part: string;
}

/** What each button of the pages does to the router. What comes back is told to the person. */
export const actions: Readonly<Record<string, (click: Click) => readonly RouterFinding[]>> = {
  take: ({ office, player, item }) => office.act({ type: 'taken', item, advisor: player }),
  send: ({ office, player, item }) => office.answer(item, player),
  'hand-back': ({ office, player, item }) => office.act({ type: 'handed-back', item, advisor: player }),
  pin: ({ office, player, item }) => office.act({ type: 'pinned', item, advisor: player }),
  raise: (click) => moveBy(click, STEP_POINTS),
  lower: (click) => moveBy(click, -STEP_POINTS),
  snooze: ({ office, player, item }) =>
    office.act({ type: 'snoozed', item, advisor: player, until: timestampFromMs(office.nowMs + HOUR_MS) }),
  release: ({ office, player, item }) => office.act({ type: 'released', item, advisor: player }),
  split: ({ office, item }) => {
    office.split(item, office.mailOf(item)?.requests ?? []);
    return [];
  },
  recall: ({ office, item, part }) => office.act({ type: 'part-recalled', item, part }),
  'send-away': ({ office, item }) =>
    office.act({ type: 'availability-changed', advisor: item, available: false }),
  'bring-back': ({ office, item }) =>
    office.act({ type: 'availability-changed', advisor: item, available: true }),
};

function moveBy({ office, player, item }: Click, step: number): readonly RouterFinding[] {
  const { items } = office.router.list(player, { at: office.now(), limit: 200 });
  const points = (items.find((each) => each.item === item)?.own?.points ?? 0) + step;
  return office.act({ type: 'moved', item, advisor: player, points });
}
