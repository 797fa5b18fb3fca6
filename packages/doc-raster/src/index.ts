export type { GreyRaster, Raster } from './raster.js';
