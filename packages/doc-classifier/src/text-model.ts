import type { Evidence } from './classification.js';
import { foldText, keysOf } from './text/fold.js';
import type { Reading } from './text/reading.js';
import { placeOf } from './text/scene.js';

/** A text model as plain JSON: what each word says for each kind. Made by {@link trainTextModel}. */
export interface TextModel {
  readonly version: 1;
  readonly kinds: readonly string[];
  /** By folded word: its weight in nats for each kind, in the order of `kinds`. */
  readonly words: Readonly<Record<string, readonly number[]>>;
}

/** A text of which somebody knows the kind. */
export interface TextSample {
  readonly kind: string;
  readonly text: string;
}

/** The evidence that a model adds to each kind. */
export type ModelVotes = ReadonlyMap<string, readonly Evidence[]>;

/** So much a model may add at most: it can tip a scale, but never make a kind sure on its own. */
const MOST = 3;
const WORDS_A_KIND = 300;
const SHOWN = 6;

/**
 * Trains a model from your own labelled texts. Some twenty for each kind already help; the same samples always give the
 * same model.
 *
 * A word counts once for each text it occurs in. Its weight for a kind is how much likelier it is there than elsewhere
 * (naive Bayes with add-half smoothing); only the 300 most telling words of each kind are kept, and none with digits, so
 * that no names' or numbers' owner can be read from a model trained on enough texts.
 */
export function trainTextModel(samples: readonly TextSample[]): TextModel {
  const kinds = [...new Set(samples.map(({ kind }) => kind))].sort();
  const totals = kinds.map((kind) => samples.filter((sample) => sample.kind === kind).length);
  const counts = new Map<string, number[]>();
  for (const { kind, text } of samples) {
    const at = kinds.indexOf(kind);
    for (const word of wordSet(keysOf(foldText(text)))) {
      const row = counts.get(word) ?? kinds.map(() => 0);
      row[at] = (row[at] as number) + 1;
      counts.set(word, row);
    }
  }
  const weights = [...counts]
    .filter(([, row]) => row.reduce((sum, count) => sum + count, 0) >= 2)
    .map(([word, row]) => ({ word, row: weightsOf(row, totals) }));
  const kept = new Set(
    kinds.flatMap((_, at) =>
      weights
        .filter(({ row }) => (row[at] as number) > 0)
        .sort((a, b) => (b.row[at] as number) - (a.row[at] as number) || (a.word < b.word ? -1 : 1))
        .slice(0, WORDS_A_KIND)
        .map(({ word }) => word),
    ),
  );
  const words = weights.filter(({ word }) => kept.has(word)).sort((a, b) => (a.word < b.word ? -1 : 1));
  return { version: 1, kinds, words: Object.fromEntries(words.map(({ word, row }) => [word, row])) };
}

function weightsOf(row: readonly number[], totals: readonly number[]): number[] {
  const all = row.reduce((sum, count) => sum + count, 0);
  const samples = totals.reduce((sum, total) => sum + total, 0);
  return row.map((count, at) => {
    const total = totals[at] as number;
    const here = (count + 0.5) / (total + 1);
    const elsewhere = (all - count + 0.5) / (samples - total + 1);
    return Math.round(Math.log(here / elsewhere) * 1000) / 1000;
  });
}

function wordSet(keys: readonly string[]): Set<string> {
  return new Set(keys.filter((key) => key.length >= 3 && key.length <= 30 && !/\d/.test(key)));
}

/** What a model says about a text, in the terms of all other evidence: words with their places. */
export function votesOf(model: TextModel, reading: Reading): ModelVotes {
  const first = new Map<string, number>();
  for (const { key, word } of reading.tokens) if (!first.has(key)) first.set(key, word);
  const present = [...wordSet([...first.keys()])].filter((word) => Object.hasOwn(model.words, word));
  return new Map(model.kinds.map((kind, at) => [kind, voteOf(model, at, present, first, reading)]));
}

function voteOf(
  model: TextModel,
  kind: number,
  present: readonly string[],
  first: ReadonlyMap<string, number>,
  reading: Reading,
): Evidence[] {
  const weighed = present.map((word) => ({ word, weight: model.words[word]?.[kind] ?? 0 }));
  // Words of one text are not independent of each other: their sum is damped by the root of their number.
  const sum =
    weighed.reduce((total, { weight }) => total + weight, 0) / Math.sqrt(Math.max(1, weighed.length));
  const vote = Math.max(-MOST, Math.min(MOST, sum));
  const shown = weighed
    .filter(({ weight }) => weight * vote > 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.word < b.word ? -1 : 1))
    .slice(0, SHOWN);
  const shares = shown.reduce((total, { weight }) => total + Math.abs(weight), 0);
  return shown.map(({ word, weight }) => {
    const at = first.get(word) as number;
    const share = Math.round(((vote * Math.abs(weight)) / shares) * 1e4) / 1e4;
    return { text: word, weight: share, by: 'model', where: placeOf(reading, { first: at, end: at + 1 }) };
  });
}
