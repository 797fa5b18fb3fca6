import {
  boxMean,
  type Gradients,
  type GreyRaster,
  type Quad,
  resize,
  resizeToFit,
  sobel,
} from '@dossierkit/doc-raster';
import { type EdgeLine, HoughVotes } from './hough-lines.js';
import { areaOf, contains, cornersOf, inside, plausible, type SideLines, supportOf } from './outline.js';
import { refineOutline } from './refine-outline.js';
import { splitPages } from './split-pages.js';

/** A page in a picture: its corners in fractions of the picture, and how much of its outline was seen, 0 to 1. */
export interface FoundPage {
  readonly corners: Quad;
  readonly support: number;
  /** Another page whose outline was first taken for a part of this one's. */
  readonly other?: Quad;
}

/** The outline of a page is long and straight: it shows in a small picture, in which print has blurred away. */
const SMALL_SIDE_PX = 256;
/** All pages of a narrower picture would be too narrow to be told from a strip of something. */
const MIN_SIDE_PX = 48;
const LINES_PER_SIDE = 4;
/** How much of the outline must be seen. */
const MIN_SUPPORT = 0.62;
/** A side that lies on the picture's border counts less than one that is seen, and more than one that is not. */
const BORDER_SUPPORT = 0.6;
/** … unless there is another reason to believe in it. */
const CUT_SUPPORT = 0.92;
/** A side of which less is seen is none, whatever the others are. */
const MIN_SIDE_SUPPORT = 0.25;
/** Sides that run up to the border must be seen all the way. */
const MIN_CUT_SUPPORT = 0.85;
/** With so much of a bright page's outline seen, no dark one is looked for. */
const CERTAIN = 0.92;
/** A dark page must be this much better than a bright one: paper is nearly always the brighter of the two. */
const DARK_FACTOR = 0.92;
/** Less of the picture than this is no page. */
const MIN_SHARE = 0.03;
/** Of two outlines with equal support the outer one is the page, the inner one something printed on it. */
const SIZE_BONUS = 0.35;
/** How far beyond the picture a corner may lie, in pixels of the small picture: lines are not exact. */
const SLACK_PX = 2;

/** What is known before. */
interface FindPageOptions {
  /** A page that was found, to look beside. */
  readonly except?: Quad;
  /** Whether the page runs over the border of the picture. */
  readonly cut?: boolean;
  /** The side that lies on the border of the picture: 0 top, 1 right, 2 bottom, 3 left. */
  readonly over?: number;
}

/**
 * Finds the outline of a page that lies on something: four lines, each with the page's tone on its inner side, that
 * together have the best support. Nothing is found where the page fills the picture.
 */
export function findPage(
  grey: GreyRaster,
  { except, cut = false, over }: FindPageOptions = {},
): FoundPage | undefined {
  const small = boxMean(resizeToFit(halved(grey), SMALL_SIDE_PX), 1);
  const { widthPx, heightPx } = small;
  if (Math.min(widthPx, heightPx) < MIN_SIDE_PX) return undefined;
  const field = except ? without(sobel(small), except) : sobel(small);
  const votes = new HoughVotes(field);
  const border = { support: cut ? CUT_SUPPORT : BORDER_SUPPORT, over };
  const brighter = bestQuad(field, votes, 1, border);
  const darker = brighter && brighter.support >= CERTAIN ? undefined : bestQuad(field, votes, -1, border);
  const rough = !darker || (brighter && brighter.score >= darker.score * DARK_FACTOR) ? brighter : darker;
  if (!rough || rough.support < MIN_SUPPORT) return undefined;
  const best = refined(field, rough);
  const parts = except ? undefined : splitPages(small, field, votes, best);
  const fractions = (corners: Quad): Quad =>
    corners.map(({ x, y }) => ({ x: x / widthPx, y: y / heightPx })) as unknown as Quad;
  const { support } = best;
  return parts
    ? { support, corners: fractions(parts.larger), other: fractions(parts.smaller) }
    : { support, corners: fractions(best.corners) };
}

/** Halved as often as it stays large enough, which takes half the time of reducing it at once. */
function halved(grey: GreyRaster): GreyRaster {
  const { widthPx, heightPx } = grey;
  if (widthPx % 2 || heightPx % 2 || Math.max(widthPx, heightPx) < 2 * SMALL_SIDE_PX) return grey;
  return halved(resize(grey, { widthPx: widthPx / 2, heightPx: heightPx / 2 }));
}

/** The same edges, but for those of a page and right beside it. */
function without(field: Gradients, page: Quad): Gradients {
  const middle = { x: (page[0].x + page[2].x) / 2, y: (page[0].y + page[2].y) / 2 };
  const wider = page.map(({ x, y }) => ({
    x: x + (x - middle.x) * 0.04,
    y: y + (y - middle.y) * 0.04,
  })) as unknown as Quad;
  const { widthPx, heightPx } = field;
  const keep = (values: Int16Array): Int16Array =>
    values.map((value, at) =>
      contains(wider, ((at % widthPx) + 0.5) / widthPx, (Math.floor(at / widthPx) + 0.5) / heightPx)
        ? 0
        : value,
    );
  return { widthPx, heightPx, dx: keep(field.dx), dy: keep(field.dy) };
}

/** An outline in pixels of the small picture. */
export interface Candidate {
  readonly corners: Quad;
  readonly lines: SideLines;
  readonly polarity: 1 | -1;
  readonly support: number;
  readonly score: number;
}

/** The same outline, its lines laid through its edges, where it is still one of a page. */
function refined(field: Gradients, rough: Candidate): Candidate {
  const lines = refineOutline(field, rough.lines, rough.polarity);
  const corners = cornersOf(lines);
  const { widthPx, heightPx } = field;
  const near = corners?.every(({ x, y }) => isWithin(x, widthPx) && isWithin(y, heightPx));
  return corners && near && plausible(corners) && inside(corners, lines)
    ? { ...rough, corners, lines }
    : rough;
}

/** How a side on the picture's border is taken, and which one is known to lie there. */
interface Border {
  readonly support: number;
  readonly over: number | undefined;
}

/** `polarity` 1: the page is brighter than what it lies on. */
function bestQuad(
  field: Gradients,
  votes: HoughVotes,
  polarity: 1 | -1,
  border: Border,
): Candidate | undefined {
  const toward = (degrees: number, side: number): EdgeLine[] => [
    ...(side === border.over ? [] : votes.lines(degrees, polarity).slice(0, LINES_PER_SIDE)),
    borderLine(field, degrees),
  ];
  const [tops, rights, bottoms, lefts] = [toward(90, 0), toward(180, 1), toward(270, 2), toward(0, 3)];
  let best: Candidate | undefined;
  for (const top of tops) {
    for (const bottom of bottoms) {
      for (const left of lefts) {
        for (const right of rights) {
          best = betterQuad(field, [top, right, bottom, left], polarity, border, best?.score ?? 0) ?? best;
        }
      }
    }
  }
  return best;
}

/** The border of the picture itself, for a page that runs over it. No edge votes for it. */
function borderLine({ widthPx, heightPx }: Gradients, degrees: number): EdgeLine {
  if (degrees === 0) return { nx: 1, ny: 0, distance: 0, votes: 0 };
  if (degrees === 90) return { nx: 0, ny: 1, distance: 0, votes: 0 };
  if (degrees === 180) return { nx: -1, ny: 0, distance: -widthPx, votes: 0 };
  return { nx: 0, ny: -1, distance: -heightPx, votes: 0 };
}

/** The outline along four lines, if it can be a page and has a score above `beat`. */
function betterQuad(
  field: Gradients,
  lines: SideLines,
  polarity: 1 | -1,
  border: Border,
  beat: number,
): Candidate | undefined {
  if (lines.filter(({ votes }) => votes === 0).length > 1) return undefined;
  const corners = cornersOf(lines);
  const { widthPx, heightPx } = field;
  if (!corners?.every(({ x, y }) => isWithin(x, widthPx) && isWithin(y, heightPx))) return undefined;
  const share = areaOf(corners) / (widthPx * heightPx);
  if (share < MIN_SHARE || !plausible(corners) || !inside(corners, lines)) return undefined;
  const bonus = SIZE_BONUS * Math.sqrt(share);
  let sum = 0;
  for (let side = 0; side < 4; side++) {
    const onBorder = lines[side]?.votes === 0;
    const seen = onBorder ? border.support : supportOf(field, corners, lines, side, polarity);
    sum += seen;
    if (
      seen < (border.over === undefined ? MIN_SIDE_SUPPORT : MIN_CUT_SUPPORT) ||
      (sum + 3 - side) / 4 + bonus < beat
    )
      return undefined;
  }
  const support = sum / 4;
  return support + bonus > beat ? { corners, lines, polarity, support, score: support + bonus } : undefined;
}

const isWithin = (value: number, length: number): boolean => value >= -SLACK_PX && value <= length + SLACK_PX;
