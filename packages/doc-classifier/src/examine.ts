import type { Box, PageText, PlainDate } from '@dossierkit/core';
import type { Candidacy, Field } from './classification.js';
import type { CompiledProfiles } from './compile-profiles.js';
import { extractFields } from './extract-fields.js';
import type { DocumentHints } from './hints.js';
import { scoreKinds } from './score-kinds.js';
import type { PhraseHit } from './text/phrase-index.js';
import { readingOf } from './text/reading.js';
import { type Scene, sceneOf } from './text/scene.js';
import { type TextModel, votesOf } from './text-model.js';

/** What all steps of one classification share. */
export interface Context {
  readonly compiled: CompiledProfiles;
  readonly today: PlainDate;
  readonly maxWords: number;
  readonly hints: DocumentHints | undefined;
  readonly model: TextModel | undefined;
}

/** The text of some pages (or of a part of one) with what it says about every kind. */
export interface Examination {
  readonly scene: Scene;
  readonly hits: readonly PhraseHit[];
  /** The likeliest first. */
  readonly candidacies: readonly Candidacy[];
}

/** Goes through text once, for all kinds. */
export function examine(texts: readonly PageText[], context: Context): Examination {
  const { compiled, hints, model } = context;
  const scene = sceneOf(readingOf(texts, context.maxWords));
  const hits = compiled.index.find(scene);
  const votes = model && votesOf(model, scene);
  return { scene, hits, candidacies: scoreKinds(compiled, scene, hits, { hints, votes }) };
}

/** The kind that is likeliest, which may be `unknown`. */
export function winnerOf({ candidacies }: Examination): Candidacy {
  return candidacies[0] ?? { kind: 'unknown', probability: 1, evidence: [] };
}

/** The fields of a kind as the text has them; none for `unknown`. */
export function fieldsOf({ scene, hits }: Examination, kind: string, { compiled, today }: Context): Field[] {
  const profile = compiled.byKind.get(kind)?.profile;
  if (!profile) return [];
  const byPhrase = new Map<number, PhraseHit[]>();
  for (const hit of hits) byPhrase.set(hit.phrase, [...(byPhrase.get(hit.phrase) ?? []), hit]);
  const labels = (phrases: readonly string[]): PhraseHit[] =>
    phrases.flatMap((phrase) => byPhrase.get(compiled.numberOf(phrase)) ?? []);
  return extractFields(profile, scene, labels, today);
}

/** The part of a page's text that lies in a region, by the middle of each word. */
export const textWithin = (text: PageText, region: Box): PageText =>
  withWords(text, (box) => hasMiddleOf(region, box));

/** The rest of a page's text. */
export const textWithout = (text: PageText, region: Box): PageText =>
  withWords(text, (box) => !hasMiddleOf(region, box));

function hasMiddleOf(region: Box, box: Box): boolean {
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  return x >= region.x && x < region.x + region.width && y >= region.y && y < region.y + region.height;
}

function withWords(text: PageText, isKept: (box: Box) => boolean): PageText {
  const blocks = text.blocks.map((block) => ({
    ...block,
    lines: block.lines.flatMap((line) => {
      const words = line.words.filter((word) => isKept(word.box));
      return words.length > 0 ? [{ ...line, words }] : [];
    }),
  }));
  return { ...text, blocks };
}
