import sharp from 'sharp';
import type { FileResult } from '../examine-file.js';
import type { MarkView, PictureView, Tone } from './view.js';

/** The pages of a file as they were seen, with what was noticed drawn where it is. */
export async function picturesOf(
  { pictures, report }: FileResult,
  describe: { readonly alt: (page: number) => string; readonly mark: (code: string) => string },
): Promise<PictureView[]> {
  return Promise.all(
    pictures.map(async ({ page, raster }) => {
      const { data, widthPx, heightPx, channels } = raster;
      const jpeg = await sharp(data, { raw: { width: widthPx, height: heightPx, channels } })
        .jpeg({ quality: 68, mozjpeg: true })
        .toBuffer();
      return {
        src: `data:image/jpeg;base64,${jpeg.toString('base64')}`,
        ...{ widthPx, heightPx, alt: describe.alt(page + 1) },
        marks: marksOn(report, page, describe.mark),
      };
    }),
  );
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
