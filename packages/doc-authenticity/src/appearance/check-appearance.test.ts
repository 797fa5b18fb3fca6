import { type Box, digestJson, plainDate } from '@dossierkit/core';
import type { Raster } from '@dossierkit/doc-raster';
import { renderSpecimen, type Specimen, type SpecimenKind } from '@dossierkit/specimens';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { checkAppearance, type IdentitySide } from './check-appearance.js';
import type { IdentityLayoutName } from './identity-layouts.js';

const options = { subject: digestJson('a card'), at: plainDate('2026-06-01') };

async function sideOf({ bytes, truth }: Specimen, layout: IdentityLayoutName): Promise<IdentitySide> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const raster: Raster = { widthPx: info.width, heightPx: info.height, channels: info.channels as 3, data };
  return { page: 0, raster, layout, corners: truth.corners };
}

const render = (
  kind: SpecimenKind,
  seed: number,
  defects: readonly { kind: 'black-and-white'; strength: number }[] = [],
) => renderSpecimen(kind, { seed, medium: 'photo', widthPx: 600, country: 'DE', defects });

describe('checkAppearance', () => {
  it.each([
    ['passport', 'icao-passport'],
    ['id-card-front', 'icao-card-front'],
    ['residence-permit', 'icao-card-front'],
  ] as const)('finds a photographed %s consistent', async (kind, layout) => {
    const { verdict, value } = checkAppearance([await sideOf(await render(kind, 4), layout)], options);
    expect(value.outcome).toBe('consistent');
    expect(verdict).toBe('accept');
    expect(value.portraits[0]).toBeTruthy();
  });

  it('sees that a card is no passport', async () => {
    const { findings } = checkAppearance(
      [await sideOf(await render('id-card-front', 4), 'icao-passport')],
      options,
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'doc-authenticity/appearance-format', outcome: 'failed' }),
    );
  });

  it('takes a copy without colour as such', async () => {
    const copy = await render('id-card-front', 4, [{ kind: 'black-and-white', strength: 1 }]);
    const { value, findings } = checkAppearance([await sideOf(copy, 'icao-card-front')], options);
    expect(value.outcome).toBe('look');
    expect(findings.filter(({ outcome }) => outcome === 'failed').map(({ code }) => code)).toEqual([
      'doc-authenticity/appearance-colour',
    ]);
  });

  it('looks for the zone where the layout has it', async () => {
    const side = await sideOf(await render('passport', 4), 'icao-passport');
    const outcomeFor = (mrz: Box): unknown =>
      checkAppearance([{ ...side, mrz }], options).findings.find(({ code }) => code.endsWith('mrz-place'))
        ?.outcome;
    const [upperLeft, , , lowerLeft] = side.corners ?? [];
    const bottom = { x: 0.3, y: (lowerLeft?.y ?? 0) - 0.08, width: 0.5, height: 0.06 };
    expect(outcomeFor(bottom)).toBe('passed');
    expect(outcomeFor({ ...bottom, y: (upperLeft?.y ?? 0) + 0.02 })).toBe('failed');
  });

  it('holds the sides of one card together', async () => {
    const front = await sideOf(await render('id-card-front', 4), 'icao-card-front');
    const back = await sideOf(await render('id-card-back', 4), 'icao-card-back');
    const numbers = (one: string, other: string): unknown =>
      checkAppearance(
        [
          { ...front, documentNumber: one },
          { ...back, documentNumber: other },
        ],
        options,
      ).findings.find(({ code }) => code.endsWith('sides-agree'))?.outcome;
    expect(numbers('L01X 00T47', 'l01x00t47')).toBe('passed');
    expect(numbers('L01X00T47', 'L01X00T48')).toBe('failed');
  });

  it('cannot tell anything of an empty picture', () => {
    const raster: Raster = {
      widthPx: 200,
      heightPx: 120,
      channels: 1,
      data: new Uint8Array(24_000).fill(250),
    };
    const { value, verdict } = checkAppearance([{ page: 0, raster, layout: 'icao-card-front' }], options);
    expect(value.outcome).toBe('cannot-tell');
    expect(verdict).toBe('accept');
  });
});
