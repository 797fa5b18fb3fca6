/** What a caller must expect to fail, as data: the value, or why there is none. */
export type Result<T, E> = Ok<T> | Err<E>;

/** The half of a {@link Result} that has a value. */
export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

/** The half of a {@link Result} that has an error. */
export interface Err<E> {
  readonly ok: false;
  readonly error: E;
}

/** A {@link Result} that succeeded. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** A {@link Result} that failed. */
export function err<E>(error: E): Err<E> {
  return { ok: false, error };
}
