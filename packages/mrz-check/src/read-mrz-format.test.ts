import { plainDate } from '@dossierkit/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawFlat, type FlatOptions } from '../scripts/draw-flat.js';
import { fontFile, type Sharp, sharpWithFonts } from '../scripts/with-fonts.js';
import { mrzCheckDigit } from './check-digit.js';
import { checkMrz } from './check-mrz.js';
import { parseMrz } from './parse-mrz.js';
import { readMrz } from './read-mrz.js';
import { formatMrz, type MadeUpDocument } from './testing.js';

const at = plainDate('2026-05-03');
const document: MadeUpDocument = {
  format: 'MRV-A',
  issuingState: 'FRA',
  nationality: 'SEN',
  documentNumber: '12AB34567',
  surname: 'DIOP',
  givenNames: 'AMINATA',
  birthDate: plainDate('1990-01-01'),
  expiryDate: plainDate('2030-01-01'),
  sex: 'female',
  optionalData: '',
};
let sharp: Sharp;
beforeAll(async () => {
  sharp = await sharpWithFonts(fontFile('ocr-b.otf'), fontFile('open-sans.ttf'));
});

async function judged(lines: readonly string[], options?: FlatOptions) {
  const reading = readMrz(await drawFlat(sharp, lines, options), { at });
  const { verdict, findings } = checkMrz(reading, { at });
  return { reading, verdict, codes: findings.map(({ code }) => code) };
}

/** Strokes of a pen over the last cells of both lines. */
const scribbled: FlatOptions = {
  over: ({ x, y, pitch }) =>
    Array.from({ length: 26 }, (_, n) => {
      const left = x(36) + ((n * 5) % 17) * pitch * 0.5;
      return `<path d="M${left} ${y(1) + 3}L${left + (n % 3) * pitch - pitch} ${y(0) - pitch - 3}" stroke="#222" stroke-width="3"/>`;
    }).join(''),
};

describe('formats that differ in nothing but their length', () => {
  it.each(['MRV-A', 'MRV-B', 'TD3', 'TD2'] as const)('%s is read as what it is', async (format) => {
    const lines = formatMrz({ ...document, format });
    expect(await judged(lines)).toMatchObject({ verdict: 'accept', reading: { format, lines } });
  });

  it.each([
    ['the last characters of both lines are scribbled over', scribbled],
    ['the picture ends behind the 36th character', { cells: 36.2 }],
    ['the picture ends behind the 37th character', { cells: 37.2 }],
  ])('a long visa is not accepted as a short one where %s', async (_, options) => {
    const { reading, verdict, codes } = await judged(formatMrz(document), options);
    expect(reading?.fields.documentNumber).toBe(document.documentNumber);
    expect(verdict).toBe('review');
    expect(codes).toContain('mrz-check/format-doubtful');
    expect(reading?.sight?.orFormat).toBe(reading?.format === 'MRV-A' ? 'MRV-B' : 'MRV-A');
  });

  it('a short visa is not accepted as a long one where fillers are printed behind it', async () => {
    const { verdict } = await judged(formatMrz({ ...document, format: 'MRV-B' }), {
      over: ({ x, y, pitch }) =>
        [0, 1]
          .map(
            (line) =>
              `<text x="${x(37.5)}" y="${y(line)}" font-family="OCR B" font-size="${pitch / 0.72}">&lt;&lt;&lt;&lt;</text>`,
          )
          .join(''),
    });
    expect(verdict).toBe('review');
  });

  it('a passport whose first 36 characters happen to be a consistent card is not accepted as one', async () => {
    // The eighth digit of the personal number stands where a card has its composite check digit.
    const passports = Array.from({ length: 10 }, (_, digit) =>
      formatMrz({ ...document, format: 'TD3', optionalData: `1234567${digit}` }),
    );
    const cut = passports.map((lines) => lines.map((line) => line.slice(0, 36)));
    const consistent = cut.findIndex((lines) => {
      const card = parseMrz(lines, { at });
      return card.ok && card.value.valid;
    });
    expect(consistent).toBeGreaterThanOrEqual(0);
    const { verdict, codes } = await judged(passports[consistent] as string[], { cells: 36.2 });
    expect([verdict, codes.includes('mrz-check/format-doubtful')]).toEqual(['review', true]);
  });
});

describe('driving licences', () => {
  it('reads the French one, whose single line has two check digits', async () => {
    const number = 'D1FRA13AA00002';
    const line = `${number}${mrzCheckDigit(number)}301231MARTIN<<`;
    const lines = [`${line}${mrzCheckDigit(line)}`];
    expect(await judged(lines)).toMatchObject({ verdict: 'accept', reading: { format: 'FRENCH-DL', lines } });
  });

  it('reads the Swiss one, and leaves it to a person, for nothing proves that it was read right', async () => {
    const lines = ['AAA001D<<', 'FACHE305142128097<<800126<<<<<', 'MARCHAND<<FABIENNE<<<<<<<<<<<<'];
    expect(await judged(lines)).toMatchObject({ verdict: 'review', reading: { format: 'SWISS-DL', lines } });
  });
});

it('what a document prints against the standard is said, and not put right in silence', async () => {
  const [first = '', second = ''] = formatMrz({ ...document, format: 'TD3' });
  const { reading, verdict } = await judged([first.replace('DIOP', 'D8OP'), second]);
  expect(verdict).toBe('review');
  expect(reading?.sight?.doubts).toContainEqual(expect.objectContaining({ line: 0, at: 6, or: '8' }));
});
