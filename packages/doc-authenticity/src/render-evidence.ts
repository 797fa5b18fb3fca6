import type { CheckReport, Finding } from '@dossierkit/core';

/** Options of {@link renderEvidence}. */
export interface EvidenceOptions {
  /** The size of the picture that the drawing lies on, in any unit: only the proportion and the stroke depend on it. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** The page that the picture shows, counted from 0. Default: 0. */
  readonly page?: number;
  /** What to write at a place; default: the last part of the finding's code. */
  readonly label?: (finding: Finding) => string;
}

const RED = '#d92d20';
const AMBER = '#dc6803';
const GREEN = '#079455';
const GREY = '#667085';

/**
 * An SVG that lies over the picture of a page: a box around each place that was noticed, red or amber where a person should
 * look, green where something was verified, grey where it is a note. Works in an HTML report, and (through any SVG renderer)
 * burnt into a picture.
 *
 * It holds no text of the document. Labels are escaped.
 *
 * @param report what `checkTraces`, `checkSeals` or `checkAppearance` returned
 * @example
 * const overlay = renderEvidence(report, { widthPx: raster.widthPx, heightPx: raster.heightPx, page: 0 });
 */
export function renderEvidence(report: CheckReport<unknown>, options: EvidenceOptions): string {
  const { widthPx: width, heightPx: height, page = 0, label = lastPart } = options;
  const unit = Math.max(width, height) / 100;
  const shapes: string[] = [];
  const labels = new Map<
    string,
    { readonly x: number; readonly y: number; readonly colour: string; texts: string[] }
  >();
  for (const finding of report.findings) {
    const { where } = finding;
    if (where?.page !== page || !where.box) continue;
    const colour = colourOf(finding);
    const [x, y] = [where.box.x * width, where.box.y * height];
    const place = `x="${n(x)}" y="${n(y)}" width="${n(where.box.width * width)}" height="${n(where.box.height * height)}"`;
    const known = labels.get(place);
    if (known) {
      if (!known.texts.includes(label(finding))) known.texts.push(label(finding));
      continue;
    }
    shapes.push(
      `<rect ${place} fill="${colour}" fill-opacity="0.12" stroke="${colour}" stroke-width="${n(unit / 4)}"/>`,
    );
    labels.set(place, { x, y, colour, texts: [label(finding)] });
  }
  // Labels last, so that no box lies over them.
  for (const { x, y, colour, texts } of labels.values())
    shapes.push(tag(shortened(texts), x, Math.max(y, unit * 2.4), colour, unit, width));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(width)} ${n(height)}" width="${n(width)}" height="${n(height)}" role="img" style="direction:ltr">${shapes.join('')}</svg>`;
}

/** One colour for a place; of several findings there, the first decides. */
function colourOf({ outcome, severity }: Finding): string {
  if (outcome === 'passed') return GREEN;
  if (severity === 'info') return GREY;
  return severity === 'critical' ? RED : AMBER;
}

const lastPart = ({ code }: Finding): string => code.slice(code.indexOf('/') + 1);

/** Two are enough to know the place by; the report has them all. */
const shortened = (texts: readonly string[]): string =>
  texts.length > 2 ? `${texts.slice(0, 2).join(', ')} +${texts.length - 2}` : texts.join(', ');

/** Above its place, moved to the left where it would reach beyond the picture. */
function tag(
  text: string,
  place: number,
  y: number,
  colour: string,
  unit: number,
  pictureWidth: number,
): string {
  const size = unit * 1.7;
  const width = size * 0.56 * text.length + unit;
  const x = Math.max(0, Math.min(place, pictureWidth - width));
  return `<rect x="${n(x)}" y="${n(y - unit * 2.4)}" width="${n(width)}" height="${n(unit * 2.4)}" rx="${n(unit / 2)}" fill="${colour}"/><text x="${n(x + unit / 2)}" y="${n(y - unit * 0.7)}" font-family="system-ui, sans-serif" font-size="${n(size)}" fill="#fff">${escaped(text)}</text>`;
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const n = (value: number): string => String(Math.round(value * 10) / 10);
