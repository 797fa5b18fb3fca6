import type { PageNumber } from '../../examination.js';
import type { IntakeFinding } from '../../findings.js';

/** One photo of a letter: what its page is numbered, where that was read. */
export interface LetterPage {
  readonly file: number;
  readonly number: PageNumber | undefined;
}

/** In which order do the photos make one letter, and is a page missing? */
export function judgeLetter(pages: readonly LetterPage[]): {
  readonly findings: IntakeFinding[];
  /** Files, counted from 0, in the order of the letter; those without a number keep their place at the end. */
  readonly order: readonly number[];
} {
  const order = pages
    .toSorted(
      (a, b) => (a.number?.page ?? Number.POSITIVE_INFINITY) - (b.number?.page ?? Number.POSITIVE_INFINITY),
    )
    .map(({ file }) => file);
  const numbers = pages.flatMap(({ number }) => (number ? [number.page] : []));
  const of = Math.max(0, ...pages.map(({ number }) => number?.of ?? 0));
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((page) => !numbers.includes(page));
  const told = of > 0 && numbers.length === pages.length;
  return {
    order,
    findings: [
      {
        code: 'document-intake/pages-complete',
        outcome: !told ? 'inconclusive' : missing.length === 0 ? 'passed' : 'failed',
        severity: told || of > 0 ? 'critical' : 'warning',
        params: { missing: told ? missing : [], of },
      },
    ],
  };
}
