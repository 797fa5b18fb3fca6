import type { Random } from '../../random.js';
import type { RgbRaster } from '../rasterise.js';
import { createNoise, layered } from './noise.js';

type Color = readonly [number, number, number];

/** Darkness and lightness of one spot, -1 to 1, and at most one colour besides. */
type Pattern = (x: number, y: number) => number;

const WOODS: readonly Color[] = [
  [168, 122, 78],
  [121, 82, 52],
  [196, 160, 118],
  [92, 64, 46],
];
const CLOTHS: readonly Color[] = [
  [74, 88, 110],
  [128, 58, 58],
  [88, 102, 84],
  [160, 150, 138],
  [52, 52, 58],
];
const STONES: readonly Color[] = [
  [150, 150, 148],
  [84, 84, 88],
  [188, 182, 172],
];
const PLAINS: readonly Color[] = [
  [222, 220, 214],
  [58, 60, 64],
  [110, 96, 84],
  [180, 188, 196],
  [30, 31, 34],
];

/** What a page lies on, small: it is drawn larger, and it is not in focus anyway. */
export function createBackdrop(random: Random, aspect: number): RgbRaster {
  const widthPx = 560;
  const heightPx = Math.max(8, Math.round(widthPx * aspect));
  const kind = random.pick(['wood', 'wood', 'cloth', 'stone', 'plain'] as const);
  const [color, contrast] = {
    wood: [random.pick(WOODS), 34],
    cloth: [random.pick(CLOTHS), 18],
    stone: [random.pick(STONES), 30],
    plain: [random.pick(PLAINS), 6],
  }[kind] as [Color, number];
  const pattern = { wood, cloth, stone, plain: stone }[kind](random);
  const data = new Uint8Array(widthPx * heightPx * 3);
  let to = 0;
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const shade = pattern(x / widthPx, y / widthPx) * contrast;
      for (let channel = 0; channel < 3; channel++) data[to++] = clamp((color[channel] as number) + shade);
    }
  }
  return { widthPx, heightPx, channels: 3, data };
}

/** The white lid of a scanner, or its dark gap. */
export function createScannerBed(random: Random): RgbRaster {
  const level = random.pick([252, 248, 240, 236, 60]);
  return { widthPx: 1, heightPx: 1, channels: 3, data: new Uint8Array([level, level, level]) };
}

function wood(random: Random): Pattern {
  const noise = createNoise(random);
  const angle = random.between(-0.3, 0.3) + (random.chance(0.5) ? Math.PI / 2 : 0);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const planks = random.between(2, 5);
  return (x, y) => {
    const [along, across] = [x * cos + y * sin, y * cos - x * sin];
    const grain = layered(noise, along * 4, across * 60, 3) * 0.7;
    const ring = Math.sin(across * 70 + noise(along * 3, across * 5) * 7) * 0.35;
    const seam = Math.abs(((across * planks + 10) % 1) - 0.5) > 0.49 ? -1.2 : 0;
    return grain + ring + seam + noise(Math.floor(across * planks + 10) * 7.3, 0.5) * 0.4;
  };
}

function cloth(random: Random): Pattern {
  const noise = createNoise(random);
  const threads = random.between(110, 170);
  return (x, y) => {
    const weave = Math.sin(x * threads * 6.28) * Math.sin(y * threads * 6.28);
    return weave * 0.5 + layered(noise, x * 5, y * 5, 3) * 1.2;
  };
}

function stone(random: Random): Pattern {
  const noise = createNoise(random);
  return (x, y) => layered(noise, x * 90, y * 90, 2) * 0.8 + layered(noise, x * 6, y * 6, 3);
}

export const clamp = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : value);
