import type { CheckReport, Point } from '@dossierkit/core';
import type { PageQuality } from './check-quality.js';
import type { QualityFinding, Side } from './findings.js';
import { wayUp } from './internal/way-up.js';

/** Options of {@link renderQualityOverlay}. */
export interface OverlayOptions {
  /** The size of the picture that the overlay lies on, in any unit: only the proportion and the stroke depend on it. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** What to write at a problem; default: the last part of its code and what was measured. */
  readonly label?: (finding: QualityFinding) => string;
}

const RED = '#d92d20';
const AMBER = '#dc6803';
const GREEN = '#079455';

/**
 * An SVG that lies over the picture of a page: the page's corners, a box around each problem with its value, a bar along
 * each border that cuts the page off, and how the lines of text run. Works in an HTML report, over a video, and (through any SVG renderer) burnt into a picture.
 *
 * It holds no text of the document. Labels are escaped.
 */
export function renderQualityOverlay(
  report: CheckReport<PageQuality, QualityFinding>,
  options: OverlayOptions,
): string {
  const { widthPx: width, heightPx: height, label = defaultLabel } = options;
  const unit = Math.max(width, height) / 100;
  const failed = report.findings.filter(({ outcome }) => outcome === 'failed');
  const shapes = [cornersOf(report, width, height, unit), levelOf(report, width, height, unit)];
  const general: QualityFinding[] = [];
  for (const finding of failed) {
    const box = finding.where?.box;
    if (finding.code === 'doc-quality/cut-off')
      shapes.push(cutsOf(finding.params.sides, width, height, unit));
    if (!box || box.width * box.height > WHOLE) {
      general.push(finding);
      continue;
    }
    const [x, y] = [box.x * width, box.y * height];
    const colour = colourOf(finding);
    shapes.push(
      `<rect x="${n(x)}" y="${n(y)}" width="${n(box.width * width)}" height="${n(box.height * height)}" fill="${colour}" fill-opacity="0.15" stroke="${colour}" stroke-width="${n(unit / 3)}"/>`,
      tag(label(finding), x, Math.max(y, unit * 3), colour, unit, width),
    );
  }
  general.forEach((finding, k) => {
    shapes.push(tag(label(finding), unit, unit * (4 + 4 * k), colourOf(finding), unit, width));
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(width)} ${n(height)}" width="${n(width)}" height="${n(height)}" role="img" style="direction:ltr">${shapes.join('')}</svg>`;
}

/** A box over more of the picture than this would only cover it. */
const WHOLE = 0.9;

/** A bar along each border of the picture that the page runs over. */
function cutsOf(sides: readonly Side[], width: number, height: number, unit: number): string {
  const bar = (x: number, y: number, across: number, down: number): string =>
    `<rect x="${n(x)}" y="${n(y)}" width="${n(across)}" height="${n(down)}" fill="${AMBER}"/>`;
  const bars: Record<Side, string> = {
    top: bar(0, 0, width, unit),
    right: bar(width - unit, 0, unit, height),
    bottom: bar(0, height - unit, width, unit),
    left: bar(0, 0, unit, height),
  };
  return sides.map((side) => bars[side]).join('');
}

function cornersOf(
  { value, verdict }: CheckReport<PageQuality>,
  width: number,
  height: number,
  unit: number,
): string {
  const { corners, outlined } = value.measures.page;
  if (!outlined) return '';
  const colour = verdict === 'accept' ? GREEN : verdict === 'review' ? AMBER : RED;
  const points = corners.map(({ x, y }) => `${n(x * width)},${n(y * height)}`).join(' ');
  const dots = corners.map(
    ({ x, y }) =>
      `<circle cx="${n(x * width)}" cy="${n(y * height)}" r="${n(unit * 0.8)}" fill="${colour}"/>`,
  );
  return `<polygon points="${points}" fill="none" stroke="${colour}" stroke-width="${n(unit / 2.5)}"/>${dots.join('')}`;
}

/** An arrow along the lines of text, through the middle of the page. */
function levelOf({ value }: CheckReport<PageQuality>, width: number, height: number, unit: number): string {
  const { text, page } = value.measures;
  if (text.degrees === undefined) return '';
  // 2: on its head; 1: on its side, read from below.
  const turn = [1, 2].includes(wayUp(text).quarterTurns) ? 180 : 0;
  const middle = (pick: (p: Point) => number): number =>
    page.corners.reduce((sum, corner) => sum + pick(corner), 0) / 4;
  const [x, y] = [middle((p) => p.x) * width, middle((p) => p.y) * height];
  const reach = unit * 8;
  return `<g transform="rotate(${n(text.degrees + turn)} ${n(x)} ${n(y)})" stroke="${GREEN}" stroke-width="${n(unit / 3)}" fill="none" stroke-opacity="0.7"><path d="M${n(x - reach)} ${n(y)}H${n(x + reach)}m${n(-unit)} ${n(-unit)}l${n(unit)} ${n(unit)}l${n(-unit)} ${n(unit)}"/></g>`;
}

const colourOf = ({ severity }: QualityFinding): string => (severity === 'critical' ? RED : AMBER);

function defaultLabel({ code, measured }: QualityFinding): string {
  const name = code.slice(code.indexOf('/') + 1);
  return measured
    ? `${name} ${measured.value}${measured.limit === undefined ? '' : ` (${measured.limit})`}`
    : name;
}

/** A label whose lower left corner is at a place, moved to the left where it would run out of the picture. */
function tag(text: string, at: number, y: number, colour: string, unit: number, within: number): string {
  const size = unit * 2.2;
  const width = size * 0.56 * text.length + unit;
  const x = Math.max(0, Math.min(at, within - width));
  return `<rect x="${n(x)}" y="${n(y - unit * 3)}" width="${n(width)}" height="${n(unit * 3)}" rx="${n(unit / 2)}" fill="${colour}"/><text x="${n(x + unit / 2)}" y="${n(y - unit * 0.8)}" font-family="system-ui, sans-serif" font-size="${n(size)}" fill="#fff" style="unicode-bidi:plaintext">${escaped(text)}</text>`;
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const n = (value: number): string => String(Math.round(value * 10) / 10);
