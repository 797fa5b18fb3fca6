import { CAP, GLYPHS, NONE, PITCH, WINDOW } from '../src/internal/glyph-net-shape.js';
import { normaliseStrip } from '../src/internal/normalise-strip.js';
import { addMark, addNoise, blur, type Canvas, compress, sharpen } from './damage.js';
import { MASK_PITCH, type Mask, SIZES, WEIGHTS } from './glyph-masks.js';
import type { Random } from './random.js';

/** One window as the network sees it, and the class it should give. */
export interface Sample {
  readonly window: Float32Array;
  readonly label: number;
}

const CELLS = 10;
const FILLER = GLYPHS.indexOf('<');

/** A made-up line of an MRZ, photographed or scanned badly, cut into windows. */
export function drawSamples(masks: readonly Mask[][][], random: Random): Sample[] {
  const pitch = 7 * 4.6 ** (random.next() ** 1.3);
  const scene = drawScene(masks, pitch, random);
  damage(scene.canvas, pitch, random);
  return cutWindows(scene, random);
}

interface Scene {
  readonly canvas: Canvas;
  readonly labels: readonly number[];
  readonly pitch: number;
  /** Height of a capital letter in pixels. */
  readonly cap: number;
  /** Centre of the first cell, and the way to the next. */
  readonly x: number;
  readonly y: number;
  readonly slope: number;
}

function drawScene(masks: readonly Mask[][][], pitch: number, random: Random): Scene {
  const stretch = random.between(0.74, 1.12); // glyph width, where the letter spacing is not OCR-B's own
  const cap = (pitch * CAP * random.between(0.75, 1.2)) / PITCH;
  const width = Math.ceil(pitch * (CELLS + 2));
  const height = Math.ceil(pitch * 2.8);
  const canvas = { width, height, grey: background(width, height, pitch, random) };
  const slope = random.between(-0.03, 0.03);
  const slant = random.between(-0.16, 0.16) * random.next();
  const x = pitch * 1.5;
  const y = height / 2 + random.between(-0.2, 0.2) - slope * pitch * (CELLS / 2);
  const weight = random.below(WEIGHTS);
  const ink = random.between(0.35, 1) * random.between(0.5, 1);
  const labels = Array.from({ length: CELLS }, () => (random.chance(0.07) ? NONE : anyGlyph(random)));
  const spacing = cap * random.between(1.45, 1.95);
  for (const line of [-1, 0, 1]) {
    if (line !== 0 && random.chance(0.45)) continue;
    for (let cell = -1; cell <= CELLS; cell++) {
      const label = line === 0 && cell >= 0 && cell < CELLS ? (labels[cell] as number) : anyGlyph(random);
      if (label === NONE || (line === 0 && (cell < 0 || cell === CELLS) && random.chance(0.3))) continue;
      const size = Math.min(SIZES - 1, Math.max(0, Math.floor(Math.log2(MASK_PITCH / pitch) - 0.5)));
      const mask = masks[label]?.[jitterWeight(weight, random)]?.[size] as Mask;
      stamp(canvas, mask, {
        x: x + cell * pitch + random.normal() * 0.02 * pitch,
        y: y + line * spacing + slope * cell * pitch + random.normal() * 0.015 * pitch,
        scaleX: (pitch * stretch) / (MASK_PITCH >> size),
        scaleY: (cap * PITCH) / CAP / (MASK_PITCH >> size),
        slant,
        slope,
        ink: ink * random.between(0.85, 1),
      });
    }
  }
  return { canvas, labels, pitch, cap, x, y, slope };
}

function anyGlyph(random: Random): number {
  const kind = random.next();
  if (kind < 0.2) return FILLER;
  return kind < 0.5 ? random.below(10) : 10 + random.below(26);
}

const jitterWeight = (weight: number, random: Random): number =>
  random.chance(0.8) ? weight : Math.min(WEIGHTS - 1, Math.max(0, weight + random.below(3) - 1));

interface Stamp {
  readonly x: number;
  readonly y: number;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly slant: number;
  readonly slope: number;
  readonly ink: number;
}

/** Prints one glyph: every pixel takes four samples of the mask. */
function stamp({ width, height, grey }: Canvas, mask: Mask, at: Stamp): void {
  const reachX = (mask.width / 2) * at.scaleX;
  const reachY = (mask.height / 2) * at.scaleY;
  for (let y = Math.max(0, Math.floor(at.y - reachY)); y < Math.min(height, at.y + reachY); y++) {
    for (let x = Math.max(0, Math.floor(at.x - reachX)); x < Math.min(width, at.x + reachX); x++) {
      let cover = 0;
      for (let sub = 0; sub < 4; sub++) {
        const dx = x + (sub & 1 ? 0.75 : 0.25) - at.x;
        const dy = y + (sub & 2 ? 0.75 : 0.25) - at.y - at.slope * dx;
        cover += inkAt(
          mask,
          (dx + at.slant * dy) / at.scaleX + mask.width / 2,
          dy / at.scaleY + mask.height / 2,
        );
      }
      const i = y * width + x;
      const paper = grey[i] as number;
      grey[i] = paper - (cover / 4) * at.ink * paper * 0.92;
    }
  }
}

function inkAt({ width, height, ink }: Mask, x: number, y: number): number {
  const left = Math.floor(x - 0.5);
  const top = Math.floor(y - 0.5);
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 0;
  const fx = x - 0.5 - left;
  const fy = y - 0.5 - top;
  const i = top * width + left;
  return (
    (1 - fy) * ((1 - fx) * (ink[i] as number) + fx * (ink[i + 1] as number)) +
    fy * ((1 - fx) * (ink[i + width] as number) + fx * (ink[i + width + 1] as number))
  );
}

/** Paper, tint and security print. */
function background(width: number, height: number, pitch: number, random: Random): Float32Array {
  const grey = new Float32Array(width * height).fill(random.between(120, 250));
  const waves = random.chance(0.25) ? 0 : 1 + random.below(4);
  for (let n = 0; n < waves; n++) {
    const length = pitch * random.between(0.12, 1.5) * (random.chance(0.3) ? 4 : 1);
    const angle = random.between(0, Math.PI);
    const kx = (Math.cos(angle) * 2 * Math.PI) / length;
    const ky = (Math.sin(angle) * 2 * Math.PI) / length;
    const bend = random.between(0, 2.5);
    const bendBy = (2 * Math.PI) / (pitch * random.between(2, 8));
    const strength = random.between(2, 26) * random.next();
    const thin = random.chance(0.5);
    for (let i = 0; i < grey.length; i++) {
      const x = i % width;
      const y = (i - x) / width;
      const wave = Math.sin(kx * x + ky * y + bend * Math.sin(bendBy * (x + y)));
      grey[i] = (grey[i] as number) + strength * (thin ? -2 * Math.max(0, wave) ** 6 : wave);
    }
  }
  return grey;
}

function damage(canvas: Canvas, pitch: number, random: Random): void {
  while (random.chance(0.25)) addMark(canvas, random);
  if (random.chance(0.75)) {
    const sigma = pitch * 0.11 * random.next();
    const moved = random.chance(0.2) ? 1 + 1.2 * random.next() : 1;
    const sideways = random.chance(0.5);
    blur(canvas, sigma * (sideways ? moved : 1), sigma * (sideways ? 1 : moved));
  }
  if (random.chance(0.8)) addNoise(canvas, 12 * random.next() ** 2, random);
  if (random.chance(0.25)) sharpen(canvas, random.between(0.3, 1.6));
  if (random.chance(0.6)) compress(canvas, random.between(15, 92), random.below(8));
}

/** Normalises the line as the reader would, with the reader's small mistakes, and cuts windows on and between cells. */
function cutWindows(scene: Scene, random: Random): Sample[] {
  const { canvas, labels, pitch, cap } = scene;
  const scaleX = (pitch / PITCH) * (1 + 0.03 * random.normal());
  const scaleY = (cap / CAP) * (1 + 0.06 * random.normal());
  const shiftY = random.normal() * 0.05 * cap;
  const slope = scene.slope + 0.006 * random.normal();
  const width = Math.ceil((canvas.width - 2) / scaleX);
  const strip = new Float32Array(width * WINDOW);
  const middle = scene.x + (CELLS / 2) * pitch;
  const height = scene.y + scene.slope * (CELLS / 2) * pitch + shiftY;
  for (let y = 0; y < WINDOW; y++) {
    for (let x = 0; x < width; x++) {
      const sourceX = 1 + (x + 0.5) * scaleX;
      const sourceY = height + slope * (sourceX - middle) + (y + 0.5 - WINDOW / 2) * scaleY;
      strip[y * width + x] = greyAt(canvas, sourceX, sourceY);
    }
  }
  const normal = normaliseStrip(strip, width, WINDOW);
  const samples: Sample[] = [];
  labels.forEach((label, cell) => {
    const centre = (scene.x + cell * pitch - 1) / scaleX;
    push(samples, normal, width, centre + random.between(-2.7, 2.7), label);
    if (random.chance(0.22)) {
      const off = (random.chance(0.5) ? 1 : -1) * random.between(5.6, 8);
      push(samples, normal, width, centre + off, NONE);
    }
  });
  if (random.chance(0.12)) pushMisplaced(samples, scene, random);
  return samples;
}

/** Between the lines, or at a wrong size: what the reader tries and must find empty. */
function pushMisplaced(samples: Sample[], scene: Scene, random: Random): void {
  const { canvas, pitch, cap } = scene;
  const wrongSize = random.chance(0.5);
  const scale = wrongSize ? (random.chance(0.5) ? random.between(0.4, 0.6) : random.between(1.7, 2.4)) : 1;
  const scaleX = (pitch / PITCH) * scale;
  const scaleY = (cap / CAP) * scale;
  const shiftY = wrongSize ? 0 : cap * random.between(0.5, 0.8) * (random.chance(0.5) ? 1 : -1);
  const width = WINDOW * 2;
  const strip = new Float32Array(width * WINDOW);
  const left = random.between(0, Math.max(1, canvas.width - width * scaleX));
  for (let i = 0; i < strip.length; i++) {
    const x = i % width;
    const y = (i - x) / width;
    strip[i] = greyAt(
      canvas,
      left + x * scaleX,
      canvas.height / 2 + shiftY + (y + 0.5 - WINDOW / 2) * scaleY,
    );
  }
  const normal = normaliseStrip(strip, width, WINDOW);
  push(samples, normal, width, random.between(WINDOW / 2, width - WINDOW / 2), NONE);
}

function push(samples: Sample[], strip: Float32Array, width: number, centre: number, label: number): void {
  const left = Math.round(centre - WINDOW / 2);
  if (left < 0 || left + WINDOW > width) return;
  const window = new Float32Array(WINDOW * WINDOW);
  for (let y = 0; y < WINDOW; y++) {
    for (let x = 0; x < WINDOW; x++) window[y * WINDOW + x] = strip[y * width + left + x] as number;
  }
  samples.push({ window, label });
}

/** Bilinear; beyond the edge the edge goes on. */
function greyAt({ width, height, grey }: Canvas, x: number, y: number): number {
  const cx = Math.min(width - 1.001, Math.max(0, x - 0.5));
  const cy = Math.min(height - 1.001, Math.max(0, y - 0.5));
  const left = Math.floor(cx);
  const top = Math.floor(cy);
  const fx = cx - left;
  const fy = cy - top;
  const i = top * width + left;
  return (
    (1 - fy) * ((1 - fx) * (grey[i] as number) + fx * (grey[i + 1] as number)) +
    fy * ((1 - fx) * (grey[i + width] as number) + fx * (grey[i + width + 1] as number))
  );
}
