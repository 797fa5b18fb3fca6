import { plainDate } from '@dossierkit/core';
import { type Raster, resize, rotate90, toGrey } from '@dossierkit/doc-raster';
import { type RenderSpecimenOptions, renderSpecimen, type SpecimenKind } from '@dossierkit/specimens';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkMrz } from './check-mrz.js';
import { drawMrz } from './draw-mrz.js';
import { findMrz } from './find-mrz.js';
import { ALPHABETS } from './layout.js';
import { MRZ_LAYOUTS } from './layouts.js';
import { readMrz } from './read-mrz.js';
import { readMrzLine } from './read-mrz-line.js';
import type { MrzReading } from './reading.js';

const at = plainDate('2026-05-03');

async function picture(kind: SpecimenKind, options: Partial<RenderSpecimenOptions> & { seed: number }) {
  const { bytes, truth } = await renderSpecimen(kind, { medium: 'photo', widthPx: 1200, ...options });
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const raster: Raster = {
    widthPx: info.width,
    heightPx: info.height,
    channels: 3,
    data: new Uint8Array(data),
  };
  return { raster, lines: truth.mrz };
}

describe('readMrz reads photos of specimens', () => {
  it('has no doubt where only the many fillers of a clear card add up', async () => {
    const { raster, lines } = await picture('id-card-back', { seed: 5, country: 'FR', widthPx: 1600, at });
    const reading = readMrz(raster, { at });
    expect(reading?.lines).toEqual(lines);
    expect(reading?.sight?.doubts).toEqual([]);
  });

  it.each([
    ['a passport', 'passport', []],
    ['the back of a card', 'id-card-back', []],
    ['a passport that lies far away', 'passport', [{ kind: 'far-away', strength: 0.4 }]],
    ['a tilted card', 'id-card-back', [{ kind: 'tilt', strength: 0.5 }]],
    ['a passport turned by 140°', 'passport', [{ kind: 'rotate', degrees: 140 }]],
    ['a card out of focus', 'id-card-back', [{ kind: 'focus-blur', strength: 0.25 }]],
  ] as const)('%s', async (_, kind, defects) => {
    const { raster, lines } = await picture(kind, { seed: 11, defects });
    const reading = readMrz(raster, { at });
    expect(reading?.lines).toEqual(lines);
    expect(reading?.valid).toBe(true);
  });
});

describe('readMrz', () => {
  let raster: Raster;
  let lines: readonly string[] | undefined;
  let reading: MrzReading;

  beforeAll(async () => {
    ({ raster, lines } = await picture('passport', { seed: 5, widthPx: 900 }));
    reading = readMrz(raster, { at }) as MrzReading;
  });

  it.each([1, 2, 3] as const)('reads a picture turned by %d quarters', (quarters) => {
    const turned = readMrz(rotate90(raster, quarters), { at });
    expect(turned?.lines).toEqual(lines);
    const angle =
      ((((turned?.sight?.angleDegrees ?? 0) - (reading.sight?.angleDegrees ?? 0)) % 360) + 360) % 360;
    expect(Math.min(Math.abs(angle - quarters * 90), Math.abs(angle - 360 + quarters * 90))).toBeLessThan(2);
  });

  it('gives the same answer for the same pixels, in colour or grey', () => {
    expect(readMrz(raster, { at })).toEqual(reading);
    expect(readMrz(toGrey(raster), { at })?.lines).toEqual(lines);
  });

  it('is found where it is read', () => {
    const { angleDegrees, pitchPx, corners } = reading.sight ?? {};
    expect(findMrz(raster)).toEqual({ format: 'TD3', angleDegrees, pitchPx, corners });
  });

  it('places every character where it stands', () => {
    const { sight } = reading;
    expect(sight?.cells).toHaveLength(88);
    const first = sight?.cells[0]?.corners[0];
    const last = sight?.cells[43]?.corners[1];
    expect(last && first && last.x - first.x).toBeGreaterThan(0.4);
    expect(sight?.cells.every(({ character, line, at }) => lines?.[line]?.[at] === character)).toBe(true);
  });

  it('is accepted where nothing is in doubt, and says what it verified', () => {
    const report = checkMrz(reading, { at });
    const open = report.findings.filter(
      ({ outcome, severity }) => outcome !== 'passed' && severity !== 'info',
    );
    expect(open.map(({ code }) => code).filter((code) => code !== 'mrz-check/specimen')).toEqual([]);
  });

  it('is drawn over the picture', () => {
    const svg = drawMrz(reading, { widthPx: 900, heightPx: 600 });
    expect(svg.match(/<text/g)).toHaveLength(88);
  });

  it('returns no character that its place does not allow, however poor the picture', () => {
    for (const width of [420, 360, 300, 260]) {
      const small = resize(raster, {
        widthPx: width,
        heightPx: Math.round((width * raster.heightPx) / raster.widthPx),
      });
      const poor = readMrz(small, { at });
      if (!poor) continue;
      const report = checkMrz(poor, { at });
      if (poor.lines.join() !== lines?.join()) expect(report.verdict).not.toBe('accept');
      for (const { line, start, end, alphabet } of MRZ_LAYOUTS[poor.format].fields) {
        for (const character of (poor.lines[line] as string).slice(start, end)) {
          expect(ALPHABETS[alphabet]).toContain(character);
        }
      }
    }
  });
});

describe('readMrz finds no zone', () => {
  it.each(['fr-tax-notice', 'fr-electricity-bill', 'fr-bank-details'] as const)(
    'in a letter: %s',
    async (kind) => {
      const { raster } = await picture(kind, { seed: 3, medium: 'scan', widthPx: 1000 });
      expect(readMrz(raster, { at })).toBeUndefined();
    },
  );

  it('in nothing, noise and stripes', () => {
    const make = (value: (i: number) => number): Raster => ({
      widthPx: 400,
      heightPx: 300,
      channels: 1,
      data: Uint8Array.from({ length: 120_000 }, (_, i) => value(i)),
    });
    expect(
      readMrz(
        make(() => 255),
        { at },
      ),
    ).toBeUndefined();
    expect(
      readMrz(
        make((i) => (Math.imul(i, 2654435761) >>> 24) & 255),
        { at },
      ),
    ).toBeUndefined();
    expect(
      readMrz(
        make((i) => (i % 12 < 6 ? 0 : 255)),
        { at },
      ),
    ).toBeUndefined();
    expect(
      readMrz({ widthPx: 1, heightPx: 1, channels: 1, data: new Uint8Array(1) }, { at }),
    ).toBeUndefined();
    expect(findMrz(make(() => 255))).toBeUndefined();
  });
});

it('readMrzLine reads one line alone', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><rect width="200" height="40" fill="#fff"/></svg>';
  const { data } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true });
  expect(
    readMrzLine({ widthPx: 200, heightPx: 40, channels: 1, data: new Uint8Array(data) }),
  ).toBeUndefined();
  const { raster, lines } = await picture('passport', { seed: 5, widthPx: 900, medium: 'scan' });
  const reading = readMrz(raster, { at });
  const corners =
    reading?.sight?.cells.filter((cell) => cell.line === 1).flatMap((cell) => cell.corners) ?? [];
  const top = Math.floor(Math.min(...corners.map(({ y }) => y)) * raster.heightPx) - 4;
  const bottom = Math.ceil(Math.max(...corners.map(({ y }) => y)) * raster.heightPx) + 4;
  const stride = raster.widthPx * 3;
  const crop: Raster = {
    ...raster,
    heightPx: bottom - top,
    data: raster.data.slice(top * stride, bottom * stride),
  };
  expect(readMrzLine(crop)?.text).toBe(lines?.[1]);
});
