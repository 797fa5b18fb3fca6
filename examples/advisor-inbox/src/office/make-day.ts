import { type Timestamp, timestampMs } from '@dossierkit/core';
import { generateHistory, type Message } from '@dossierkit/priority-router';
import { CLOSING, calendar, colleagues, model, OPENING } from './branch.js';
import { customerNames, type Letter, letters } from './letters.js';

/** One message of the day: what the router is told, and what people read. */
export interface Mail extends Letter {
  readonly item: string;
  readonly at: Timestamp;
  readonly customer: string;
  readonly message: Omit<Message, 'item'>;
  readonly serviceMs: number;
}

/** A day of mail out of a seed, oldest first: what came over night, then what comes until the doors close. */
export function makeDay(seed: number): readonly Mail[] {
  const history = generateHistory({ ...model, seed }, calendar);
  const lastNight = timestampMs(calendar.subtract(OPENING, 0));
  const today = history.messages.filter(({ at }) => timestampMs(at) >= lastNight && at < CLOSING);
  const drawn = new Map<string, number>();
  return today.map(({ at, message, serviceMs }, index) => {
    const draw = spread(seed, index);
    const reason = message.reason ?? '';
    const turn = drawn.get(reason) ?? seed;
    drawn.set(reason, turn + 1);
    const letter = pick(reason, turn);
    const owner = colleagues[draw % colleagues.length]?.advisor ?? '';
    const customer = customerNames[(draw >>> 4) % customerNames.length] ?? '';
    return {
      ...letter,
      item: `m${index + 1}`,
      at,
      customer,
      serviceMs,
      message: {
        team: 'branch',
        channel: 'mail',
        reason: letter.reason,
        customer,
        owner,
        profile: draw % 7 === 0 ? 'premium' : 'private',
        interactions: (draw >>> 8) % 4,
        language: letter.language,
        skills: [letter.reason],
        ...(letter.flags ? { flags: letter.flags } : {}),
      },
    };
  });
}

function pick(reason: string, turn: number): Letter {
  const fitting = letters.filter((letter) => letter.reason === reason);
  return fitting[turn % fitting.length] ?? (letters[0] as Letter);
}

/** A number that looks like chance and follows from seed and index. */
function spread(seed: number, index: number): number {
  let mixed = Math.imul(seed + 1, 0x9e37_79b1) ^ Math.imul(index + 1, 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b_3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a_2d39);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
