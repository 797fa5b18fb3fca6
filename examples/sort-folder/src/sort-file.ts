import { readFile } from 'node:fs/promises';
import { digestBytes, type Locale, renderMessage, type Timestamp } from '@dossierkit/core';
import {
  type Classification,
  classifyDocument,
  type Evidence,
  type Field,
  kindName,
  messages,
} from '@dossierkit/doc-classifier';
import { type Document, type Reader, messages as readMessages } from '@dossierkit/doc-reader';
import sharp from 'sharp';
import { kinds, model } from './kinds.js';
import { straightPages } from './straight-pages.js';

/** One line of the index. */
export interface Row {
  readonly file: string;
  /** The kind's id, `unknown`, or `unreadable`. */
  readonly kind: string;
  /** The kind as people call it. */
  readonly name: string;
  readonly probability: number;
  /** The age under the rule of its kind: `2026-05-12, in time`; empty where the kind has none. */
  readonly age: string;
  /** Name and value of each field. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** What the kind was told by, the strongest first: `AVIS D’IMPÔT +5.0`. */
  readonly reasons: readonly string[];
  /** What a person should look at, as sentences. */
  readonly doubts: readonly string[];
  /** The first page as a small JPEG, as a data URL; empty where there is no picture. */
  readonly thumbnail: string;
}

/** How files are looked at. */
export interface SortOptions {
  readonly reader: Reader;
  readonly at: Timestamp;
  readonly locale: Locale;
  readonly signal?: AbortSignal;
}

/** Looks at one file. A file that cannot be read is a row like any other. */
export async function sortFile(path: string, file: string, options: SortOptions): Promise<Row> {
  const { reader, at, locale, signal } = options;
  const bytes = await readFile(path);
  const opened = await reader.open(bytes, { name: file });
  if (!opened.ok) {
    const { text } = renderMessage(readMessages, opened.error, locale);
    return {
      file,
      kind: 'unreadable',
      name: '',
      probability: 0,
      age: '',
      fields: [],
      reasons: [],
      doubts: [text],
      thumbnail: '',
    };
  }
  const document = opened.value;
  try {
    const subject = await digestBytes(bytes);
    const pages = await straightPages(document);
    const report = await classifyDocument(
      { pages },
      {
        subject,
        at,
        profiles: kinds,
        model,
        ...(signal ? { signal } : {}),
      },
    );
    const doubts = report.findings.filter(
      ({ outcome, severity }) => outcome !== 'passed' && severity !== 'info',
    );
    return {
      ...describe(report.value, locale),
      file,
      doubts: doubts.map((finding) => renderMessage(messages, finding, locale).text),
      thumbnail: await thumbnailOf(document),
    };
  } finally {
    document.close();
  }
}

function describe(
  value: Classification,
  locale: Locale,
): Pick<Row, 'kind' | 'name' | 'probability' | 'age' | 'fields' | 'reasons'> {
  const kind = value.confident ? value.kind : 'unknown';
  const names = kinds.find((profile) => profile.kind === kind)?.names;
  const { age } = value;
  return {
    kind,
    name: kindName({ kind, ...(names ? { names } : {}) }, locale),
    probability: value.probability,
    age: age?.value && value.confident ? `${age.value}, ${age.answer.replace('-', ' ')}` : '',
    fields: value.confident ? value.fields.map(shown) : [],
    reasons: value.evidence.slice(0, REASONS).map(reasonOf),
  };
}

/** Texts and days as they were understood (an IBAN without its misreadings), the rest as it is printed. */
const shown = ({ name, value, raw }: Field): readonly [string, string] => [
  name,
  typeof value === 'string' ? value : raw,
];

/** So many reasons are shown. */
const REASONS = 5;

function reasonOf({ text, weight, by }: Evidence): string {
  const sign = weight < 0 ? '−' : '+';
  return `${text} ${sign}${Math.abs(weight).toFixed(1)}${by === 'model' ? ' (model)' : ''}`;
}

async function thumbnailOf(document: Document): Promise<string> {
  const raster = await document.pages[0]?.readRaster({ maxSidePx: 240 });
  if (!raster?.ok) return '';
  const { data, widthPx, heightPx, channels } = raster.value;
  const raw = { width: widthPx, height: heightPx, channels } as const;
  const jpeg = await sharp(data, { raw }).jpeg({ quality: 70 }).toBuffer();
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`;
}
