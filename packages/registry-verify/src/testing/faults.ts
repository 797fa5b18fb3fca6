import type { PlayedAnswer } from './play.js';

/**
 * Ways in which a register goes wrong on the wire. `down` cuts the connection, `slow` never answers; the others answer.
 */
export const REGISTER_FAULTS = [
  'down',
  'slow',
  'server-error',
  'rate-limited',
  'wrong-shape',
  'empty',
  'html',
  'not-found-page',
  'half-json',
  'null',
  'redirect-loop',
  'expired-token',
  'forbidden',
  'bad-request',
  'too-large',
] as const;

/** One of {@link REGISTER_FAULTS}. */
export type RegisterFault = (typeof REGISTER_FAULTS)[number];

const html = (title: string): string =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;

/** What goes over the wire with a fault; `cut` and `wait` are for the connection itself. */
export function withFault(
  fault: RegisterFault,
  good: PlayedAnswer,
  url: string,
): PlayedAnswer | 'cut' | 'wait' {
  const answers: Readonly<Record<RegisterFault, PlayedAnswer | 'cut' | 'wait'>> = {
    down: 'cut',
    slow: 'wait',
    'server-error': { status: 503, body: '{"message":"Service Unavailable"}' },
    'rate-limited': {
      status: 429,
      headers: { 'retry-after': '3600' },
      body: '{"message":"Too many requests"}',
    },
    'wrong-shape': { status: 200, body: '{"hello":{"world":[1,2,3]}}' },
    empty: { status: 200, body: '' },
    html: { status: 200, headers: { 'content-type': 'text/html' }, body: html('Maintenance en cours') },
    'not-found-page': { status: 404, headers: { 'content-type': 'text/html' }, body: html('404 Not Found') },
    'half-json': { ...good, body: good.body.slice(0, Math.ceil(good.body.length / 2)) },
    null: { status: 200, body: 'null' },
    'redirect-loop': { status: 302, headers: { location: url }, body: '' },
    'expired-token': { status: 401, body: '{"message":"Expired JWT Token"}' },
    forbidden: { status: 403, body: '{"message":"Forbidden"}' },
    'bad-request': { status: 400, body: '{"message":"Bad request"}' },
    'too-large': { status: 200, body: `{"results":"${'x'.repeat(100_000)}"}` },
  };
  return answers[fault];
}
