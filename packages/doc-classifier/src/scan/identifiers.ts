import { type LineText, type Scene, spanOf } from '../text/scene.js';
import type { Candidate } from './candidate.js';
import { IBAN_LENGTHS, isFrenchVat, isGermanTaxId, isIban, isLuhn, isNir, isSiret } from './check-digits.js';
import { repairIban } from './repair-iban.js';

/** The kinds of identifiers that scanners know. */
export type IdentifierType = 'iban' | 'bic' | 'siren' | 'siret' | 'vat' | 'de-tax-id' | 'nir';

// Bounded quantifiers throughout: linear time.
const IBAN = /(?<![a-z0-9])[a-z][ \t]?[a-z][ \t]?[0-9oilsbz][ \t]?[0-9oilsbz](?:[ \t]?[a-z0-9]){11,30}/g;
const BIC = /(?<![a-z0-9])[a-z]{6}[a-z0-9]{2}(?:[a-z0-9]{3})?(?![a-z0-9])/g;
const VAT =
  /(?<![a-z0-9])(?:fr ?[a-z0-9]{2}(?: ?\d){9}|de(?: ?\d){9}|atu(?: ?\d){8}|gb(?: ?\d){9}|che-?\d{3}[. ]?\d{3}[. ]?\d{3})(?!\d)/g;

/** Finds every identifier of one type, each with whether its check digits agree. */
export function scanIdentifiers(scene: Scene, type: IdentifierType): Candidate<string>[] {
  return scene.lineTexts.flatMap((line) => {
    if (type === 'iban') return ibansOf(line);
    if (type === 'bic') return matches(line, line.text, BIC).flatMap((found) => bicOf(found, scene));
    if (type === 'vat') return matches(line, line.digits, VAT).map(vatOf);
    if (type === 'siren') return checked(digitRuns(line, [9]), isLuhn);
    if (type === 'siret') return checked(digitRuns(line, [14]), isSiret);
    if (type === 'nir') return checked(digitRuns(line, [15]), isNir);
    return checked(digitRuns(line, [11]), isGermanTaxId);
  });
}

function matches(line: LineText, text: string, pattern: RegExp): Candidate<string>[] {
  return [...text.matchAll(pattern)].map((match) => ({
    ...spanOf(line, match.index as number, (match.index as number) + match[0].length),
    value: match[0].replace(/[^a-z0-9]/g, '').toUpperCase(),
    certainty: 1,
  }));
}

function checked(candidates: Candidate<string>[], check: (digits: string) => boolean): Candidate<string>[] {
  return candidates.map((candidate) => {
    const good = check(candidate.value);
    return { ...candidate, checked: good, certainty: good ? candidate.certainty : 0.4 };
  });
}

/** A BIC is printed in capitals; a lower-case word of eight letters is a word. */
function bicOf(found: Candidate<string>, scene: Scene): Candidate<string>[] {
  const raw = scene.words[found.first]?.text ?? '';
  const country = found.value.slice(4, 6);
  if (raw !== raw.toUpperCase() || !(country in IBAN_LENGTHS)) return [];
  return [{ ...found, certainty: 0.8 }];
}

function vatOf(found: Candidate<string>): Candidate<string> {
  if (!found.value.startsWith('FR')) return found;
  const good = isFrenchVat(found.value);
  return { ...found, checked: good, certainty: good ? 1 : 0.4 };
}

/** An IBAN may be followed by more letters on its line, and OCR may have read some of its digits as letters. */
function ibansOf(line: LineText): Candidate<string>[] {
  const found: Candidate<string>[] = [];
  for (const match of overlapping(line.text, IBAN)) {
    const from = match.index;
    const country = match[0].slice(0, 2).toUpperCase();
    const length = IBAN_LENGTHS[country];
    if (length === undefined) continue;
    const places = [...match[0]].flatMap((char, at) => (char === ' ' || char === '\t' ? [] : [at]));
    const last = places[length - 1];
    if (last === undefined) continue;
    const printed = places
      .slice(0, length)
      .map((at) => match[0][at])
      .join('')
      .toUpperCase();
    const span = spanOf(line, from, from + last + 1);
    const read = isIban(printed) ? { iban: printed, certainty: 1 } : repairIban(printed, country);
    if (read) {
      found.push({ ...span, value: read.iban, checked: true, certainty: read.certainty });
    } else if (/^[A-Z]{2}\d{2}/.test(printed) && /\d{6}/.test(printed)) {
      found.push({ ...span, value: printed, checked: false, certainty: 0.5 });
    }
  }
  return found;
}

/** A match that turns out to be none must not hide one that begins inside it. */
function* overlapping(text: string, pattern: RegExp): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const next = match.index + 1;
    yield match;
    pattern.lastIndex = next;
  }
}

/** Runs of digits in groups with single gaps, in one of the wanted lengths. */
export function digitRuns(line: LineText, lengths: readonly number[]): Candidate<string>[] {
  const found: Candidate<string>[] = [];
  const longest = Math.max(...lengths);
  const groups = [...line.digits.matchAll(/(?<![a-z0-9])\d{1,20}(?![a-z0-9])/g)];
  for (let at = 0; at < groups.length; at++) {
    let digits = '';
    for (let end = at; end < groups.length && digits.length < longest; end++) {
      const group = groups[end] as RegExpExecArray;
      const before = groups[end - 1];
      if (end > at && before && !isSmallGap(line.digits, before, group)) break;
      digits += group[0];
      if (!lengths.includes(digits.length)) continue;
      const from = (groups[at] as RegExpExecArray).index;
      const span = spanOf(line, from, group.index + group[0].length);
      found.push({ ...span, value: digits, certainty: end === at ? 1 : 0.9 });
      break;
    }
  }
  return found;
}

/** Digits in the boxes of a form stand far apart, but one by one. */
function isSmallGap(text: string, before: RegExpExecArray, after: RegExpExecArray): boolean {
  const gap = text.slice(before.index + before[0].length, after.index);
  const inBoxes = before[0].length === 1 && after[0].length === 1;
  return gap.length <= 3 && (inBoxes ? /^[ \t|.\-/]*$/ : /^[ .\-/]*$/).test(gap);
}
