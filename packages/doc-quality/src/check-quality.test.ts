import { timestamp } from '@dossierkit/core';
import { crop, type GreyRaster, gaussianBlur, rotate90 } from '@dossierkit/doc-raster';
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

  it('says at which side text is cut off', () => {
    const cut = crop(page, { leftPx: 150, topPx: 0, widthPx: 550, heightPx: 990 });
    const finding = checkQuality({ raster: cut, origin: 'picture' }, { at }).findings.find(
      ({ code }) => code === 'doc-quality/cut-off',
    );
    expect(finding).toMatchObject({ outcome: 'failed', params: { sides: ['left'] } });
  });

  it('finds a reflection, and says where', () => {
    const burnt = new Uint8Array(page.data);
    burnt.forEach((value, k) => {
      const distance = Math.hypot((k % 700) - 230, Math.floor(k / 700) - 260) / 110;
      if (distance < 1.3)
        burnt[k] = Math.min(255, value + (distance < 1 ? 255 : (255 * (1.3 - distance)) / 0.3));
    });
    const finding = checkQuality(
      { raster: { ...page, data: burnt }, origin: 'picture' },
      { at },
    ).findings.find(({ code }) => code === 'doc-quality/glare');
    expect(finding).toMatchObject({ outcome: 'failed', params: { region: 'upper-left' } });
  });

  it('finds the blocks of hard compression, and none without it', () => {
    const blocky = new Uint8Array(page.data);
    blocky.forEach((value, k) => {
      const block = Math.floor((k % 700) / 8) * 31 + Math.floor(k / 700 / 8) * 17;
      blocky[k] = Math.min(255, Math.max(0, value + ((block * 7919) % 13) - 6));
    });
    expect(failed({ ...page, data: blocky })).toContain('compressed');
    expect(failed(page)).not.toContain('compressed');
  });

  it.each([1, 255, 0])('answers for one pixel of brightness %i', (value) => {
    const raster: GreyRaster = { widthPx: 1, heightPx: 1, channels: 1, data: Uint8Array.of(value) };
    expect(failed(raster)).toEqual(['blank']);
  });
});
