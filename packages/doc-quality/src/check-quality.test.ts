import { timestamp } from '@dossierkit/core';
import { type GreyRaster, gaussianBlur, rotate90 } from '@dossierkit/doc-raster';
import { describe, expect, it } from 'vitest';
import { checkQuality } from './check-quality.js';
import { letterPage } from './internal/letter-page.fixture.js';

const at = timestamp('2026-05-03T08:15:00Z');
const failed = (raster: GreyRaster): string[] =>
  checkQuality({ raster, origin: 'picture' }, { at })
    .findings.filter(({ outcome }) => outcome === 'failed')
    .map(({ code }) => code.replace('doc-quality/', ''));

describe('checkQuality', () => {
  const page = letterPage();

  it('accepts a clean letter, for machines and for people', () => {
    const report = checkQuality({ raster: page, origin: 'picture' }, { at });
    expect(report).toMatchObject({
      check: 'doc-quality',
      verdict: 'accept',
      value: { fitForReading: 'yes', fitForPerson: 'yes' },
    });
    expect(report.findings.every(({ where }) => where?.page === 0)).toBe(true);
  });

  it('says what is wrong', () => {
    const tone = (factor: number, offset: number): GreyRaster => ({
      ...page,
      data: page.data.map((value) => value * factor + offset),
    });
    expect(failed(gaussianBlur(page, page.widthPx * 0.002))).toContain('blurred');
    expect(failed(tone(0.2, 0))).toEqual(['too-dark']);
    expect(failed(tone(0.15, 0.85 * 128))).toEqual(['low-contrast']);
    expect(failed(rotate90(page, 1))).toEqual(['turned']);
    expect(failed({ ...page, data: page.data.map(() => 240) })).toEqual(['blank']);
  });

  it.each([1, 255, 0])('answers for one pixel of brightness %i', (value) => {
    const raster: GreyRaster = { widthPx: 1, heightPx: 1, channels: 1, data: Uint8Array.of(value) };
    expect(failed(raster)).toEqual(['blank']);
  });
});
