import {
  ALPHABETS,
  type MrzAlphabet,
  type MrzFieldLayout,
  type MrzFormat,
  type MrzLayout,
} from '../layout.js';
import type { MrzDetail, MrzFieldProblem, MrzFields } from '../reading.js';
import { isHolderCode, isMrzState, isOrganisation } from '../states.js';
import { isDate, isMonth } from './mrz-date.js';

type ReadDates = Pick<MrzFields, 'birthDate' | 'expiryDate'>;

/** Every field with its place, and what is wrong with it. `dates`: as they were read already. */
export function detailsOf(layout: MrzLayout, lines: readonly string[], dates: ReadDates): MrzDetail[] {
  return layout.fields.map((field) => {
    const { name, line, start, end } = field;
    const text = (lines[line] as string).slice(start, end);
    const problem = problemOf(field, text, layout, dates);
    return problem ? { name, line, start, end, text, problem } : { name, line, start, end, text };
  });
}

function problemOf(
  { name, alphabet }: MrzFieldLayout,
  text: string,
  layout: MrzLayout,
  dates: ReadDates,
): MrzFieldProblem | undefined {
  if (!fits(text, alphabet)) {
    if (alphabet === 'filler') return 'filler-expected';
    return alphabet === 'sex' ? 'unknown-sex' : 'wrong-characters';
  }
  switch (name) {
    case 'birthDate':
      return dates.birthDate && isDate(dates.birthDate) ? undefined : 'not-a-date';
    case 'expiryDate':
      return dates.expiryDate && isDate(dates.expiryDate) ? undefined : 'not-a-date';
    case 'issueMonth':
      return isMonth(text) ? undefined : 'not-a-date';
    case 'issuingState':
    case 'nationality':
      if (!isMrzState(withoutFillers(text))) return 'unknown-state';
      return name === 'issuingState' && !mayIssue(layout.format, text) ? 'not-an-issuer' : undefined;
    case 'name':
    case 'surname':
      return text.charCodeAt(0) === 60 ? 'no-name' : undefined;
    case 'documentCode':
      return isLetter(text.charCodeAt(0)) ? undefined : 'wrong-characters';
    case 'documentNumber':
      return withoutFillers(text) === '' ? 'empty' : undefined;
    default:
      return undefined;
  }
}

/** Whether a state or organisation issues documents of this kind. */
function mayIssue(format: MrzFormat, state: string): boolean {
  switch (format) {
    case 'MRV-A':
    case 'MRV-B':
      return !isHolderCode(state) && !isOrganisation(state);
    case 'FRENCH-CNI':
    case 'FRENCH-DL':
      return state === 'FRA';
    case 'SWISS-DL':
      return state === 'CHE' || state === 'LIE';
    default:
      return !isHolderCode(state);
  }
}

/** Without the fillers at its end. */
export function withoutFillers(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 60) end--;
  return end === text.length ? text : text.slice(0, end);
}

const isLetter = (code: number): boolean => code >= 65 && code <= 90;

/** One bit for each alphabet that a character belongs to, by character code: quicker than a function for each. */
const BITS: Readonly<Record<MrzAlphabet, number>> = {
  any: 1,
  digit: 2,
  date: 4,
  letter: 8,
  name: 16,
  sex: 32,
  filler: 64,
  language: 128,
};
const MEMBERSHIP: Uint8Array = new Uint8Array(128);
for (const [alphabet, characters] of Object.entries(ALPHABETS) as [MrzAlphabet, string][]) {
  for (const character of characters) {
    const code = character.charCodeAt(0);
    MEMBERSHIP[code] = (MEMBERSHIP[code] as number) | BITS[alphabet];
  }
}

function fits(text: string, alphabet: MrzAlphabet): boolean {
  const bit = BITS[alphabet];
  for (let i = 0; i < text.length; i++) {
    if (((MEMBERSHIP[text.charCodeAt(i)] as number) & bit) === 0) return false;
  }
  return true;
}

export const isWellFormed = ({ problem }: MrzDetail): boolean => problem === undefined;
