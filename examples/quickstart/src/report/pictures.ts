import type { Reader } from '@dossierkit/doc-reader';
import sharp from 'sharp';
import type { FileResult } from '../journey.js';
import type { MarkView, PictureView, Tone } from './view.js';

/** Longer side of a picture in the report, and how many pages of a file are shown. */
const MAX_SIDE_PX = 900;
const MAX_PAGES = 2;

/** The pages of a file as they were seen, with what was noticed drawn where it is. */
export async function picturesOf(
  { file, report }: FileResult,
  reader: Reader,
  describe: { readonly alt: (page: number) => string; readonly mark: (code: string) => string },
): Promise<PictureView[]> {
  const opened = await reader.open(file.input, { name: file.name });
  if (!opened.ok) return [];
  using document = opened.value;
  const pictures: PictureView[] = [];
  for (const page of document.pages.slice(0, MAX_PAGES)) {
    const raster = await page.readRaster({ maxSidePx: MAX_SIDE_PX });
    if (!raster.ok) continue;
    const { data, widthPx, heightPx, channels } = raster.value;
    const jpeg = await sharp(data, { raw: { width: widthPx, height: heightPx, channels } })
      .jpeg({ quality: 68, mozjpeg: true })
      .toBuffer();
    pictures.push({
      src: `data:image/jpeg;base64,${jpeg.toString('base64')}`,
      widthPx,
      heightPx,
      alt: describe.alt(page.index + 1),
      marks: marksOn(report, page.index, describe.mark),
    });
  }
  return pictures;
}

function marksOn(
  { findings, value }: FileResult['report'],
  page: number,
  label: (code: string) => string,
): MarkView[] {
  const noticed = findings.flatMap(({ code, outcome, severity, where }): MarkView[] => {
    if (where?.page !== page || !where.box || outcome === 'passed') return [];
    const tone: Tone = severity === 'critical' ? 'bad' : 'look';
    return [{ box: where.box, label: label(code), tone }];
  });
  const fields = (value.checks.kind?.value.fields ?? []).flatMap(({ name, where }): MarkView[] =>
    where.page === page ? [{ box: where.box, label: name, tone: 'neutral' }] : [],
  );
  const corners = value.checks.zone?.value?.sight?.corners ?? [];
  return [...fields, ...noticed, ...(page === 0 && corners.length > 0 ? [zoneMark(corners)] : [])];
}

/** The machine-readable zone, as the smallest upright box around its corners. */
function zoneMark(corners: readonly { readonly x: number; readonly y: number }[]): MarkView {
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return {
    box: { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y },
    label: 'MRZ',
    tone: 'good',
  };
}
