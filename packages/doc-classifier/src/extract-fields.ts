import type { Box, JsonValue, PlainDate } from '@dossierkit/core';
import type { Field } from './classification.js';
import type { FieldSpec, KindProfile } from './profile.js';
import { scanAddressee } from './scan/addressee.js';
import { scanAddresses } from './scan/addresses.js';
import { printedCurrencies, scanAmounts } from './scan/amounts.js';
import type { Candidate } from './scan/candidate.js';
import { scanDates } from './scan/dates.js';
import { digitRuns, scanIdentifiers } from './scan/identifiers.js';
import { scanNames } from './scan/names.js';
import { scanCodes, scanYears } from './scan/numbers.js';
import { scanRowLabels } from './scan/row-labels.js';
import { squeeze } from './text/fold.js';
import type { PhraseHit } from './text/phrase-index.js';
import { placeOf, placeOfAll, rawOf, readConfidence, type Scene, type Span } from './text/scene.js';

/** Where phrases stand in the text. */
export type LabelHits = (phrases: readonly string[]) => readonly PhraseHit[];

/** Reads every field of a profile that the text has. */
export function extractFields(
  profile: KindProfile,
  scene: Scene,
  labels: LabelHits,
  today: PlainDate,
): Field[] {
  const all = labels(profile.fields.flatMap((spec) => [...spec.labels, ...spec.not]));
  const scanner = createScanner(scene, today, currencyOf(scene, profile), wordsOfLabels(profile, labels));
  const longest: LabelHits = (phrases) => labels(phrases).filter((hit) => !isPartOfLonger(hit, all));
  return profile.fields.flatMap((spec) => {
    const found = findField(spec, scene, longest, scanner);
    return found ? [fieldOf(spec.name, scene, found)] : [];
  });
}

/** "Date" in "date of birth" is no label of its own. */
function isPartOfLonger(hit: PhraseHit, others: readonly PhraseHit[]): boolean {
  return others.some(
    (other) =>
      other.first <= hit.first && other.end >= hit.end && other.end - other.first > hit.end - hit.first,
  );
}

/** A label of several words in so few letters may be a name where it stands in one word: "Nele" for "né le". */
const NAME_LENGTH = 5;

/** The words of labels, which are no names. */
function wordsOfLabels(profile: KindProfile, labels: LabelHits): ReadonlySet<number> {
  const phrases = profile.fields.flatMap((spec) => [...spec.labels, ...spec.not]);
  const short = phrases.filter((phrase) => phrase.includes(' ') && squeeze(phrase).length <= NAME_LENGTH);
  const names = new Set(labels(short).filter(({ first, end }) => end - first === 1));
  const words = new Set<number>();
  for (const hit of labels(phrases)) {
    if (names.has(hit)) continue;
    for (let at = hit.first; at < hit.end; at++) words.add(at);
  }
  return words;
}

/** A paper of many countries says by its signs, or by its seller's VAT number, in which currency it counts. */
function currencyOf(scene: Scene, profile: KindProfile): string {
  const printed = new Set(printedCurrencies(scene));
  if (printed.size === 1) return [...printed][0] as string;
  const isBritish = scanIdentifiers(scene, 'vat').some(({ value }) => value.startsWith('GB'));
  return printed.size === 0 && isBritish ? 'GBP' : profile.currency;
}

interface Found {
  readonly candidate: Candidate;
  /** 0 to 1: how surely the value belongs to the label. */
  readonly bond: number;
}

type Scanner = (spec: FieldSpec, labels: readonly PhraseHit[]) => readonly Candidate[];

/** Scans the text once for each type of value. */
function createScanner(
  scene: Scene,
  today: PlainDate,
  currency: string,
  labelWords: ReadonlySet<number>,
): Scanner {
  const known = new Map<string, readonly Candidate[]>();
  const once = (key: string, scan: () => readonly Candidate[]): readonly Candidate[] => {
    const found = known.get(key) ?? scan();
    known.set(key, found);
    return found;
  };
  return (spec, labels) => {
    switch (spec.type) {
      case 'date':
        return once('date', () => scanDates(scene, today).days);
      case 'month':
      case 'period':
        return once('period', () => scanDates(scene, today).periods);
      case 'year':
        return once('year', () => scanYears(scene));
      case 'amount':
        return once('amount', () => scanAmounts(scene, currency));
      case 'address':
        return once('address', () => scanAddresses(scene));
      case 'digits':
        return once(`digits ${spec.lengths}`, () =>
          scene.lineTexts.flatMap((line) => digitRuns(line, spec.lengths.length > 0 ? spec.lengths : [10])),
        );
      case 'code':
        return once(`code ${spec.lengths}`, () => scanCodes(scene, spec.lengths));
      case 'person':
      case 'company':
      case 'text':
        return scanNames(scene, labels, spec.type, labelWords);
      default:
        return once(spec.type, () =>
          scanIdentifiers(scene, spec.type as Parameters<typeof scanIdentifiers>[1]),
        );
    }
  };
}

function findField(spec: FieldSpec, scene: Scene, labels: LabelHits, scanner: Scanner): Found | undefined {
  const own = [...labels(spec.labels), ...scanRowLabels(scene, spec.rows)];
  const foreign = labels(spec.not);
  const candidates = scanner(spec, own);
  let best: Found | undefined;
  for (const candidate of candidates) {
    const bond = bondOf(scene, own, candidate);
    if (bond === 0 || claimOf(scene, foreign, candidate, candidates) > bond) continue;
    if (isBetter({ candidate, bond }, best, spec.pick)) best = { candidate, bond };
  }
  const addressee = spec.unlabelled === 'addressee' ? scanAddressee(scene) : undefined;
  // A name in an address block is surer than one beside a word that may stand in any sentence.
  const labelled = (best?.bond ?? 0) * (best?.candidate.certainty ?? 0) * (isOneWord(best) ? 0.5 : 1);
  if (addressee && labelled < addressee.certainty) {
    return { candidate: addressee, bond: 1 };
  }
  return best ?? unlabelled(spec, scene, candidates, foreign);
}

/** "Total" beside "nom" is hardly a whole name. */
const isOneWord = (found: Found | undefined): boolean =>
  found !== undefined && found.candidate.end - found.candidate.first < 2;

function isBetter(found: Found, best: Found | undefined, pick: FieldSpec['pick']): boolean {
  if (!best) return true;
  const quality = (f: Found): number => f.bond * f.candidate.certainty;
  if (pick === 'last' && Math.abs(found.bond - best.bond) < 0.3)
    return found.candidate.first > best.candidate.first;
  return quality(found) > quality(best) + 1e-9;
}

function unlabelled(
  spec: FieldSpec,
  scene: Scene,
  candidates: readonly Candidate[],
  foreign: readonly PhraseHit[],
): Found | undefined {
  if (spec.unlabelled === 'none' || spec.unlabelled === 'addressee') return undefined;
  if (spec.unlabelled === 'earliest') return earliestOf(candidates);
  let best: Found | undefined;
  for (const candidate of candidates) {
    if (claimOf(scene, foreign, candidate, candidates) > 0.3) continue;
    const place = placeOf(scene, candidate);
    const isTop = place.page === scene.words[0]?.page && place.box.y < 0.45;
    if (spec.unlabelled === 'top' && !isTop) continue;
    const bond =
      0.5 + (isLetterhead(scene, candidate) ? 0.25 : 0) + (candidate.checked ? 0.4 : 0) + (isTop ? 0.05 : 0);
    if (!best || bond * candidate.certainty > best.bond * best.candidate.certainty + 1e-9)
      best = { candidate, bond };
  }
  return best;
}

/** The earliest of at least two days. */
function earliestOf(candidates: readonly Candidate[]): Found | undefined {
  const days = candidates.filter(({ value }) => typeof value === 'string');
  const [first, second] = days.toSorted((a, b) => (String(a.value) < String(b.value) ? -1 : 1));
  return first && second && first.value !== second.value ? { candidate: first, bond: 0.5 } : undefined;
}

/** "Lyon, le 3 mai 2026", "München, den 3. Mai 2026". */
function isLetterhead(scene: Scene, { first }: Span): boolean {
  const before = scene.words[first - 1];
  if (!before || before.line !== scene.words[first]?.line) return false;
  if (before.text.endsWith(',')) return true;
  return ['le', 'den', 'am'].includes(before.folded) && (scene.words[first - 2]?.text.endsWith(',') ?? false);
}

/** How closely a value is bound to the nearest of some labels: 0 for not at all. */
function bondOf(scene: Scene, labels: readonly PhraseHit[], candidate: Candidate): number {
  let best = 0;
  for (const label of labels) best = Math.max(best, bond(scene, label, candidate));
  return best;
}

/** How closely other labels claim a value; a label that has a nearer value on its line claims that one. */
function claimOf(
  scene: Scene,
  labels: readonly PhraseHit[],
  candidate: Candidate,
  candidates: readonly Candidate[],
): number {
  let best = 0;
  for (const label of labels) {
    const strength = bond(scene, label, candidate);
    if (strength <= best) continue;
    const nearer = candidates.some(
      (other) =>
        other !== candidate &&
        other.first >= label.end &&
        other.end <= candidate.first &&
        bond(scene, label, other) > strength,
    );
    if (!nearer) best = strength;
  }
  return best;
}

function bond(scene: Scene, label: PhraseHit, value: Span): number {
  if (value.first < label.end && value.end > label.first) return 0;
  const from = placeOf(scene, label);
  const to = placeOf(scene, value);
  if (from.page !== to.page) return 0;
  const damage = 1 - 0.05 * label.cost;
  const sameLine = scene.words[label.end - 1]?.line === scene.words[value.first]?.line;
  if (sameLine && value.first >= label.end)
    return damage * beside(value.first - label.end, gapOf(from.box, to.box));
  // A value may begin on the line after the label's last word, in the same paragraph.
  return damage * Math.max(besideBox(from.box, to.box), below(from.box, to.box));
}

function beside(wordsBetween: number, gap: number): number {
  return Math.max(0.2, 1 - 0.04 * wordsBetween - 0.5 * Math.max(0, gap));
}

function gapOf(label: Box, value: Box): number {
  return value.x - (label.x + label.width);
}

/** A photographed line sinks by some of its height from one side of the page to the other. */
const LEVEL = 0.3;

/** On the same height, though the reader took them for two lines. */
function besideBox(label: Box, value: Box): number {
  const overlap = Math.min(label.y + label.height, value.y + value.height) - Math.max(label.y, value.y);
  const gap = gapOf(label, value);
  if (overlap < LEVEL * Math.min(label.height, value.height) || gap < -0.005) return 0;
  return Math.max(0.2, 0.95 - 0.5 * gap);
}

/** Under the label, in its column, at most four lines lower. */
function below(label: Box, value: Box): number {
  const height = Math.max(label.height, value.height, 0.008);
  // Where a cut or a speck makes one box too high, its other edge still tells.
  const step = Math.max(value.y - label.y, value.y + value.height - label.y - label.height);
  if (step < 0.4 * height || step > 4.5 * height) return 0;
  const overlap = Math.min(label.x + label.width, value.x + value.width) - Math.max(label.x, value.x);
  const near = 0.9 - 0.1 * (step / height - 1);
  if (Math.abs(label.x - value.x) <= 0.02) return near;
  // A long label also reaches over the next column, whose value begins with its own label.
  if (overlap > 0) return near * 0.96;
  // In a box with its label, a value may stand at the other side.
  return value.x > label.x && -overlap < 0.2 ? near * 0.55 : 0;
}

function fieldOf(name: string, scene: Scene, { candidate, bond: strength }: Found): Field {
  const value = withoutMarks(candidate.value);
  const parts = candidate.parts ?? [candidate];
  return {
    name,
    value,
    raw: parts.map((part) => rawOf(scene, part)).join(', '),
    where: placeOfAll(scene, parts),
    confidence: round(
      Math.min(
        1,
        candidate.certainty * (0.4 + 0.6 * Math.min(1, strength)) * readConfidence(scene, candidate),
      ),
    ),
    ...(candidate.checked === undefined ? {} : { checkDigits: candidate.checked }),
  };
}

function withoutMarks(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !('printed' in value))
    return value;
  const { printed: _, ...rest } = value as { readonly printed: boolean };
  return rest as JsonValue;
}

const round = (value: number): number => Math.round(value * 100) / 100;
