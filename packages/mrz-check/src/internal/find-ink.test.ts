import { adaptiveThreshold, toGrey } from '@dossierkit/doc-raster';
import { renderSpecimen } from '@dossierkit/specimens';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { findInk } from './find-ink.js';

it.each(['passport', 'letter'] as const)(
  'marks what adaptiveThreshold marks, but for edges: %s',
  async (kind) => {
    const { bytes } = await renderSpecimen(kind, { seed: 1, medium: 'photo', widthPx: 800 });
    const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const grey = toGrey({
      widthPx: info.width,
      heightPx: info.height,
      channels: 3,
      data: new Uint8Array(data),
    });
    const slow = adaptiveThreshold(grey, { method: 'mean', radiusPx: 12, offset: 9 }).data;
    const quick = findInk(grey, 12, 9).data;
    const ink = slow.reduce((sum, value) => sum + value, 0);
    const different = slow.reduce((sum, value, i) => sum + Math.abs(value - (quick[i] as number)), 0);
    expect(ink).toBeGreaterThan(5000);
    expect(different / ink).toBeLessThan(0.15);
  },
);
