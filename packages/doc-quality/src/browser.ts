import type { Raster } from '@dossierkit/doc-raster';
import { type PageImage, recommendedMaxSidePx } from './page-image.js';

/** What a browser can draw: a bitmap, a canvas, a playing video, a loaded picture. */
export type BrowserPicture =
  | ImageBitmap
  | HTMLCanvasElement
  | OffscreenCanvas
  | HTMLVideoElement
  | HTMLImageElement;

/** Options of {@link pageImageFrom}. */
export interface PageImageFromOptions {
  /** A canvas to draw into, so that a live camera does not need a new one for each frame. */
  readonly canvas?: OffscreenCanvas | HTMLCanvasElement;
  /** Default: `recommendedMaxSidePx`. */
  readonly maxSidePx?: number;
}

/** Draws a picture at the size that the check wants, and takes its pixels. */
export function pageImageFrom(picture: BrowserPicture, options: PageImageFromOptions = {}): PageImage {
  const [originalWidthPx, originalHeightPx] = sizeOf(picture);
  const scale = Math.min(
    1,
    (options.maxSidePx ?? recommendedMaxSidePx) / Math.max(originalWidthPx, originalHeightPx),
  );
  const widthPx = Math.max(1, Math.round(originalWidthPx * scale));
  const heightPx = Math.max(1, Math.round(originalHeightPx * scale));
  const canvas = options.canvas ?? new OffscreenCanvas(widthPx, heightPx);
  canvas.width = widthPx;
  canvas.height = heightPx;
  const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, widthPx, heightPx);
  const pixels = context.getImageData(0, 0, widthPx, heightPx);
  return { ...pageImageFromPixels(pixels), originalWidthPx, originalHeightPx };
}

/** Takes pixels as a canvas gives them, without copying. */
export function pageImageFromPixels(pixels: ImageData): PageImage {
  const raster: Raster = {
    widthPx: pixels.width,
    heightPx: pixels.height,
    channels: 4,
    data: pixels.data,
  };
  return { raster, origin: 'picture' };
}

function sizeOf(picture: BrowserPicture): [number, number] {
  if ('videoWidth' in picture) return [picture.videoWidth, picture.videoHeight];
  if ('naturalWidth' in picture) return [picture.naturalWidth, picture.naturalHeight];
  return [picture.width, picture.height];
}
