import { type Defect, strengthOf } from '../../defect.js';
import type { Random } from '../../random.js';
import type { RgbRaster } from '../rasterise.js';
import { clamp } from './backdrop.js';
import { bilinear } from './bilinear.js';
import type { Light } from './light.js';
import { createOverlays } from './overlays.js';
import { createSurface } from './surface.js';
import type { Medium, PageSize, View } from './view.js';

/** What {@link compose} puts together. */
export interface Scene {
  readonly page: RgbRaster;
  /** The paper that lies where `view.second` says. */
  readonly second?: RgbRaster;
  readonly size: PageSize & { readonly cornerMm: number };
  readonly view: View;
  readonly backdrop: RgbRaster;
  readonly light: Light;
  readonly medium: Medium;
  readonly defects: readonly Defect[];
}

/** Looks along every pixel's ray: page or backdrop, in the light that falls there, with what lies over it. */
export function compose(random: Random, scene: Scene): RgbRaster {
  const { view, light } = scene;
  const { widthPx, heightPx } = view;
  const out = new Uint8Array(widthPx * heightPx * 3);
  const sample = createSampler(random, scene);
  const overlay = createOverlays(random, scene);
  const [a, b, c, d, e, f, g, h, i] = view.toPage as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const color = new Float32Array(3);
  let to = 0;
  for (let y = 0; y < heightPx; y++) {
    const lightRow = createLightRow(light, y / (heightPx - 1 || 1));
    const v = y + 0.5;
    for (let x = 0; x < widthPx; x++) {
      const u = x + 0.5;
      const w = g * u + h * v + i;
      const pageX = (a * u + b * v + c) / w;
      const pageY = (d * u + e * v + f) / w;
      sample(x, y, pageX, pageY, color);
      const level = lightRow(x / widthPx);
      for (let channel = 0; channel < 3; channel++)
        color[channel] = (color[channel] as number) * level * (light.tint[channel] as number);
      overlay(x, y, pageX, pageY, color);
      out[to++] = clamp((color[0] as number) + 0.5);
      out[to++] = clamp((color[1] as number) + 0.5);
      out[to++] = clamp((color[2] as number) + 0.5);
    }
  }
  return { widthPx, heightPx, channels: 3, data: out };
}

function createLightRow({ columns, rows, data }: Light, y: number): (x: number) => number {
  const at = y * (rows - 1);
  const row = Math.min(rows - 2, Math.floor(at));
  const t = at - row;
  const levels = new Float32Array(columns + 1);
  for (let column = 0; column <= columns; column++) {
    const index = row * columns + Math.min(columns - 1, column);
    const top = data[index] as number;
    levels[column] = top + ((data[index + columns] as number) - top) * t;
  }
  return (x) => {
    const place = x * (columns - 1);
    const column = Math.floor(place);
    const left = levels[column] as number;
    return left + ((levels[column + 1] as number) - left) * (place - column);
  };
}

type Sampler = (x: number, y: number, pageX: number, pageY: number, color: Float32Array) => void;

/** The colour of the page or, beyond its rounded edge, of the backdrop with the page's shadow on it. */
function createSampler(random: Random, scene: Scene): Sampler {
  const { page, size, view, backdrop, medium, defects } = scene;
  const { widthMm, heightMm, cornerMm } = size;
  const pxPerMm = page.widthPx / widthMm;
  const [topLeft, topRight] = view.corners;
  const edgePx = Math.hypot(topRight[0] - topLeft[0], topRight[1] - topLeft[1]) / widthMm;
  const surface = createSurface(random.fork('surface'), size, medium, strengthOf(defects, 'crumpled'));
  const own = random.fork('page-shadow');
  const [shadowX, shadowY] = [own.between(-1.6, 1.6), own.between(-1.6, 1.6)];
  const reach = medium === 'photo' ? own.between(2, 5) : 1.2;
  const scaleX = backdrop.widthPx / view.widthPx;
  const beside = secondSampler(scene, pxPerMm);
  const under = new Float32Array(3);
  return (x, y, pageX, pageY, color) => {
    const beyond = outside(pageX, pageY, widthMm, heightMm, cornerMm) * edgePx;
    if (beyond < 0.5) surface(page, pageX, pageY, pxPerMm, color);
    if (beyond <= -0.5) return;
    if (!beside?.(pageX, pageY, under)) bilinear(backdrop, x * scaleX, y * scaleX, under);
    const shade = outside(pageX - shadowX, pageY - shadowY, widthMm, heightMm, cornerMm);
    const dark = shade < reach ? 1 - 0.45 * (1 - Math.max(0, shade) / reach) ** 2 : 1;
    const cover = beyond >= 0.5 ? 0 : 0.5 - beyond;
    for (let channel = 0; channel < 3; channel++) {
      color[channel] = (color[channel] as number) * cover + (under[channel] as number) * dark * (1 - cover);
    }
  };
}

/** Writes the colour of the second paper where a place, in millimetres of the first, lies on it. */
function secondSampler(
  { second, size, view }: Scene,
  pxPerMm: number,
): ((pageX: number, pageY: number, color: Float32Array) => boolean) | undefined {
  const place = view.second;
  if (!second || !place) return undefined;
  const [cos, sin] = [Math.cos(place.turn), Math.sin(place.turn)];
  return (pageX, pageY, color) => {
    const [dx, dy] = [pageX - place.leftMm, pageY - place.topMm];
    const [u, v] = [dx * cos + dy * sin, dy * cos - dx * sin];
    if (outside(u, v, size.widthMm, size.heightMm, size.cornerMm) > 0) return false;
    bilinear(second, u * pxPerMm - 0.5, v * pxPerMm - 0.5, color);
    return true;
  };
}

/** How far a point lies outside a rounded rectangle (negative: inside), in its own unit. */
function outside(x: number, y: number, width: number, height: number, radius: number): number {
  const dx = Math.abs(x - width / 2) - width / 2 + radius;
  const dy = Math.abs(y - height / 2) - height / 2 + radius;
  if (dx <= 0 || dy <= 0) return Math.max(dx, dy) - radius;
  return Math.hypot(dx, dy) - radius;
}
