import { digestBytesSync, plainDate } from '@dossierkit/core';
import { renderSpecimen } from '@dossierkit/specimens';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkTraces, type TraceFinding } from './check-traces.js';

let photo: Uint8Array;
let changed: Buffer;

beforeAll(async () => {
  photo = (await renderSpecimen('fr-payslip', { seed: 3, medium: 'photo', widthPx: 1000 })).bytes;
  const words = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="170" height="36"><rect width="170" height="36" fill="#ddd"/><text x="6" y="26" font-size="26">9 999,00</text></svg>',
  );
  changed = await sharp(photo)
    .composite([{ input: words, left: 500, top: 610 }])
    .png()
    .toBuffer();
});

function failed(bytes: Uint8Array): TraceFinding[] {
  const { findings } = checkTraces(bytes, { subject: digestBytesSync(bytes), at: plainDate('2026-06-01') });
  return findings.filter(({ outcome }) => outcome === 'failed');
}

describe('checkTraces on pictures', () => {
  it('notices nothing on a photo as it was taken, nor on one that was saved again', async () => {
    expect(failed(photo)).toEqual([]);
    expect(failed(await sharp(photo).jpeg({ quality: 97 }).toBuffer())).toEqual([]);
    expect(failed(await sharp(photo).jpeg({ quality: 60 }).toBuffer())).toEqual([]);
  });

  it('shows what was written on a photo before it was saved again', async () => {
    const found = failed(await sharp(changed).jpeg({ quality: 97 }).toBuffer());
    expect(found.map(({ code }) => code)).toEqual([
      'doc-authenticity/picture-patched',
      'doc-authenticity/picture-even-patch',
    ]);
    const { x = 0, y = 0, width = 0 } = found[0]?.where?.box ?? {};
    expect(x + width / 2).toBeCloseTo(0.585, 1);
    expect(y).toBeCloseTo(610 / 1333, 1);
  });

  it('shows the place on the upright picture', async () => {
    const sideways = await sharp(changed)
      .rotate(270)
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 97 })
      .toBuffer();
    const box = failed(sideways)[0]?.where?.box;
    expect(box?.y).toBeCloseTo(610 / 1333, 1);
    expect(box?.width).toBeGreaterThan(box?.height ?? 1);
  });

  it('finds it in progressive files, too', async () => {
    expect(failed(await sharp(changed).jpeg({ quality: 97, progressive: true }).toBuffer())).toHaveLength(2);
  });

  it('finds it in a file that is no JPEG any more, wherever the picture was cut', async () => {
    const cut = await sharp(changed).extract({ left: 5, top: 3, width: 900, height: 1200 }).png().toBuffer();
    const [finding] = failed(cut);
    expect(finding?.code).toBe('doc-authenticity/picture-patched');
    expect(finding?.where?.box?.y).toBeCloseTo(607 / 1200, 1);
    expect(
      failed(await sharp(photo).extract({ left: 5, top: 3, width: 900, height: 1200 }).png().toBuffer()),
    ).toEqual([]);
  });

  it('sees a patch of one tone after coarse compression, when the compression no longer tells', async () => {
    const found = failed(await sharp(changed).jpeg({ quality: 80 }).toBuffer());
    expect(found.map(({ code }) => code)).toEqual(['doc-authenticity/picture-even-patch']);
  });

  it('shows where signs were copied to, and takes the same letters printed twice for no copy', async () => {
    const line = await sharp(photo).extract({ left: 120, top: 420, width: 420, height: 90 }).png().toBuffer();
    const copied = await sharp(photo)
      .composite([{ input: line, left: 300, top: 903 }])
      .png()
      .toBuffer();
    const found = failed(copied).find(({ code }) => code === 'doc-authenticity/picture-copied');
    expect(found?.where?.box?.y).toBeGreaterThan(0.6);
    expect(failed(await sharp(photo).png().toBuffer())).toEqual([]);
  });

  it('tells a photo of a screen from one of paper', async () => {
    const options = {
      seed: 3,
      medium: 'photo',
      widthPx: 1000,
      defects: [{ kind: 'screen', strength: 0.7 }],
    } as const;
    const { bytes } = await renderSpecimen('fr-payslip', options);
    expect(failed(bytes).map(({ code }) => code)).toContain('doc-authenticity/picture-screen');
  });

  it('names programs for changing pictures', async () => {
    const exif = { IFD0: { Software: 'Adobe Photoshop 25.0' } };
    const jpeg = await sharp(photo).withExif(exif).jpeg({ quality: 80 }).toBuffer();
    expect(failed(jpeg)).toMatchObject([
      { code: 'doc-authenticity/picture-editor', params: { program: 'Adobe Photoshop 25.0' } },
    ]);
  });
});
