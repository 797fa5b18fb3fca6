import { type Defect, findDefect, strengthOf } from '../../defect.js';
import type { Random } from '../../random.js';
import type { RgbRaster } from '../rasterise.js';
import { createBackdrop, createScannerBed } from './backdrop.js';
import { gaussianBlur, motionBlur } from './blur.js';
import { compose } from './compose.js';
import { createLight } from './light.js';
import { applySensor } from './sensor.js';
import { shrink } from './shrink.js';
import { createView, type Medium, type PageSize, type View } from './view.js';

/** What is photographed, and how. */
export interface Shot {
  readonly size: PageSize & { readonly cornerMm: number };
  readonly medium: Medium;
  readonly defects: readonly Defect[];
  readonly widthPx: number;
  /** Draws the page at a width: it is asked for once, as large as the picture needs it. */
  readonly draw: (widthPx: number) => Promise<RgbRaster>;
  /** Draws another paper of the same size, for `second-document`. */
  readonly drawSecond?: (widthPx: number) => Promise<RgbRaster>;
}

export interface Captured {
  readonly picture: RgbRaster;
  readonly view: View;
}

/** Takes the picture: scene, lens, sensor. The file format comes later. */
export async function capture(random: Random, shot: Shot): Promise<Captured> {
  const { size, medium, defects, widthPx } = shot;
  const view = createView(random.fork('view'), size, medium, widthPx, defects);
  const page = await shot.draw(pageWidthPx(view));
  const second = view.second && (await shot.drawSecond?.(pageWidthPx(view)));
  const light = createLight(random.fork('lamp'), view, size, medium, defects);
  const aspect = view.heightPx / view.widthPx;
  const backdrop =
    medium === 'photo'
      ? createBackdrop(random.fork('backdrop'), aspect)
      : createScannerBed(random.fork('bed'));
  const seenBy = { view, backdrop, light, medium, defects };
  const scene = compose(random.fork('scene'), { page, size, ...(second ? { second } : {}), ...seenBy });
  const seen = throughLens(random.fork('lens'), scene, medium, defects);
  const picture = shrink(
    seen,
    Math.max(64, Math.round(view.widthPx * (1 - 0.8 * strengthOf(defects, 'low-resolution')))),
  );
  applySensor(random.fork('sensor'), picture, medium, defects);
  return { picture, view };
}

/** As wide as the page's longer horizontal edge appears. */
function pageWidthPx({ corners: [a, b, c, d] }: View): number {
  const top = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const bottom = Math.hypot(c[0] - d[0], c[1] - d[1]);
  return Math.min(6000, Math.max(160, Math.round(Math.max(top, bottom) * 1.04)));
}

function throughLens(
  random: Random,
  scene: RgbRaster,
  medium: Medium,
  defects: readonly Defect[],
): RgbRaster {
  const { widthPx } = scene;
  const own = (medium === 'photo' ? random.between(0.00022, 0.00038) : 0.00018) * widthPx;
  const focus = 0.005 * widthPx * strengthOf(defects, 'focus-blur');
  const sharpness = gaussianBlur(scene, Math.hypot(own, focus));
  const degrees = findDefect(defects, 'motion-blur')?.degrees ?? random.between(0, 180);
  return motionBlur(sharpness, 0.02 * widthPx * strengthOf(defects, 'motion-blur'), degrees);
}
