import { type Defect, findDefect, strengthOf } from '../../defect.js';
import type { Random } from '../../random.js';
import { type Homography, homographyOf, type XY } from './homography.js';

/** How the page lies in the picture. */
export interface View {
  readonly widthPx: number;
  readonly heightPx: number;
  /** From a pixel of the picture to millimetres on the page. */
  readonly toPage: Homography;
  /** The page's upper left, upper right, lower right and lower left corner, in pixels. */
  readonly corners: readonly [XY, XY, XY, XY];
  /** Where another paper of the same size lies. */
  readonly second?: SecondPlace;
}

/** The upper left corner of a second paper in millimetres of the first, and how it is turned, in radians. */
export interface SecondPlace {
  readonly leftMm: number;
  readonly topMm: number;
  readonly turn: number;
}

export interface PageSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

export type Medium = 'scan' | 'photo';

interface Pose {
  readonly rollDegrees: number;
  readonly pitchDegrees: number;
  readonly yawDegrees: number;
  /** Which part of the frame the page takes up. */
  readonly fill: number;
  readonly aspect: number;
}

/** Puts the page into the frame: nearly straight on for a scan, as held by hand for a photo, and as the defects ask. */
export function createView(
  random: Random,
  page: PageSize,
  medium: Medium,
  widthPx: number,
  defects: readonly Defect[],
): View {
  const pose = poseOf(random.fork('pose'), page, medium, defects);
  const turned = Math.abs(Math.sin((pose.rollDegrees * Math.PI) / 180)) > 0.71;
  const width = Math.round(widthPx);
  const height = Math.round(width * (turned ? 1 / pose.aspect : pose.aspect));
  const visible = strengthOf(defects, 'second-document');
  const second = visible > 0 ? secondPlace(random.fork('second'), page) : undefined;
  const projected = project(page, pose, [
    ...cornersOf(page),
    ...(second ? cornersOf(page, second, visible) : []),
  ]);
  const placed = place(random.fork('place'), projected, width, height, pose.fill, medium, defects);
  const corners = placed.slice(0, 4) as unknown as View['corners'];
  const toPage = homographyOf(corners, cornersOf(page));
  return { widthPx: width, heightPx: height, corners, toPage, ...(second ? { second } : {}) };
}

/** Corners in millimetres of the first page; of another one, so much of it as is to be seen. */
function cornersOf({ widthMm, heightMm }: PageSize, second?: SecondPlace, visible = 1): XY[] {
  const beside = second && second.leftMm > widthMm / 2;
  const [width, height] = second
    ? [widthMm * (beside ? visible : 1), heightMm * (beside ? 1 : visible)]
    : [widthMm, heightMm];
  const { leftMm, topMm, turn } = second ?? { leftMm: 0, topMm: 0, turn: 0 };
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const at = (x: number, y: number): XY => [leftMm + x * cos - y * sin, topMm + x * sin + y * cos];
  return [at(0, 0), at(width, 0), at(width, height), at(0, height)];
}

/** Beside an upright page, below a broad one, a little askew. */
function secondPlace(random: Random, { widthMm, heightMm }: PageSize): SecondPlace {
  const gap = random.between(0.05, 0.15) * Math.min(widthMm, heightMm);
  const shift = random.between(-0.05, 0.05) * Math.min(widthMm, heightMm);
  const turn = random.between(-0.05, 0.05);
  return heightMm > widthMm
    ? { leftMm: widthMm + gap, topMm: shift, turn }
    : { leftMm: shift, topMm: heightMm + gap, turn };
}

function poseOf(random: Random, page: PageSize, medium: Medium, defects: readonly Defect[]): Pose {
  const turn = defects.reduce((sum, defect) => sum + (defect.kind === 'rotate' ? defect.degrees : 0), 0);
  const tilt = strengthOf(defects, 'tilt') * 50;
  const direction = random.between(0, 2 * Math.PI);
  const two = strengthOf(defects, 'second-document') > 0;
  const upright = page.heightMm > page.widthMm;
  // Two upright pages lie side by side, two broad ones on top of each other.
  const pageAspect = (page.heightMm / page.widthMm) * (two ? (upright ? 0.5 : 2) : 1);
  if (medium === 'scan') {
    const roll = random.normal() * 0.25 + turn;
    const fill = lerp(random.between(0.985, 1), 0.2, strengthOf(defects, 'far-away'));
    return {
      rollDegrees: roll,
      pitchDegrees: tilt * Math.cos(direction),
      yawDegrees: tilt * Math.sin(direction),
      fill,
      aspect: pageAspect,
    };
  }
  const card = page.widthMm < 150;
  const fill = lerp(
    card ? random.between(0.62, 0.86) : random.between(0.84, 0.94),
    0.2,
    strengthOf(defects, 'far-away'),
  );
  const landscape = card && !two ? random.chance(0.75) : pageAspect < 1;
  return {
    rollDegrees: random.between(-2.5, 2.5) + turn,
    pitchDegrees: random.between(-5, 5) + tilt * Math.cos(direction),
    yawDegrees: random.between(-4, 4) + tilt * Math.sin(direction),
    fill,
    aspect: landscape ? 0.75 : 4 / 3,
  };
}

/** A pinhole camera over the middle of the page. */
function project({ widthMm, heightMm }: PageSize, pose: Pose, points: readonly XY[]): XY[] {
  const [roll, pitch, yaw] = [pose.rollDegrees, pose.pitchDegrees, pose.yawDegrees].map(
    (angle) => (angle * Math.PI) / 180,
  ) as [number, number, number];
  const distance = 2.3 * Math.max(widthMm, heightMm);
  return points.map(([pageX, pageY]) => {
    const [x0, y0] = [pageX - widthMm / 2, pageY - heightMm / 2];
    const [x1, z1] = [x0 * Math.cos(yaw), x0 * Math.sin(yaw)];
    const [y2, z2] = [
      y0 * Math.cos(pitch) - z1 * Math.sin(pitch),
      y0 * Math.sin(pitch) + z1 * Math.cos(pitch),
    ];
    const scale = distance / (distance + z2);
    const [x3, y3] = [x1 * scale, y2 * scale];
    return [x3 * Math.cos(roll) - y3 * Math.sin(roll), x3 * Math.sin(roll) + y3 * Math.cos(roll)];
  });
}

function place(
  random: Random,
  points: readonly XY[],
  width: number,
  height: number,
  fill: number,
  medium: Medium,
  defects: readonly Defect[],
): readonly XY[] {
  const [left, top, right, bottom] = bounds(points);
  const scale = Math.min((fill * width) / (right - left), (fill * height) / (bottom - top));
  const [freeX, freeY] = [width - scale * (right - left), height - scale * (bottom - top)];
  const spread = medium === 'photo' ? 0.35 : 0.5;
  const dx = freeX * (0.5 + random.between(-spread, spread) * 0.8) - scale * left;
  const dy = freeY * (0.5 + random.between(-spread, spread) * 0.8) - scale * top;
  const placed = points.map(([x, y]): XY => [x * scale + dx, y * scale + dy]);
  return cropped(random, placed, width, height, defects);
}

/** Moves the page over the edge of the picture. */
function cropped(
  random: Random,
  corners: readonly XY[],
  width: number,
  height: number,
  defects: readonly Defect[],
): readonly XY[] {
  const strength = strengthOf(defects, 'crop');
  if (strength === 0) return corners;
  const sides = ['top', 'right', 'bottom', 'left'] as const;
  const side = findDefect(defects, 'crop')?.side ?? random.pick(sides);
  const first = sides.indexOf(side);
  const [a, b] = [corners[first] as XY, corners[(first + 1) % 4] as XY];
  const [left, top, right, bottom] = bounds(corners);
  const [outX, outY] = [(a[0] + b[0]) / 2 - (left + right) / 2, (a[1] + b[1]) / 2 - (top + bottom) / 2];
  const [overX, overY] = [0.4 * strength * (right - left), 0.4 * strength * (bottom - top)];
  const horizontal = Math.abs(outX) > Math.abs(outY);
  const dx = horizontal ? (outX > 0 ? width + overX - right : -overX - left) : 0;
  const dy = horizontal ? 0 : outY > 0 ? height + overY - bottom : -overY - top;
  return corners.map(([x, y]): XY => [x + dx, y + dy]);
}

export function bounds(points: readonly XY[]): [left: number, top: number, right: number, bottom: number] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export const lerp = (from: number, to: number, t: number): number => from + (to - from) * t;
