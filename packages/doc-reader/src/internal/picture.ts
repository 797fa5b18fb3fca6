import { type Raster, toGrey } from '@dossierkit/doc-raster';
import sharp, { type Sharp, type SharpInput, type SharpOptions } from 'sharp';
import type { DocumentFormat } from '../findings.js';
import type { ReadLimits } from '../limits.js';
import { decodeBmp } from './bmp.js';
import { fail, ReadFailure } from './failure.js';
import { decodeHeic } from './heic.js';
import { type DocumentSource, type PageSource, pagesLeftOut, type Size } from './page-source.js';
import { checkPixels, type RawPicture } from './raw-picture.js';

type PictureFormat = Exclude<DocumentFormat, 'pdf'>;

/** Resolutions that cameras and editors write without meaning them. */
const CUSTOMARY_DPI = [72, 96];

/** Opens a picture file: reads its header only, unless the format must be decoded here (BMP, HEIC). */
export async function openPicture(
  bytes: Uint8Array,
  format: PictureFormat,
  limits: ReadLimits,
): Promise<DocumentSource> {
  if (format === 'bmp') return fromRaw(format, decodeBmp(bytes, limits.maxPixels), limits);
  if (format === 'heic') return fromRaw(format, await decodeHeic(bytes, limits), limits);
  const pageCount = format === 'tiff' ? await countPages(bytes, limits) : 1;
  const pages: PageSource[] = [];
  for (let page = 0; page < Math.min(pageCount, limits.maxPages); page++) {
    pages.push(await openPage(bytes, format, page, limits));
  }
  return {
    format,
    pages,
    findings: pageCount > limits.maxPages ? [pagesLeftOut(pageCount, limits.maxPages)] : [],
    close: () => {},
  };
}

function fromRaw(format: PictureFormat, picture: RawPicture, limits: ReadLimits): DocumentSource {
  const { widthPx, heightPx, channels, data, dpi } = picture;
  const raw = { width: widthPx, height: heightPx, channels };
  const page: PageSource = {
    widthPx,
    heightPx,
    origin: 'picture',
    hasTextLayer: false,
    ...(dpi === undefined ? {} : { dpi }),
    draw: (size, grey) =>
      guarded(format, limits, () => pixels(start(data, { raw }, limits), { widthPx, heightPx }, size, grey)),
  };
  return { format, pages: [page], findings: [], close: () => {} };
}

async function countPages(bytes: Uint8Array, limits: ReadLimits): Promise<number> {
  const { pages } = await guarded('tiff', limits, () => start(bytes, {}, limits).metadata());
  return pages ?? 1;
}

async function openPage(
  bytes: Uint8Array,
  format: PictureFormat,
  index: number,
  limits: ReadLimits,
): Promise<PageSource> {
  const options = format === 'tiff' ? { page: index, pages: 1 } : {};
  const header = await guarded(format, limits, () => start(bytes, options, limits).metadata());
  // libvips sniffs on its own: what it takes for another format is not decoded.
  if (header.format !== format) throw fail('doc-reader/damaged', { format });
  const { width: widthPx, height: heightPx } = header.autoOrient;
  checkPixels({ widthPx, heightPx }, limits.maxPixels);
  const dpi = header.density;
  return {
    widthPx,
    heightPx,
    origin: 'picture',
    hasTextLayer: false,
    ...(dpi === undefined || dpi < 50 || CUSTOMARY_DPI.includes(Math.round(dpi)) ? {} : { dpi }),
    draw: (size, grey) =>
      guarded(format, limits, () =>
        pixels(start(bytes, options, limits).autoOrient(), { widthPx, heightPx }, size, grey),
      ),
  };
}

function start(input: SharpInput, options: SharpOptions, limits: ReadLimits): Sharp {
  const seconds = Math.max(1, Math.ceil(limits.stepTimeoutMs / 1000));
  // The limit on pixels is checked here, on the upright page and with its own message.
  return sharp(input, { failOn: 'error', limitInputPixels: false, ...options }).timeout({ seconds });
}

/** Colour first, luma after: libvips takes up to three times as long when it makes the grey itself. */
async function pixels(picture: Sharp, own: Size, wanted: Size, grey: boolean): Promise<Raster['data']> {
  let drawn = picture.flatten({ background: '#ffffff' }).toColourspace('srgb');
  if (wanted.widthPx !== own.widthPx || wanted.heightPx !== own.heightPx) {
    drawn = drawn.resize(wanted.widthPx, wanted.heightPx, { fit: 'fill' });
  }
  const { data, info } = await drawn.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  const raster = { ...wanted, channels: info.channels as Raster['channels'], data };
  if (grey) return toGrey(raster).data;
  return raster.channels === 1 ? threefold(data) : data;
}

function threefold(luma: Uint8Array): Uint8Array {
  const data = new Uint8Array(luma.length * 3);
  luma.forEach((value, i) => {
    data.fill(value, i * 3, i * 3 + 3);
  });
  return data;
}

async function guarded<T>(format: PictureFormat, limits: ReadLimits, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ReadFailure) throw error;
    const message = error instanceof Error ? error.message : '';
    if (/timeout/i.test(message)) {
      throw fail('doc-reader/timed-out', { step: 'pixels', limitMs: limits.stepTimeoutMs });
    }
    throw fail('doc-reader/damaged', { format });
  }
}
