import type { PlainDate } from '@dossierkit/core';
import type { MrzAlphabet, MrzFieldLayout, MrzLayout } from '../layouts.js';
import type { MrzDetail, MrzFieldProblem } from '../reading.js';
import { isMrzState } from '../states.js';
import { readBirthDate, readExpiryDate } from './mrz-date.js';

/** Every field with its place, and what is wrong with it. */
export function detailsOf(layout: MrzLayout, lines: readonly string[], today: PlainDate): MrzDetail[] {
  return layout.fields.map((field) => {
    const { name, line, start, end } = field;
    const text = (lines[line] as string).slice(start, end);
    const problem = problemOf(field, text, today);
    return problem ? { name, line, start, end, text, problem } : { name, line, start, end, text };
  });
}

function problemOf(
  { name, alphabet }: MrzFieldLayout,
  text: string,
  today: PlainDate,
): MrzFieldProblem | undefined {
  if (!fits(text, alphabet)) {
    if (alphabet === 'filler') return 'filler-expected';
    return alphabet === 'sex' ? 'unknown-sex' : 'wrong-characters';
  }
  switch (name) {
    case 'birthDate':
      return readBirthDate(text, today) ? undefined : 'not-a-date';
    case 'expiryDate':
      return readExpiryDate(text, today) ? undefined : 'not-a-date';
    case 'issueMonth':
      return Number(text.slice(2)) >= 1 && Number(text.slice(2)) <= 12 ? undefined : 'not-a-date';
    case 'issuingState':
    case 'nationality':
      return isMrzState(withoutFillers(text)) ? undefined : 'unknown-state';
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

/** Without the fillers at its end. */
export function withoutFillers(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 60) end--;
  return end === text.length ? text : text.slice(0, end);
}

const isLetter = (code: number): boolean => code >= 65 && code <= 90;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const TESTS: Readonly<Record<MrzAlphabet, (code: number) => boolean>> = {
  any: () => true,
  digit: isDigit,
  date: (code) => code === 60 || isDigit(code),
  letter: isLetter,
  name: (code) => code === 60 || isLetter(code),
  sex: (code) => code === 60 || code === 70 || code === 77 || code === 88,
  filler: (code) => code === 60,
  language: (code) => code === 68 || code === 70 || code === 73 || code === 82,
};

function fits(text: string, alphabet: MrzAlphabet): boolean {
  const test = TESTS[alphabet];
  for (let i = 0; i < text.length; i++) if (!test(text.charCodeAt(i))) return false;
  return true;
}
