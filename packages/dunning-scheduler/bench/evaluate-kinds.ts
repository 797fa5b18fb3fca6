/** One labelled question. */
export interface Vector {
  readonly id: string;
  readonly kind: string;
  // biome-ignore lint/suspicious/noExplicitAny: the shape of a question depends on its kind.
  readonly input: any;
  // biome-ignore lint/suspicious/noExplicitAny: so does the shape of an answer.
  readonly expected: any;
}

/** Answers a question; `expected` only says which of the things that can be told are asked for. */
// biome-ignore lint/suspicious/noExplicitAny: see Vector.
export type Grade = (input: any, expected: any) => unknown;
