import {
  type CheckReport,
  createCheckReport,
  type PageText,
  plainDateAt,
  type Sha256,
  type TextPage,
  type Timestamp,
} from '@dossierkit/core';
import { ageOf } from './age/age-rule.js';
import type { Classification, FoundDocument } from './classification.js';
import { compileProfiles } from './compile-profiles.js';
import { type Context, type Examination, examine, fieldsOf, winnerOf } from './examine.js';
import { findDocuments } from './find-documents.js';
import type { ClassifierFinding } from './findings.js';
import type { DocumentHints } from './hints.js';
import { judge } from './judge.js';
import { lookAgain } from './look-again.js';
import { onFilePages } from './on-file-pages.js';
import { type ClassifierPolicy, defineClassifierPolicy } from './policy.js';
import type { KindProfile } from './profile.js';
import { KIND_PROFILES } from './profiles/index.js';
import { type Decide, readPages } from './read-pages.js';
import { RULES_VERSION } from './rules-version.js';
import type { TextModel } from './text-model.js';

/** Options of {@link classifyDocument}. */
export interface ClassifyOptions {
  /** The SHA-256 of the file, for the report. */
  readonly subject: Sha256;
  /** When the check is made; ages are counted from its calendar day. */
  readonly at: Timestamp;
  /** The kinds that would do, as a list of ids. Default: any. */
  readonly expected?: readonly string[];
  /** Default: `defineClassifierPolicy()`. */
  readonly policy?: ClassifierPolicy;
  /** The kinds to tell apart. Default: {@link KIND_PROFILES}. Keep one list and pass it each time: it is compiled once. */
  readonly profiles?: readonly KindProfile[];
  /** What other checks have learned about the file. */
  readonly hints?: DocumentHints;
  /** A model of your own that adds its vote, see `trainTextModel`. */
  readonly model?: TextModel;
  readonly signal?: AbortSignal;
}

/**
 * Says which document it is and why, how old it is under the rule of its kind, and what it says.
 *
 * A page with a text layer is read whole; a scan is read from the top and only as far as needed.
 *
 * @returns a report whose value is the {@link Classification}. `accept`: an expected kind, in time. `reject`: surely
 * another kind, or too old. `review`: not sure, or something that is needed was not found
 * @throws {DossierkitError} `doc-classifier/profile-invalid` where two profiles have the same kind
 */
export async function classifyDocument(
  document: { readonly pages: readonly TextPage[] },
  options: ClassifyOptions,
): Promise<CheckReport<Classification, ClassifierFinding>> {
  const { subject, at, expected = [], policy = defineClassifierPolicy(), signal } = options;
  const context: Context = {
    compiled: compileProfiles(options.profiles ?? KIND_PROFILES),
    today: plainDateAt(at, policy.zone),
    maxWords: policy.maxWords,
    hints: options.hints,
    model: options.model,
  };
  const firstLook = languagesOf(expected, context) ?? policy.languages;
  const decide = decider(context, policy, expected);
  const read = await readPages(document.pages, policy, firstLook, decide, signal);
  const texts = await lookAgain(read.texts, document.pages, context, signal);
  const found = findDocuments(texts, context, policy.confident);
  const documents = onFilePages(found, document.pages);
  const main = mainOf(documents, expected);
  const value: Classification = { ...main, documents, reading: read.reading };
  const findings = judge({
    value,
    expected,
    policy,
    compiled: context.compiled,
    pages: document.pages.length,
    errors: read.errors,
    words: read.texts.reduce((sum, text) => sum + wordCount(text), 0),
  });
  return createCheckReport({ check: 'doc-classifier', version: RULES_VERSION, subject, at, findings, value });
}

/** The language that the expected kinds are written in, where they agree on one. */
function languagesOf(expected: readonly string[], { compiled }: Context): readonly string[] | undefined {
  const languages = expected.map((kind) => compiled.byKind.get(kind)?.profile.languages[0]);
  const [first] = languages;
  return first !== undefined && languages.every((language) => language === first) ? [first] : undefined;
}

/** Reading on is worth while until the kind is decided and its wanted fields, and what its age needs, are found. */
function decider(context: Context, policy: ClassifierPolicy, expected: readonly string[]): Decide {
  return (texts, page) => {
    // A page that is sure of itself is a document of its own; any other goes on with the pages before it.
    const alone = examine(texts.slice(-1), context);
    const isOwn = texts.length === 1 || winnerOf(alone).probability >= policy.decided;
    const examination = isOwn ? alone : examine(texts, context);
    const { kind, probability } = winnerOf(examination);
    const profile = context.compiled.byKind.get(kind)?.profile;
    if (!profile || probability < 0.5) return { enough: false, languages: [] };
    const { languages } = profile;
    if (probability < policy.decided) return { enough: false, languages };
    const isUnwanted = expected.length > 0 && !expected.includes(kind);
    if (profile.isCard) return { enough: false, languages };
    if (policy.read === 'kind' || isUnwanted) return { enough: true, languages };
    // From the third page of a document on, pages are read for their titles only: they may begin another one.
    const isLate = !isOwn && page > (texts[0]?.page ?? 0) + 1;
    return { enough: isLate || hasAll(examination, profile, context), languages };
  };
}

function hasAll(examination: Examination, profile: KindProfile, context: Context): boolean {
  const fields = fieldsOf(examination, profile.kind, context);
  const has = (name: string): boolean =>
    fields.some((field) => field.name === name && field.checkDigits !== false);
  const readValue = (name: string) => fields.find((field) => field.name === name)?.value;
  const age = ageOf(profile.age, readValue, context.today);
  return (
    profile.fields.every((spec) => spec.wanted === false || has(spec.name)) && age?.answer !== 'not-known'
  );
}

/** The document that the report is about: an expected one, else the surest of the first ones. */
function mainOf(documents: readonly FoundDocument[], expected: readonly string[]): FoundDocument {
  const nothing: FoundDocument = {
    kind: 'unknown',
    probability: 1,
    confident: false,
    pages: [],
    evidence: [],
    fields: [],
  };
  const wanted = documents.filter(({ kind }) => expected.includes(kind));
  const pool = wanted.length > 0 ? wanted : documents;
  return pool.find(({ confident }) => confident) ?? pool[0] ?? nothing;
}

const wordCount = (text: PageText): number =>
  text.blocks.reduce(
    (sum, block) => sum + block.lines.reduce((words, line) => words + line.words.length, 0),
    0,
  );
