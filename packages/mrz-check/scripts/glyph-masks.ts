import { GLYPHS } from '../src/internal/glyph-net-shape.js';
import { sharpWithFonts } from './with-fonts.js';

/** One glyph in one size: how much of each pixel is ink, 0 to 1. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  readonly ink: Float32Array;
}

/** Pixels of one cell in the largest size; each further size is half of the one before. */
export const MASK_PITCH = 64;
const WIDTH = 96;
const HEIGHT = 128;
export const SIZES = 3;
/** From thin to fat ink: the grey value at which the softened outline is cut. */
const CUTS = [0.72, 0.6, 0.5, 0.38, 0.27];
export const WEIGHTS: number = CUTS.length;

/** `masks[glyph][weight][size]`, drawn from the font file. */
export async function drawMasks(fontFile: string): Promise<Mask[][][]> {
  const sharp = await sharpWithFonts(fontFile);
  const masks: Mask[][][] = [];
  for (const glyph of GLYPHS) {
    const text = glyph === '<' ? '&lt;' : glyph;
    // OCR-B of 10 points has a pitch of 2.54 mm = 0.72 em.
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="#fff"/><text x="${WIDTH / 2}" y="${BASELINE}" font-family="OCR B" font-style="normal" font-size="${MASK_PITCH / 0.72}" text-anchor="middle">${text}</text></svg>`;
    const { data, info } = await sharp(Buffer.from(svg))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const ink = Float32Array.from(
      { length: WIDTH * HEIGHT },
      (_, i) => 1 - (data[i * info.channels] ?? 255) / 255,
    );
    const soft = soften({ width: WIDTH, height: HEIGHT, ink }, 3);
    masks.push(CUTS.map((cut) => sizesOf(cutAt(soft, cut))));
  }
  return masks;
}

/** The line on which the glyphs stand, chosen so that a capital letter is centred in the mask. */
export const BASELINE = 94;

function cutAt(soft: Mask, cut: number): Mask {
  return { ...soft, ink: soft.ink.map((v) => Math.min(1, Math.max(0, (v - cut) * 6 + 0.5))) };
}

function sizesOf(mask: Mask): Mask[] {
  const sizes = [mask];
  while (sizes.length < SIZES) sizes.push(halved(sizes[sizes.length - 1] as Mask));
  return sizes;
}

function halved({ width, height, ink }: Mask): Mask {
  const w = width / 2;
  const h = height / 2;
  const out = new Float32Array(w * h);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const i = 2 * y * width + 2 * x;
      out[y * w + x] =
        ((ink[i] as number) +
          (ink[i + 1] as number) +
          (ink[i + width] as number) +
          (ink[i + width + 1] as number)) /
        4;
    }
  }
  return { width: w, height: h, ink: out };
}

/** Three box blurs: close to a Gaussian. */
function soften(mask: Mask, radius: number): Mask {
  const { width, height } = mask;
  let ink = mask.ink;
  for (let pass = 0; pass < 2; pass++) {
    for (const step of [1, width]) {
      const out = new Float32Array(ink.length);
      for (let i = 0; i < ink.length; i++) {
        let sum = 0;
        for (let k = -radius; k <= radius; k++) sum += ink[i + k * step] ?? 0;
        out[i] = sum / (2 * radius + 1);
      }
      ink = out;
    }
  }
  return { width, height, ink };
}
