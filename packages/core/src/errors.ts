import type { Result } from './result.js';

/** The parameters of a message that needs none. */
export type NoParams = Readonly<Record<never, never>>;

/**
 * An expected error as data: a code of the form `package/what-is-wrong`, and the parameters of its message.
 *
 * `CodedError<'a/x' | 'a/y'>` is a union with one member for each code. The parameters never hold personal data.
 */
export type CodedError<
  Code extends string = string,
  Params extends object = Readonly<Record<string, unknown>>,
> = Code extends string ? { readonly code: Code; readonly params: Params } : never;

/** The union of coded errors that a table of parameters by code describes. */
export type CodedErrorsOf<ParamsByCode extends object> = {
  [Code in keyof ParamsByCode & string]: {
    readonly code: Code;
    readonly params: ParamsByCode[Code] & object;
  };
}[keyof ParamsByCode & string];

/** Makes the data of an expected error. */
export function codedError<const Code extends string, Params extends object>(
  code: Code,
  params: Params,
): { readonly code: Code; readonly params: Params } {
  return { code, params };
}

const MARK = Symbol.for('@dossierkit/error');

/** What a {@link DossierkitError} may carry beside its code. */
export interface DossierkitErrorOptions {
  /** Plain data that helps to find the mistake. Never personal data. */
  readonly context?: Readonly<Record<string, unknown>>;
  /** The error that led to this one. */
  readonly cause?: unknown;
}

/**
 * A mistake of the program: a policy that does not validate, a negative limit, an object used after it was closed.
 *
 * Bad or hostile input never throws this; it gets a finding or a {@link CodedError}. Recognise it with
 * {@link isDossierkitError}: `instanceof` fails where two copies of the package are installed.
 */
export class DossierkitError extends Error {
  override readonly name: string = 'DossierkitError';
  /** What went wrong, as `package/what-went-wrong`. */
  readonly code: string;
  readonly context: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, options: DossierkitErrorOptions = {}) {
    super(`${message} [${code}]`, 'cause' in options ? { cause: options.cause } : undefined);
    Object.defineProperty(this, MARK, { value: true });
    this.code = code;
    this.context = options.context ?? {};
  }
}

/** Whether `error` is a {@link DossierkitError}, also one from another copy of the package. */
export function isDossierkitError(error: unknown): error is DossierkitError {
  return typeof error === 'object' && error !== null && MARK in error;
}

/**
 * The value of a Result, for callers who hold an error to be their own mistake.
 *
 * @throws {DossierkitError} with the code of the error, and its parameters as context
 */
export function unwrap<T, E extends { readonly code: string; readonly params: object }>(
  result: Result<T, E>,
): T {
  if (result.ok) return result.value;
  const { code, params } = result.error;
  throw new DossierkitError(code, 'This value was expected to be valid', { context: { ...params } });
}
