import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { strengthOf } from '../defect.js';
import type { PictureFormat, RenderSpecimenOptions } from '../specimen.js';
import { transpose } from './pixels/blur.js';
import type { RgbRaster } from './rasterise.js';

const FILES: Readonly<Record<PictureFormat, { readonly extension: string; readonly mimeType: string }>> = {
  jpeg: { extension: 'jpg', mimeType: 'image/jpeg' },
  png: { extension: 'png', mimeType: 'image/png' },
  tiff: { extension: 'tif', mimeType: 'image/tiff' },
  webp: { extension: 'webp', mimeType: 'image/webp' },
  pdf: { extension: 'pdf', mimeType: 'application/pdf' },
};

export const fileTypeOf = (format: PictureFormat): (typeof FILES)[PictureFormat] => FILES[format];

/** The picture as a file. */
export async function encodePicture(picture: RgbRaster, options: RenderSpecimenOptions): Promise<Uint8Array> {
  const { format = 'jpeg', defects = [], exifOrientation } = options;
  const quality = Math.round(88 - 84 * strengthOf(defects, 'jpeg'));
  const stored = exifOrientation ? storedAs(picture, exifOrientation) : picture;
  const { widthPx, heightPx, data } = stored;
  const image = sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } });
  if (format === 'png') return image.png({ compressionLevel: 6 }).toBuffer();
  if (format === 'tiff') return image.tiff({ compression: 'lzw' }).toBuffer();
  if (format === 'webp') return image.webp({ quality }).toBuffer();
  const tagged = exifOrientation ? image.withMetadata({ orientation: exifOrientation }) : image;
  const jpeg = await tagged.jpeg({ quality }).toBuffer();
  return format === 'pdf' ? pictureInPdf(jpeg, widthPx, heightPx) : jpeg;
}

/** A PDF as scanners write it: one picture, no text, 210 mm wide. */
async function pictureInPdf(jpeg: Uint8Array, widthPx: number, heightPx: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const width = 595.28;
  const height = (width * heightPx) / widthPx;
  pdf.addPage([width, height]).drawImage(await pdf.embedJpg(jpeg), { x: 0, y: 0, width, height });
  pdf.setProducer('Dossierkit specimens');
  return pdf.save();
}

/** Lays the pixels so that a viewer who obeys the tag sees the picture upright. @see EXIF 2.32, tag 0x0112 */
function storedAs(picture: RgbRaster, orientation: number): RgbRaster {
  const turned = orientation >= 5 ? transpose(picture) : picture;
  const flop = [2, 3, 7, 8].includes(orientation);
  const flip = [3, 4, 6, 7].includes(orientation);
  return mirrored(turned, flop, flip);
}

function mirrored({ widthPx, heightPx, data }: RgbRaster, flop: boolean, flip: boolean): RgbRaster {
  const out = new Uint8Array(data.length);
  for (let y = 0; y < heightPx; y++) {
    const row = (flip ? heightPx - 1 - y : y) * widthPx;
    for (let x = 0; x < widthPx; x++) {
      const from = (row + (flop ? widthPx - 1 - x : x)) * 3;
      out.set(data.subarray(from, from + 3), (y * widthPx + x) * 3);
    }
  }
  return { widthPx, heightPx, channels: 3, data: out };
}
