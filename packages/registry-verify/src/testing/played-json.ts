import type { PlayedAnswer } from './play.js';

/** An answer in JSON. */
export const json = (value: unknown, status = 200): PlayedAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});
