import { createTextFold, type TextFold } from '@dossierkit/core';

/** Look-alikes of other scripts, behind which hostile text hides. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x' },
  ...{ і: 'i', ѕ: 's', ј: 'j', α: 'a', ο: 'o', ρ: 'p', ν: 'v', ι: 'i', τ: 't' },
};
const NOT_PLAIN = /[^a-z0-9]/;

/** Lower case without accents, ligatures, invisible characters and foreign look-alikes; other characters stay. */
export const foldText: TextFold = createTextFold(LOOK_ALIKES);

/** The runs of letters and digits of a folded text: what is left of it for comparing words. */
export function keysOf(folded: string): string[] {
  const keys: string[] = [];
  let start = -1;
  for (let at = 0; at <= folded.length; at++) {
    const plain = at < folded.length && !NOT_PLAIN.test(folded[at] as string);
    if (plain && start < 0) start = at;
    if (!plain && start >= 0) {
      keys.push(folded.slice(start, at));
      start = -1;
    }
  }
  return keys;
}

/** A phrase as the phrase index knows it: folded, with nothing between its words. */
export function squeeze(phrase: string): string {
  return keysOf(foldText(phrase)).join('');
}
