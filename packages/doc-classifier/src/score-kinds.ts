import type { Candidacy, Evidence } from './classification.js';
import type { CompiledAnchor, CompiledProfile, CompiledProfiles } from './compile-profiles.js';
import type { DocumentHints } from './hints.js';
import type { Cue } from './profile.js';
import { scanIdentifiers } from './scan/identifiers.js';
import { mrzShapesOf } from './scan/mrz-shape.js';
import type { PhraseHit } from './text/phrase-index.js';
import { placeOf, rawOf, type Scene } from './text/scene.js';
import type { ModelVotes } from './text-model.js';

/** The evidence, in nats, that a kind must outweigh: the answer "something else" has it from the start. */
const UNKNOWN = 4.6;
/** Evidence beyond this makes nothing surer; many weak words must not drown a strong one against. */
const ENOUGH = 16;
/** What a mention of a title in running text is worth. */
const MENTION = 0.15;
/** What damage takes from a hit, for each half edit. */
const DAMAGE = 0.06;

/** What the text of some pages, or of a part of one, says about every kind. The likeliest first; `unknown` is in it. */
export function scoreKinds(
  compiled: CompiledProfiles,
  scene: Scene,
  hits: readonly PhraseHit[],
  {
    hints,
    votes,
  }: { readonly hints?: DocumentHints | undefined; readonly votes?: ModelVotes | undefined } = {},
): Candidacy[] {
  const byPhrase = groupByPhrase(hits);
  const cues = createCueReader(scene, hints);
  const scored = compiled.profiles.flatMap((profile) => {
    const evidence = evidenceFor(profile, scene, byPhrase, cues);
    evidence.push(...(votes?.get(profile.profile.kind) ?? []));
    if (!evidence.some(({ weight }) => weight > 0)) return [];
    const sum = evidence.reduce((total, { weight }) => total + weight, 0);
    return [
      { kind: profile.profile.kind, sum: Math.min(ENOUGH, sum), evidence: evidence.sort(strongestFirst) },
    ];
  });
  const total = scored.reduce((sum, entry) => sum + Math.exp(entry.sum), Math.exp(UNKNOWN));
  const candidacies: Candidacy[] = scored.map(({ kind, sum, evidence }) => ({
    kind,
    probability: round(Math.exp(sum) / total),
    evidence,
  }));
  candidacies.push({ kind: 'unknown', probability: round(Math.exp(UNKNOWN) / total), evidence: [] });
  return candidacies.sort((a, b) => b.probability - a.probability || (a.kind < b.kind ? -1 : 1));
}

const strongestFirst = (a: Evidence, b: Evidence): number => b.weight - a.weight;

function groupByPhrase(hits: readonly PhraseHit[]): ReadonlyMap<number, PhraseHit[]> {
  const groups = new Map<number, PhraseHit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.phrase);
    if (group) group.push(hit);
    else groups.set(hit.phrase, [hit]);
  }
  return groups;
}

function evidenceFor(
  { profile, anchors, against }: CompiledProfile,
  scene: Scene,
  hits: ReadonlyMap<number, PhraseHit[]>,
  cues: CueReader,
): Evidence[] {
  const evidence: Evidence[] = [];
  for (const anchor of anchors) {
    const found = bestOf(anchor, scene, hits);
    if (found) evidence.push(found);
  }
  // What speaks against a kind needs no listing where nothing speaks for it.
  for (const anchor of evidence.length > 0 ? against : []) {
    const found = bestOf(anchor, scene, hits);
    if (found) evidence.push({ ...found, weight: -found.weight, by: 'against' });
  }
  for (const cue of profile.cues) {
    const found = cues(cue, evidence.length > 0);
    if (found) evidence.push(found);
  }
  return evidence;
}

/** The best place of the best phrase of an anchor: saying it twice makes it no truer. */
function bestOf(
  { anchor, phrases }: CompiledAnchor,
  scene: Scene,
  hits: ReadonlyMap<number, PhraseHit[]>,
): Evidence | undefined {
  let best: { hit: PhraseHit; weight: number; by: Evidence['by'] } | undefined;
  for (const phrase of phrases) {
    for (const hit of hits.get(phrase) ?? []) {
      const prominence = anchor.as === 'title' ? prominenceOf(scene, hit) : 1;
      const weight = anchor.weight * prominence * (1 - DAMAGE * hit.cost);
      const by = anchor.as === 'text' ? 'words' : prominence > 0.4 ? 'title' : 'mention';
      if (!best || weight > best.weight) best = { hit, weight, by };
    }
  }
  if (!best) return undefined;
  return {
    text: rawOf(scene, best.hit),
    weight: round(best.weight),
    by: best.by,
    where: placeOf(scene, best.hit),
  };
}

/**
 * How much a phrase stands out as a title does, 0 to 1: alone in its cell, in the upper part, large, in capitals. All
 * four are facts of the phrase itself, so that other text on the page cannot make it stand out more.
 */
function prominenceOf(scene: Scene, hit: PhraseHit): number {
  const cells = new Set<number>();
  let capitals = true;
  let height = 0;
  for (let at = hit.first; at < hit.end; at++) {
    cells.add(scene.cellOf[at] as number);
    const word = scene.words[at];
    if (!word) continue;
    capitals &&= word.text === word.text.toUpperCase();
    height = Math.max(height, word.box.height);
  }
  let around = 0;
  for (const cell of cells) around += (scene.cells[cell]?.end ?? 0) - (scene.cells[cell]?.first ?? 0);
  const share = (hit.end - hit.first) / Math.max(1, around);
  const top = (scene.words[hit.first]?.box.y ?? 1) < 0.35;
  const standsOut = Number(top) + Number(capitals) + Number(height > 0.0155);
  if (share >= 0.55) return Math.min(1, 0.55 + 0.2 * standsOut);
  if (share >= 0.25 && standsOut > 0) return Math.min(0.9, 0.25 + 0.2 * standsOut);
  return MENTION + 0.05 * Number(capitals);
}

type CueReader = (cue: Cue, hasWords: boolean) => Evidence | undefined;

function createCueReader(scene: Scene, hints: DocumentHints | undefined): CueReader {
  const mrz = mrzShapesOf(scene);
  const identifiers = new Map<string, boolean>();
  return (cue, hasWords) => {
    const { weight } = cue;
    if (cue.cue === 'mrz') {
      const { formats, codes = [] } = cue;
      const fits = (format: string, code: string): boolean =>
        formats.includes(format) && (codes.length === 0 || codes.some((begin) => code.startsWith(begin)));
      if (hints?.mrzFormat && fits(hints.mrzFormat, hints.mrzCode ?? codes[0] ?? '')) {
        return { text: `mrz ${hints.mrzFormat}`, weight, by: 'cue' };
      }
      const shape = mrz.find((found) => fits(found.format, found.code));
      return shape && { text: `mrz ${shape.format}`, weight, by: 'cue', where: placeOf(scene, shape) };
    }
    if (cue.cue === 'seal') {
      const fits = hints?.sealType !== undefined && cue.types.includes(hints.sealType);
      return fits ? { text: `seal ${hints.sealType}`, weight, by: 'cue' } : undefined;
    }
    // The others only lean on what words say already.
    if (!hasWords) return undefined;
    if (cue.cue === 'more-words-than') {
      return scene.words.length > cue.words
        ? { text: `more than ${cue.words} words`, weight, by: 'cue' }
        : undefined;
    }
    let has = identifiers.get(cue.type);
    if (has === undefined) {
      has = scanIdentifiers(scene, cue.type).some((found) => found.checked);
      identifiers.set(cue.type, has);
    }
    return has ? { text: `valid ${cue.type}`, weight, by: 'cue' } : undefined;
  };
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
