import { unwrap } from '@dossierkit/core';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { firstPageOf, quarterColours } from '../../test/make-files.js';
import { heic } from '../../test/make-heic.js';
import { createReader } from '../create-reader.js';
import * as heicPackage from './heic-package.js';

vi.mock('./heic-package.js', { spy: true });
beforeEach(() => {
  vi.mocked(heicPackage.heicDecoderUrl).mockReset();
});

const reader = createReader({ limits: { maxPixels: 5000 } });
afterAll(() => reader.close());

const QUARTERS = [
  [76, 85, 255],
  [150, 44, 21],
  [29, 255, 107],
  [255, 128, 128],
] as const;

describe('HEIC', () => {
  it('is read', async () => {
    const document = unwrap(await reader.open(heic(2, 2, QUARTERS), { name: 'IMG_0001.HEIC' }));
    expect(document).toMatchObject({ format: 'heic', findings: [] });
    expect(firstPageOf(document)).toMatchObject({ widthPx: 32, heightPx: 32, origin: 'picture' });
    expect(quarterColours(unwrap(await firstPageOf(document).readRaster()))).toBe('rgbw');
    expect(unwrap(await firstPageOf(document).readRaster({ grey: true, maxSidePx: 16 })).data).toHaveLength(
      256,
    );
  });

  it('cut off is damaged', async () => {
    const opened = await reader.open(heic(2, 2, QUARTERS).subarray(0, 300));
    expect(opened).toEqual({ ok: false, error: { code: 'doc-reader/damaged', params: { format: 'heic' } } });
  });

  it('with more pixels than the limit is not decoded', async () => {
    const opened = await reader.open(heic(10, 10, QUARTERS));
    const params = { widthPx: 160, heightPx: 160, limitPixels: 5000 };
    expect(opened).toEqual({ ok: false, error: { code: 'doc-reader/too-many-pixels', params } });
  });

  it('says what is missing where its decoder is not installed', async () => {
    vi.mocked(heicPackage.heicDecoderUrl).mockReturnValue(undefined);
    const error = { code: 'doc-reader/heic-support-missing', params: { packageName: 'heic-decode' } };
    expect(await reader.open(heic(2, 2, QUARTERS))).toEqual({ ok: false, error });
  });
});
