import fontkit from '@pdf-lib/fontkit';
import { fontBytes } from '../assets.js';
import type { Random } from '../random.js';

/** A family that this package ships. `caveat` is a handwriting and `ocr-b` the machine-readable one; both have no bold. */
export type FontFamily =
  | 'inter'
  | 'roboto'
  | 'open-sans'
  | 'work-sans'
  | 'libre-franklin'
  | 'archivo-narrow'
  | 'noto-serif'
  | 'eb-garamond'
  | 'courier-prime'
  | 'roboto-mono'
  | 'caveat'
  | 'ocr-b';

export const SANS: readonly FontFamily[] = ['inter', 'roboto', 'open-sans', 'work-sans', 'libre-franklin'];
export const SERIF: readonly FontFamily[] = ['noto-serif', 'eb-garamond'];
export const MONO: readonly FontFamily[] = ['courier-prime', 'roboto-mono'];

/** One family for the body of a paper and one for what is typed into it. */
export interface Typeface {
  readonly body: FontFamily;
  readonly typed: FontFamily;
}

export function pickTypeface(random: Random): Typeface {
  const body = random.chance(0.2) ? random.pick(SERIF) : random.pick(SANS);
  return { body, typed: random.chance(0.25) ? random.pick(MONO) : body };
}

/** The name of the font's file: family and weight. */
export function fontFile(family: FontFamily, bold: boolean): string {
  return bold && family !== 'caveat' && family !== 'ocr-b' ? `${family}-bold` : family;
}

interface Metrics {
  readonly unitsPerEm: number;
  advance(codePoint: number): number;
}

const metrics = new Map<string, Metrics>();

function metricsOf(file: string): Metrics {
  const known = metrics.get(file);
  if (known) return known;
  const font = fontkit.create(fontBytes(file));
  const advances = new Map<number, number>();
  const made: Metrics = {
    unitsPerEm: font.unitsPerEm,
    advance(codePoint) {
      let width = advances.get(codePoint);
      if (width === undefined) {
        width = font.glyphForCodePoint(codePoint).advanceWidth;
        advances.set(codePoint, width);
      }
      return width;
    },
  };
  metrics.set(file, made);
  return made;
}

const MM_PER_POINT = 25.4 / 72;

/** The width of a text in millimetres, without kerning: the drawn text has none either. */
export function textWidthMm(file: string, text: string, sizePt: number, trackingMm = 0): number {
  const { unitsPerEm, advance } = metricsOf(file);
  let units = 0;
  let count = 0;
  for (const character of text) {
    units += advance(character.codePointAt(0) as number);
    count++;
  }
  return (units / unitsPerEm) * sizePt * MM_PER_POINT + count * trackingMm;
}
