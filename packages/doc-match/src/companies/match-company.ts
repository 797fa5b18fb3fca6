import type { Compared } from '../agreement.js';
import { fold } from '../fold.js';
import { compareTokens } from '../names/compare-tokens.js';
import { splitLegalForm } from './legal-forms.js';

/** Why company names agree or not. */
export type CompanyReason =
  | 'same'
  | 'without-form'
  | 'misread'
  | 'order'
  | 'other-form'
  | 'one-letter'
  | 'part'
  | 'other-name'
  | 'no-name';

const SMALL = new Set('et und and the le la les de du des der die das societe ste firma groupe'.split(' '));

/** Compares two company names. The legal form may be left out, but not be another one. */
export function matchCompany(document: string, record: string): Compared<CompanyReason> {
  const [a, b] = [parseCompany(document), parseCompany(record)];
  const form = { document: a.normal, record: b.normal };
  const judged = (
    answer: Compared['answer'],
    score: number,
    reason: CompanyReason,
  ): Compared<CompanyReason> => ({
    ...form,
    answer,
    score,
    reason,
  });
  if (a.name.length === 0 || b.name.length === 0) return judged('cannot-tell', 0, 'no-name');
  const alike = compareNames(a.name, b.name);
  if (alike === 'other-name') return judged('differ', 0, 'other-name');
  if (alike === 'one-letter') return judged('cannot-tell', 0.5, 'one-letter');
  if (alike === 'part') return judged('cannot-tell', 0.5, 'part');
  if (a.form && b.form && a.form !== b.form) return judged('cannot-tell', 0.6, 'other-form');
  if (alike !== 'same') return judged('agree', 0.9, alike);
  return a.form === b.form ? judged('agree', 1, 'same') : judged('agree', 0.95, 'without-form');
}

interface Company {
  readonly name: readonly string[];
  readonly form?: string;
  readonly normal: string;
}

function parseCompany(text: string): Company {
  const words = fold(text.slice(0, 200))
    .replace(/&|\+/g, ' et ')
    .replace(/['.]/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const plain = words.filter((word) => word !== 'et');
  const { name, form } = splitLegalForm(joinInitials(plain));
  const telling = name.filter((word) => !SMALL.has(word));
  const kept = telling.length > 0 ? telling : name;
  return { name: kept, ...(form ? { form } : {}), normal: [...kept, ...(form ? [form] : [])].join(' ') };
}

/** "B M W" is BMW. */
function joinInitials(words: readonly string[]): string[] {
  const joined: string[] = [];
  let initials = '';
  for (const word of [...words, '']) {
    if (word.length === 1) {
      initials += word;
      continue;
    }
    if (initials !== '') joined.push(initials);
    initials = '';
    if (word !== '') joined.push(word);
  }
  return joined;
}

function compareNames(a: readonly string[], b: readonly string[]): CompanyReason {
  if (a.join('') === b.join('')) return 'same';
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const left = [...many];
  let reason: CompanyReason = 'order';
  for (const word of few) {
    const matches = left.map((other) => compareTokens(word, other));
    const at = ['same', 'misread', 'near']
      .map((wanted) => matches.indexOf(wanted as 'same'))
      .find((found) => found >= 0);
    if (at === undefined) return 'other-name';
    const match = matches[at];
    if (match === 'near') reason = 'one-letter';
    else if (match === 'misread' && reason === 'order') reason = 'misread';
    left.splice(at, 1);
  }
  return left.length > 0 ? 'part' : reason;
}
