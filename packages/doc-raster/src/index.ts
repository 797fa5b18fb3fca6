export { type AdaptiveOptions, adaptiveThreshold } from './adaptive-threshold.js';
export { componentBoxes } from './component-boxes.js';
export {
  type Component,
  type Components,
  type ComponentsOptions,
  connectedComponents,
} from './components.js';
export { crop, type PixelRect } from './crop.js';
export { gaussianBlur } from './gaussian-blur.js';
export { type Gradients, gradientStrength, sobel } from './gradients.js';
export { histogram, percentile } from './histogram.js';
export {
  applyHomography,
  chainHomographies,
  type Homography,
  homographyFromQuads,
  invertHomography,
  mapBox,
  type Quad,
} from './homography.js';
export { boxMean, boxSum, type IntegralImage, type IntegralOptions, integralImage } from './integral.js';
export { type Mask, otsuThreshold, thresholdMask } from './mask.js';
export { dilate, erode, type Reach } from './morphology.js';
export { powerSpectra } from './power-spectra.js';
export type { GreyRaster, Raster } from './raster.js';
export { type PixelSize, resize, resizeToFit } from './resize.js';
export { type RotateOptions, rotate, rotate90 } from './rotate.js';
export { toGrey } from './to-grey.js';
export { type WarpOptions, warpPerspective } from './warp.js';
