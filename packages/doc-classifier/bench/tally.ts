import type { JsonValue } from '@dossierkit/core';
import type { SpecimenTruth } from '@dossierkit/specimens';
import type { Classification, Field } from '../src/index.js';
import type { SpecimenCase } from './recorded-specimen.js';
import { agrees, FIELD_OF, gradedFields, isPrinted, kindOfSpecimen } from './specimen-truth.js';

interface Counted {
  right: number;
  all: number;
  readonly wrong: string[];
}

/** How long text was being read: as the classifier asked for it, and plainly. */
export interface ReadTime {
  readonly readMs: number;
  readonly wholeMs: number;
}

/** Counts right and wrong answers over specimens. */
export class Tally {
  readonly #verbose: boolean;
  readonly #fields = new Map<string, Counted>();
  readonly #notes: string[] = [];
  readonly #shares: number[] = [];
  readonly #ratios: [kind: string, ratio: number][] = [];
  #right = 0;
  #all = 0;
  #confidentlyWrong = 0;

  constructor(verbose: boolean) {
    this.#verbose = verbose;
  }

  add(one: SpecimenCase, truth: SpecimenTruth, value: Classification, { readMs, wholeMs }: ReadTime): void {
    const wanted = kindOfSpecimen(one.kind);
    const right = wanted.includes(value.kind) && (value.confident || value.kind === 'unknown');
    this.#all++;
    this.#shares.push(value.reading[0]?.share ?? 0);
    if (wholeMs > 0) this.#ratios.push([one.kind, readMs / wholeMs]);
    if (right) this.#right++;
    else if (value.confident) this.#confidentlyWrong++;
    if (!right || this.#verbose) this.#note(one, value);
    // A paper that is rightly of no kind has no profile, so nothing is read from it; letters are such.
    if (wanted.includes('unknown')) return;
    for (const [name, expected] of gradedFields(truth.fields, value.fields)) {
      const target = FIELD_OF[name];
      if (!target || !isPrinted(truth.lines, expected)) continue;
      const own = value.fields.filter((field) => [target].flat().includes(field.name));
      const found = own.find((field) => agrees(field.value, expected)) ?? own[0];
      this.#count(name, `${one.kind} ${one.seed}`, found, expected);
    }
    if (this.#verbose)
      this.#notes.push(
        value.fields.map((f) => `  ${f.name}=${JSON.stringify(f.value)} (${f.raw})`).join('\n'),
      );
  }

  report(): string {
    const read = this.#shares.reduce((sum, share) => sum + share, 0) / this.#shares.length;
    const ratio = this.#ratios.reduce((sum, [, one]) => sum + one, 0) / this.#ratios.length;
    const slow = this.#ratios
      .toSorted((a, b) => b[1] - a[1])
      .map(([kind, one]) => `${kind} ${one.toFixed(2)}`);
    return [
      ...this.#notes,
      `kind: right ${this.#right}/${this.#all}, confidently wrong ${this.#confidentlyWrong}`,
      `read: ${Math.round(100 * read)} % of the heights of first pages`,
      ...(slow.length > 0
        ? [`time: ${ratio.toFixed(2)} of plain OCR of the page, mean over specimens; ${slow.join(', ')}`]
        : []),
      ...[...this.#fields]
        .sort()
        .map(
          ([name, { right, all, wrong }]) =>
            `${name}: ${right}/${all}${wrong.length > 0 ? `  wrong: ${wrong.join(' | ')}` : ''}`,
        ),
    ].join('\n');
  }

  #note(
    { kind, seed }: SpecimenCase,
    { kind: found, probability, evidence, runnerUp }: Classification,
  ): void {
    const reasons = evidence.slice(0, 6).map(({ text, weight, by }) => `${text} ${weight} ${by}`);
    this.#notes.push(
      `${kind} ${seed}: ${found} ${probability} [${reasons.join('; ')}] next ${runnerUp?.kind} ${runnerUp?.probability}`,
    );
  }

  #count(name: string, specimen: string, found: Field | undefined, expected: string): void {
    const entry = this.#fields.get(name) ?? { right: 0, all: 0, wrong: [] };
    this.#fields.set(name, entry);
    entry.all++;
    if (found && agrees(found.value as JsonValue, expected)) entry.right++;
    else entry.wrong.push(`${specimen}: ${JSON.stringify(found?.value ?? null)} for ${expected}`);
  }
}
