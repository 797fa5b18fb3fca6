// Type tests: `npm run check` compiles them, and a line marked as an error must be one.
import type {
  CodedError,
  Finding,
  FindingsOf,
  MessagesFor,
  NoParams,
  PlainDate,
  Timestamp,
} from './index.js';

type F = FindingsOf<{ 'a/x': { count: number }; 'a/y': NoParams }>;

export const good: F = { code: 'a/x', outcome: 'failed', severity: 'info', params: { count: 1 } };
// @ts-expect-error the parameter belongs to the code
export const wrongParams: F = { code: 'a/x', outcome: 'failed', severity: 'info', params: { count: '1' } };
// @ts-expect-error an unknown code
export const wrongCode: F = { code: 'a/z', outcome: 'failed', severity: 'info', params: {} };

// @ts-expect-error a missing message does not compile
export const incomplete: MessagesFor<F> = { 'a/y': () => ({ problem: '', advice: '' }) };

type E = CodedError<'a/one' | 'a/two'>;
// @ts-expect-error each code of a union has a message of its own
export const missing: MessagesFor<E> = { 'a/one': () => ({ problem: '', advice: '' }) };

export const anyFinding: Finding = good;
// @ts-expect-error text is not a day
export const day: PlainDate = '2026-05-03';
// @ts-expect-error a day is not an instant
export const at: Timestamp = '2026-05-03' as PlainDate;
