import { findDefect, strengthOf } from '../../defect.js';
import type { Random } from '../../random.js';
import type { Scene } from './compose.js';
import { smoothstep } from './noise.js';
import { screen } from './screen.js';

/** Changes a pixel's colour for what lies between the page and the lens. */
export type Overlay = (x: number, y: number, pageX: number, pageY: number, color: Float32Array) => void;

export function createOverlays(random: Random, scene: Scene): Overlay {
  const overlays = [
    glare(random.fork('glare'), scene),
    moire(random.fork('moire'), scene),
    screen(random.fork('screen'), scene),
    finger(random.fork('finger'), scene),
  ].filter((overlay): overlay is Overlay => overlay !== undefined);
  return (x, y, pageX, pageY, color) => {
    for (const overlay of overlays) overlay(x, y, pageX, pageY, color);
  };
}

/** The lamp's mirror image: burnt out in the middle, fading quickly. */
function glare(random: Random, { size, defects }: Scene): Overlay | undefined {
  const strength = strengthOf(defects, 'glare');
  if (strength === 0) return undefined;
  const middle = findDefect(defects, 'glare')?.at ?? {
    x: random.between(0.3, 0.7),
    y: random.between(0.3, 0.7),
  };
  const area = 0.25 * strength * size.widthMm * size.heightMm;
  const stretch = random.between(1, 1.8);
  const [rx, ry] = [Math.sqrt((area * stretch) / Math.PI), Math.sqrt(area / stretch / Math.PI)];
  const angle = random.between(0, Math.PI);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return (_x, _y, pageX, pageY, color) => {
    const [dx, dy] = [pageX - middle.x * size.widthMm, pageY - middle.y * size.heightMm];
    const distance = Math.hypot((dx * cos + dy * sin) / rx, (dy * cos - dx * sin) / ry);
    if (distance > 1.5) return;
    const burn = 1 - smoothstep(0.92, 1.5, distance);
    for (let channel = 0; channel < 3; channel++)
      color[channel] = (color[channel] as number) + (262 - (color[channel] as number)) * burn;
  };
}

/** The pixels of a screen against the pixels of the camera: coloured stripes that bend. */
function moire(random: Random, { view, defects }: Scene): Overlay | undefined {
  const strength = strengthOf(defects, 'moire');
  if (strength === 0) return undefined;
  const turn = (2 * Math.PI) / view.widthPx;
  const [wavesX, wavesY] = [random.between(18, 60), random.between(18, 60)];
  const [bendX, bendY] = [random.between(1, 3), random.between(1, 3)];
  const fine = random.between(2.6, 3.6);
  return (x, y, _pageX, _pageY, color) => {
    const bend =
      2.5 * Math.sin(bendX * turn * x + bendY * turn * y) +
      1.8 * Math.sin(bendY * turn * x * 1.7 - bendX * turn * y);
    const grid = 0.35 * Math.sin((2 * Math.PI * y) / fine) + 0.2 * Math.sin((2 * Math.PI * x) / fine);
    const phase = turn * (wavesX * x + wavesY * y) + bend;
    for (let channel = 0; channel < 3; channel++) {
      const stripes = Math.sin(phase + channel * 1.4) * 0.75 + grid;
      color[channel] = Math.max(0, (color[channel] as number) * (1 + 0.3 * strength * stripes));
    }
    color[2] = Math.min(255, (color[2] as number) * (1 + 0.06 * strength));
  };
}

const SKINS = [
  [224, 172, 142],
  [198, 134, 98],
  [141, 90, 62],
  [92, 58, 42],
  [236, 190, 164],
] as const;

/** A thumb that holds the page, out of focus. */
function finger(random: Random, { size, defects }: Scene): Overlay | undefined {
  const strength = strengthOf(defects, 'finger');
  if (strength === 0) return undefined;
  const side = findDefect(defects, 'finger')?.side ?? random.pick(['left', 'right', 'bottom'] as const);
  const { widthMm, heightMm } = size;
  const along = random.between(0.35, 0.7);
  const [edgeX, edgeY, dirX, dirY] = {
    left: [0, along * heightMm, 1, random.between(-0.4, 0.4)],
    right: [widthMm, along * heightMm, -1, random.between(-0.4, 0.4)],
    top: [along * widthMm, 0, random.between(-0.4, 0.4), 1],
    bottom: [along * widthMm, heightMm, random.between(-0.4, 0.4), -1],
  }[side] as [number, number, number, number];
  const radius = random.between(8.5, 11);
  const skin = random.pick(SKINS);
  const norm = Math.hypot(dirX, dirY);
  const [ux, uy] = [dirX / norm, dirY / norm];
  const tip = strength * widthMm * 0.33 - radius;
  return (_x, _y, pageX, pageY, color) => {
    const [dx, dy] = [pageX - edgeX, pageY - edgeY];
    const forward = Math.min(tip, dx * ux + dy * uy);
    const distance = Math.hypot(dx - forward * ux, dy - forward * uy) / radius;
    if (distance > 1.2) return;
    const cover = 1 - smoothstep(0.9, 1.06, distance);
    const shade = 1.02 - 0.42 * distance * distance;
    const onNail =
      Math.hypot((dx * ux + dy * uy - tip) / (radius * 0.62), (dy * ux - dx * uy) / (radius * 0.5)) < 1;
    for (let channel = 0; channel < 3; channel++) {
      const tone = (skin[channel] as number) * shade * (onNail ? 1.1 : 1) + (onNail ? 8 : 0);
      const dark = (color[channel] as number) * (1 - 0.35 * (1 - smoothstep(1, 1.2, distance)));
      color[channel] = dark + (tone - dark) * cover;
    }
  };
}
