import { linesOf, type PageText } from '@dossierkit/core';
import type { PageNumber } from '../../examination.js';

/** `Page 2/3`, `Seite 2 von 3`, `page 2 sur 3`, `2 of 3`; alone on its line or after a word for page. */
const NUMBERED =
  /(?:^|\b(?:page|seite|blatt|p\.|s\.))\s*[-–]?\s*(\d{1,2})\s*(?:\/|of|von|sur|de)\s*(\d{1,2})\s*[-–]?\s*$/iu;

/** The number that a page bears, by its last such line. */
export function pageNumberOf(text: PageText): PageNumber | undefined {
  for (const { text: line } of linesOf(text).toReversed()) {
    const match = NUMBERED.exec(line.trim());
    const [page, of] = [Number(match?.[1]), Number(match?.[2])];
    if (match && page >= 1 && page <= of) return { page, of };
  }
  return undefined;
}
