import { type GreyRaster, rotate } from '@dossierkit/doc-raster';
import { listKinds, renderSpecimen, type SpecimenKind } from '@dossierkit/specimens';
import { addMark, addNoise, blur, type Canvas } from './damage.js';
import { createRandom } from './random.js';
import type { Sharp } from './with-fonts.js';

const WITH_ZONE: readonly SpecimenKind[] = [
  'passport',
  'id-card-back',
  'fr-id-card-old',
  'visa',
  'residence-permit',
];
/** Kinds of specimens that have no zone on their first page. */
export const PAGE_KINDS: readonly SpecimenKind[] = listKinds().filter((kind) => !WITH_ZONE.includes(kind));

/** So many pictures are made of one rendered page: rendering is what takes long. */
const PICTURES_A_PAGE = 8;
let page: { readonly number: number; readonly raster: GreyRaster } | undefined;

/** Picture `seed` of a page without a zone: its own size, light, blur, noise and turn. */
export async function drawPage(
  sharp: Sharp,
  seed: number,
): Promise<{ readonly raster: GreyRaster; readonly kind: string }> {
  const number = Math.floor(seed / PICTURES_A_PAGE);
  const kind = PAGE_KINDS[number % PAGE_KINDS.length] as SpecimenKind;
  if (page?.number !== number) page = { number, raster: await renderPage(sharp, kind, number) };
  const random = createRandom(seed * 2654435761 + 1);
  const width = Math.round(page.raster.widthPx * random.between(0.55, 1));
  const { data, info } = await sharp(page.raster.data, {
    raw: { width: page.raster.widthPx, height: page.raster.heightPx, channels: 1 },
  })
    .resize(width)
    .jpeg({ quality: 40 + random.below(55) })
    .toBuffer()
    .then((jpeg) => sharp(jpeg).greyscale().raw().toBuffer({ resolveWithObject: true }));
  const canvas: Canvas = { width: info.width, height: info.height, grey: new Float32Array(data) };
  if (random.chance(0.5)) blur(canvas, random.between(0.3, 1.4), random.between(0.3, 1.4));
  while (random.chance(0.3)) addMark(canvas, random);
  addNoise(canvas, random.between(0, 10), random);
  const raster: GreyRaster = {
    widthPx: info.width,
    heightPx: info.height,
    channels: 1,
    data: new Uint8Array(new Uint8ClampedArray(canvas.grey)),
  };
  return {
    raster: random.chance(0.5) ? rotate(raster, random.between(-180, 180)) : raster,
    kind,
  };
}

async function renderPage(sharp: Sharp, kind: SpecimenKind, seed: number): Promise<GreyRaster> {
  const { bytes } = await renderSpecimen(kind, {
    seed,
    medium: seed % 2 === 0 ? 'scan' : 'photo',
    widthPx: 1400,
  });
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, channels: 1, data: new Uint8Array(data) };
}
