import { type Box, linesOf, type PageText } from '@dossierkit/core';
import { ageOf } from './age/age-rule.js';
import type { Candidacy, Evidence, FoundDocument } from './classification.js';
import { type Context, type Examination, examine, fieldsOf, textWithin, winnerOf } from './examine.js';

interface Part {
  readonly texts: readonly PageText[];
  readonly region?: Box;
}

/** A title must say this much for a page to begin a document of its own; a machine-readable zone or a seal this much. */
const TITLE = 2.5;
const CUE = 4;
/** Two halves of a page, or a page without a title and the one before it, must each be this sure to be two documents. */
const SURE = 0.95;

/** Finds the documents that the pages hold, in page order. */
export function findDocuments(
  texts: readonly PageText[],
  context: Context,
  confident: number,
): FoundDocument[] {
  const parts = partsOf(texts, context, confident);
  return parts.map((part) => describe(part, context, confident));
}

function partsOf(texts: readonly PageText[], context: Context, confident: number): Part[] {
  const parts: {
    texts: PageText[];
    region?: Box;
    kind: string | undefined;
    like: string | undefined;
    mark: string;
  }[] = [];
  for (const text of texts) {
    const page = examine([text], context);
    const halves = twoOnOnePage(text, page, context);
    if (halves) {
      parts.push(
        ...halves.map((region) => ({
          ...{ texts: [textWithin(text, region)], region, kind: 'part', like: undefined, mark: '' },
        })),
      );
      continue;
    }
    const opened = openedBy(page, confident);
    const like = opened ?? likeBy(page);
    const mark = opened ? markOf(page, opened, context) : '';
    const current = parts.at(-1);
    if (current && !current.region && goesOn(current, { opened, like, mark })) {
      current.texts.push(text);
      current.kind ??= opened;
      current.like ??= like;
      if (current.mark === '') current.mark = mark;
    } else {
      parts.push({ texts: [text], kind: opened, like, mark });
    }
  }
  return parts;
}

interface Opening {
  /** The kind that a page announces by itself. */
  readonly opened: string | undefined;
  /** The kind that the page surely is, with or without a title: a bill has none. */
  readonly like: string | undefined;
  readonly mark: string;
}

/** Whether a page belongs to the document before it. */
function goesOn(
  current: { readonly kind: string | undefined; readonly like: string | undefined; readonly mark: string },
  { opened, like, mark }: Opening,
): boolean {
  const isOther = current.like !== undefined && like !== undefined && current.like !== like;
  if (isOther) return false;
  return !opened || current.kind === undefined || mark === '' || mark === current.mark;
}

/** The kind that a page announces by itself. */
function openedBy(page: Examination, confident: number): string | undefined {
  const { kind, probability, evidence } = winnerOf(page);
  if (kind === 'unknown' || probability < confident || !announces(evidence)) return undefined;
  return kind;
}

/** The kind that a page is on its own, beyond doubt. */
function likeBy(page: Examination): string | undefined {
  const { kind, probability } = winnerOf(page);
  return kind === 'unknown' || probability < SURE ? undefined : kind;
}

/** By a title; the back of a card has none, but its machine-readable zone. */
const announces = (evidence: readonly Evidence[]): boolean =>
  evidence.some(({ by, weight }) => (by === 'title' && weight >= TITLE) || (by === 'cue' && weight >= CUE));

/** What tells two documents of one kind apart: their month, their year, their number. */
function markOf(page: Examination, kind: string, context: Context): string {
  const rule = context.compiled.byKind.get(kind)?.profile.age;
  if (!rule || rule.rule === 'none' || rule.rule === 'not-expired') return '';
  const field = fieldsOf(page, kind, context).find(({ name }) => name === rule.field);
  return field ? JSON.stringify(field.value) : '';
}

/** The regions of two different documents that share a page, above or beside each other. */
function twoOnOnePage(text: PageText, page: Examination, context: Context): readonly [Box, Box] | undefined {
  // Each document announces itself, so that at least two kinds are announced.
  const announced = page.candidacies.filter(({ evidence }) => announces(evidence));
  if (announced.length < 2) return undefined;
  for (const [first, second] of cutsOf(text)) {
    const kinds = [first, second].map((region) => winnerOf(examine([textWithin(text, region)], context)));
    const [a, b] = kinds as [Candidacy, Candidacy];
    const sure = kinds.every(
      ({ kind, probability, evidence }) => kind !== 'unknown' && probability >= SURE && announces(evidence),
    );
    if (sure && a.kind !== b.kind) return [first, second];
  }
  return undefined;
}

/** Ways to cut a page in two along its widest empty bands, at most three across and one down the middle. */
function cutsOf(text: PageText): (readonly [Box, Box])[] {
  const lines = linesOf(text).sort((a, b) => a.box.y - b.box.y);
  const gaps: { at: number; size: number }[] = [];
  let bottom = 0;
  for (const { box } of lines) {
    if (bottom > 0.12 && box.y < 0.88 && box.y - bottom > 0.025)
      gaps.push({ at: (box.y + bottom) / 2, size: box.y - bottom });
    bottom = Math.max(bottom, box.y + box.height);
  }
  const across = gaps
    .sort((a, b) => b.size - a.size)
    .slice(0, 3)
    .map(
      ({ at }) =>
        [
          { x: 0, y: 0, width: 1, height: at },
          { x: 0, y: at, width: 1, height: 1 - at },
        ] as const,
    );
  const free = lines.every(({ words }) => words.every(({ box }) => box.x > 0.5 || box.x + box.width < 0.5));
  const down = [
    { x: 0, y: 0, width: 0.5, height: 1 },
    { x: 0.5, y: 0, width: 0.5, height: 1 },
  ] as const;
  return free ? [...across, down] : across;
}

function describe(part: Part, context: Context, confident: number): FoundDocument {
  const examination = examine(part.texts, context);
  const { kind, probability, evidence } = winnerOf(examination);
  const fields = fieldsOf(examination, kind, context);
  const profile = context.compiled.byKind.get(kind)?.profile;
  const readValue = (name: string) => fields.find((field) => field.name === name)?.value;
  const age = profile && ageOf(profile.age, readValue, context.today);
  const runnerUp = runnerUpOf(examination);
  return {
    kind,
    probability,
    confident: kind !== 'unknown' && probability >= confident,
    pages: part.texts.map(({ page }) => page),
    ...(part.region ? { region: part.region } : {}),
    evidence,
    ...(runnerUp ? { runnerUp } : {}),
    fields,
    ...(age ? { age } : {}),
  };
}

/** Who came second, and what the winner had that it had not. */
function runnerUpOf({ candidacies }: Examination): FoundDocument['runnerUp'] {
  const [winner, ...others] = candidacies;
  const second = others.find(({ kind, evidence }) => kind !== 'unknown' && evidence.length > 0);
  if (!winner || !second) return undefined;
  const has = new Set(second.evidence.filter(({ weight }) => weight > 0).map(({ text }) => text));
  return { ...second, lostFor: winner.evidence.filter(({ weight, text }) => weight > 0 && !has.has(text)) };
}
