import { matchCompany, matchName } from '@dossierkit/doc-match';
import type { ExaminedField, IntakeReport } from '../../examination.js';
import type { IntakeFinding } from '../../findings.js';

type Answer = 'agree' | 'differ' | 'cannot-tell';
type About = Extract<IntakeFinding, { readonly code: 'document-intake/parts-agree' }>['params'];

/** One document of a set, wherever it was found. */
export interface SetPart {
  /** The file, counted from 0. */
  readonly file: number;
  /** Pages of that file, counted from 0. */
  readonly pages: readonly number[];
  readonly kind: string;
  readonly fields: readonly Pick<ExaminedField, 'name' | 'value'>[];
}

/** One document that is wanted, under a name of the caller's. */
export interface WantedDocument {
  readonly id: string;
  readonly kinds: readonly string[];
}

/** Every document in the files: a file may hold several, and one whose zone said it all holds one. */
export function partsOf(reports: readonly IntakeReport[]): SetPart[] {
  return reports.flatMap(({ value }, file): SetPart[] => {
    const documents = value.checks.kind?.value.documents ?? [];
    if (documents.length > 1)
      return documents.map(({ kind, pages, fields }) => ({ file, pages, kind, fields }));
    const pages = Array.from({ length: value.pages }, (_, page) => page);
    return value.kind === undefined ? [] : [{ file, pages, kind: value.kind, fields: value.fields }];
  });
}

export function textOf({ fields }: SetPart, name: string): string | undefined {
  const value = fields.find((field) => field.name === name)?.value;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function nameOf(part: SetPart): { familyName: string; givenNames: string } | string | undefined {
  const [surname, given] = [textOf(part, 'surname'), textOf(part, 'givenNames')];
  return surname && given ? { familyName: surname, givenNames: given } : textOf(part, 'holderName');
}

/** Whether two parts are about the same person, as far as their names tell. */
function sameName(one: SetPart, other: SetPart): Answer | undefined {
  const [a, b] = [nameOf(one), nameOf(other)];
  if (a === undefined || b === undefined) return undefined;
  const [whole, split] = typeof a === 'string' ? [a, b] : [b, a];
  return typeof split === 'string' ? sameWholeName(whole as string, split) : matchName(whole, split).answer;
}

/** How many words of a name are tried as its family name. */
const MAX_NAME_WORDS = 6;

/** Two names of which nobody says where the family name begins: the most favourable way to read the second one counts. */
function sameWholeName(one: string, other: string): Answer {
  const words = other.trim().split(/\s+/).slice(0, MAX_NAME_WORDS);
  const answers = words.flatMap((_, at) => {
    const [front, back] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    return [
      { givenNames: front, familyName: back },
      { givenNames: back, familyName: front },
    ]
      .filter(({ familyName }) => familyName !== '')
      .map((split) => matchName(one, split).answer);
  });
  return (
    (['agree', 'cannot-tell', 'differ'] as const).find((answer) => answers.includes(answer)) ?? 'cannot-tell'
  );
}

const bare = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

function sameText(one: SetPart, other: SetPart, name: string): Answer | undefined {
  const [a, b] = [textOf(one, name), textOf(other, name)];
  return a === undefined || b === undefined ? undefined : bare(a) === bare(b) ? 'agree' : 'differ';
}

/** By the number of the company where both print it, else by its name. */
function sameEmployer(one: SetPart, other: SetPart): Answer | undefined {
  const [first, second] = [sirenOf(one), sirenOf(other)];
  if (first && second) return first === second ? 'agree' : 'differ';
  const [a, b] = [textOf(one, 'employer'), textOf(other, 'employer')];
  return a === undefined || b === undefined ? undefined : matchCompany(a, b).answer;
}

/** A SIRET is the number of the company and of one of its places; who works at another place has the same employer. */
function sirenOf(part: SetPart): string | undefined {
  const number = textOf(part, 'siren') ?? textOf(part, 'siret');
  return number === undefined ? undefined : bare(number).slice(0, SIREN_DIGITS);
}

const SIREN_DIGITS = 9;

const COMPARE: Readonly<Record<About['about'], (a: SetPart, b: SetPart) => Answer | undefined>> = {
  'document-number': (a, b) => sameText(a, b, 'documentNumber'),
  name: sameName,
  'birth-date': (a, b) => sameText(a, b, 'birthDate'),
  employer: sameEmployer,
};

/** One finding for each thing that the parts are compared in: every part with the first one. */
export function compareParts(
  [first, ...others]: readonly SetPart[],
  parts: About['parts'],
  abouts: readonly About['about'][],
): IntakeFinding[] {
  if (!first || others.length === 0) return [];
  return abouts.map((about) => {
    const answers = others.map((other) => COMPARE[about](first, other) ?? 'cannot-tell');
    const outcome = answers.includes('differ')
      ? 'failed'
      : answers.includes('cannot-tell')
        ? 'inconclusive'
        : 'passed';
    return {
      ...{ code: 'document-intake/parts-agree', outcome, params: { parts, about } },
      severity: outcome === 'inconclusive' ? 'info' : 'warning',
    };
  });
}
