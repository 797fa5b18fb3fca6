import type { CheckReport } from '@dossierkit/core';
import { renderEvidence } from '@dossierkit/doc-authenticity';
import sharp from 'sharp';
import type { Examination } from './examine-file.js';

/** The page as a picture, at a size for a screen. */
export async function pagePicture({ pages }: Examination, page: number): Promise<Buffer> {
  const raster = pages[page];
  if (!raster) throw new Error(`There is no page ${page}`);
  const { data, widthPx, heightPx, channels } = raster;
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels } })
    .resize({ width: 1000, withoutEnlargement: true })
    .jpeg({ quality: 85 })
    .toBuffer();
}

/** What lies over the picture of a page: the places of seals and traces, by the names of what was noticed there. */
export function pageOverlay(examination: Examination, page: number): string {
  const raster = examination.pages[page];
  const { sealReport, traceReport } = examination;
  const both: CheckReport<unknown> = {
    ...traceReport,
    findings: [...sealReport.findings, ...traceReport.findings],
  };
  return renderEvidence(both, {
    widthPx: raster?.widthPx ?? 1,
    heightPx: raster?.heightPx ?? 1,
    page,
  });
}

/** Both in one picture. */
export async function evidencePicture(examination: Examination, page: number): Promise<Buffer> {
  const picture = sharp(await pagePicture(examination, page));
  const { width = 1, height = 1 } = await picture.metadata();
  const overlay = await sharp(Buffer.from(pageOverlay(examination, page)))
    .resize(width, height, { fit: 'fill' })
    .png()
    .toBuffer();
  return picture
    .composite([{ input: overlay }])
    .png()
    .toBuffer();
}
