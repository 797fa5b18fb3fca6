import {
  type Box,
  type CheckReport,
  createCheckReport,
  type PlainDate,
  type Sha256,
  type Timestamp,
  timestamp,
} from '@dossierkit/core';
import { applyHomography, mapBox, type Quad, type Raster, toGrey } from '@dossierkit/doc-raster';
import { SCREEN_WAVES, screenWaves } from '../internal/pixels/screen-waves.js';
import { RULES_VERSION } from '../rules-version.js';
import { colourfulness } from './colourfulness.js';
import { findPortrait } from './find-portrait.js';
import type { AppearanceFinding, SidesFact } from './findings.js';
import { flatSide, proportionOf } from './flat-side.js';
import {
  CARD_SIZES,
  IDENTITY_LAYOUTS,
  type IdentityLayout,
  type IdentityLayoutName,
} from './identity-layouts.js';
import { aroundCorners, clamped, fromSide, near, toSide } from './side-geometry.js';

/** One side of an identity document, and what other packages know about it, as plain data. */
export interface IdentitySide {
  /** The page of the file, counted from 0. */
  readonly page: number;
  /** The page's pixels, in colour where there is any, upright. */
  readonly raster: Raster;
  /** What this side should look like. */
  readonly layout: IdentityLayoutName;
  /**
   * The document's own upper left, upper right, lower right and lower left corner, in fractions of the page. Default: not
   * known; the picture is taken to show the side alone, and its proportion is not judged.
   */
  readonly corners?: Quad;
  /** Where the machine-readable zone was read, in fractions of the page. */
  readonly mrz?: Box;
  readonly documentNumber?: string;
  /** The holder's names, in any one spelling for all sides. */
  readonly holder?: string;
  readonly birthDate?: PlainDate;
}

/** Options of {@link checkAppearance}. */
export interface CheckAppearanceOptions {
  /** When the check is made; for the report only. */
  readonly at: Timestamp | PlainDate;
  /** The digest of the file. */
  readonly subject: Sha256;
}

/** What the look at a document learned. */
export interface AppearanceChecked {
  /** `consistent`: nothing speaks against the layout. `look`: something does. `cannot-tell`: too little could be seen. */
  readonly outcome: 'consistent' | 'look' | 'cannot-tell';
  /** Where a portrait was found, for each side that was given. */
  readonly portraits: readonly (Box | null)[];
}

/** How far the proportion of a side may be off: it is held at a slant, and its corners are rounded. */
const PROPORTION_TOLERANCE = 0.09;
/** Pictures of documents in colour have 0.008 and more, photocopies under 0.002. */
const LEAST_COLOUR = 0.004;

/**
 * Looks whether a picture of an identity document has the general appearance of its kind: proportion, place of the
 * machine-readable zone and of the portrait, colour, and whether the sides belong together.
 *
 * It cannot tell a genuine document from a good imitation, and does not try.
 *
 * @example
 * const report = checkAppearance([{ page: 0, raster, layout: 'de-id-card-front', corners }], { subject, at });
 * report.value.outcome; // 'consistent', 'look' or 'cannot-tell'
 */
export function checkAppearance(
  sides: readonly IdentitySide[],
  options: CheckAppearanceOptions,
): CheckReport<AppearanceChecked, AppearanceFinding> {
  const { at, subject } = options;
  const looked = sides.map(lookAt);
  const findings = [...looked.flatMap((side) => side.findings), ...togetherFindings(sides)];
  const outcome = findings.some((one) => one.outcome === 'failed')
    ? 'look'
    : findings.some((one) => one.outcome === 'passed')
      ? 'consistent'
      : 'cannot-tell';
  return createCheckReport<AppearanceChecked, AppearanceFinding>({
    check: 'doc-authenticity',
    version: RULES_VERSION,
    subject,
    at: at.length === 10 ? timestamp(`${at}T00:00:00Z`) : (at as Timestamp),
    findings,
    value: { outcome, portraits: looked.map(({ portrait }) => portrait ?? null) },
  });
}

function lookAt(side: IdentitySide): { findings: AppearanceFinding[]; portrait?: Box } {
  const layout = IDENTITY_LAYOUTS[side.layout];
  const flat = flatSide(side.raster, side.corners, layout.format);
  const { findings, portrait } = portraitFindings(side, layout, flat);
  return {
    findings: [
      ...formatFindings(side, layout),
      ...mrzFindings(side, layout),
      ...findings,
      ...colourFindings(side, flat),
      ...screenFindings(side),
    ],
    ...(portrait && { portrait }),
  };
}

function formatFindings(
  { corners, raster, page }: IdentitySide,
  { format }: IdentityLayout,
): AppearanceFinding[] {
  const code = 'doc-authenticity/appearance-format';
  if (!corners)
    return [{ code, outcome: 'inconclusive', severity: 'info', params: { format }, where: { page } }];
  const [width, height] = CARD_SIZES[format];
  const value = proportionOf(corners, raster);
  const fits = Math.abs(value / (width / height) - 1) <= PROPORTION_TOLERANCE;
  return [
    {
      code,
      outcome: fits ? 'passed' : 'failed',
      severity: 'warning',
      params: { format },
      measured: { value: round(value), limit: round(width / height), unit: 'ratio' },
      where: { page, box: aroundCorners(corners) },
    },
  ];
}

function mrzFindings(side: IdentitySide, layout: IdentityLayout): AppearanceFinding[] {
  if (!layout.mrz) return [];
  const { page, mrz } = side;
  const common = { code: 'doc-authenticity/appearance-mrz-place', severity: 'warning', params: {} } as const;
  if (!mrz) return [{ ...common, outcome: 'inconclusive', severity: 'info', where: { page } }];
  const middle = { x: mrz.x + mrz.width / 2, y: mrz.y + mrz.height / 2 };
  const isThere = near(layout.mrz, applyHomography(toSide(side.corners), middle));
  return [{ ...common, outcome: isThere ? 'passed' : 'failed', where: { page, box: mrz } }];
}

function portraitFindings(
  { page, corners }: IdentitySide,
  { portrait: zones }: IdentityLayout,
  flat: Raster,
): { findings: AppearanceFinding[]; portrait?: Box } {
  if (zones.length === 0) return { findings: [] };
  const { portrait, canTell } = findPortrait(flat);
  const code = 'doc-authenticity/appearance-portrait';
  if (!portrait) {
    const problem = canTell ? 'missing' : null;
    return {
      findings: [{ code, outcome: 'inconclusive', severity: 'info', params: { problem }, where: { page } }],
    };
  }
  const middle = { x: portrait.x + portrait.width / 2, y: portrait.y + portrait.height / 2 };
  const isThere = zones.some((zone) => near(zone, middle));
  const box = clamped(mapBox(fromSide(corners), portrait));
  return {
    portrait: box,
    findings: [
      {
        code,
        outcome: isThere ? 'passed' : 'failed',
        severity: 'warning',
        params: { problem: isThere ? null : 'elsewhere' },
        where: { page, box },
      },
    ],
  };
}

function colourFindings({ page, corners }: IdentitySide, flat: Raster): AppearanceFinding[] {
  const value = colourfulness(flat);
  const code = 'doc-authenticity/appearance-colour';
  const where = { page, ...(corners && { box: aroundCorners(corners) }) };
  // A raster of one channel may have been asked for as such.
  if (value === undefined) return [{ code, outcome: 'inconclusive', severity: 'info', params: {}, where }];
  return [
    {
      code,
      outcome: value >= LEAST_COLOUR ? 'passed' : 'failed',
      severity: 'warning',
      params: {},
      measured: { value: Math.round(value * 10_000) / 10_000, limit: LEAST_COLOUR, unit: 'ratio' },
      where,
    },
  ];
}

/** Looked for in the picture as it was handed in: the waves of a screen do not survive being made smaller. */
function screenFindings({ page, raster }: IdentitySide): AppearanceFinding[] {
  const value = screenWaves(toGrey(raster));
  const common = { code: 'doc-authenticity/appearance-screen', params: {}, where: { page } } as const;
  if (value === undefined) return [{ ...common, outcome: 'inconclusive', severity: 'info' }];
  const measured = { value: round(value), limit: SCREEN_WAVES, unit: 'share' };
  return [{ ...common, outcome: value < SCREEN_WAVES ? 'passed' : 'failed', severity: 'warning', measured }];
}

/** What the sides say about the document and its holder, where at least two of them say it. */
function togetherFindings(sides: readonly IdentitySide[]): AppearanceFinding[] {
  const facts: readonly SidesFact[] = ['documentNumber', 'holder', 'birthDate'];
  return facts.flatMap((about): AppearanceFinding[] => {
    const said = sides.flatMap((side) => side[about] ?? []).map(plain);
    if (said.length < 2) return [];
    return [
      {
        code: 'doc-authenticity/appearance-sides-agree',
        outcome: new Set(said).size === 1 ? 'passed' : 'failed',
        severity: 'warning',
        params: { about },
      },
    ];
  });
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const round = (value: number): number => Math.round(value * 1000) / 1000;
