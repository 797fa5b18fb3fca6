import type { Severity } from '@dossierkit/core';
import { lumaPixels } from '../../internal/jpeg/luma-pixels.js';
import { type JpegLuma, readCoefficients } from '../../internal/jpeg/read-coefficients.js';
import { looksLikeJpeg } from '../../internal/jpeg/segments.js';
import { SCREEN_WAVES, screenWaves } from '../../internal/pixels/screen-waves.js';
import { readPng } from '../../internal/png/read-png.js';
import type { PictureTraceFinding } from '../findings.js';
import type { TracePolicy } from '../trace-policy.js';
import { copiedSigns } from './copied-signs.js';
import { compressionHistory } from './double-quantisation.js';
import { earlierCompression } from './earlier-compression.js';
import { evenPatches } from './even-patches.js';
import { orientationOf, programsOf } from './metadata.js';
import type { PictureRegion } from './picture-region.js';
import { uprightBox } from './upright-box.js';

const NAME_LENGTH = 80;

/** From `note` on a place is shown, from `look` on it is a reason for a person to look. Set on specimens, see the README. */
export const PICTURE_LIMITS = {
  /** In nats. */
  patched: { note: 60, look: 100 },
  /** In cells of 8 × 8 pixels. */
  even: { note: 8, look: 12 },
  /** In signs. */
  copied: { note: 4, look: 5 },
  /** The share of the fine structure that is one wave. */
  screen: { note: 0.4, look: SCREEN_WAVES },
} as const;

/** The regions that the rules about pixels find in a picture, whatever how sure, and how regular its fine structure is. */
export interface PictureRegions {
  /** Whether the picture shows that it was compressed before. */
  readonly compressedBefore: boolean;
  readonly patched: readonly PictureRegion[];
  readonly even: readonly PictureRegion[];
  readonly copied: readonly PictureRegion[];
  /** Absent where too little of the picture is even. */
  readonly screen?: number;
}

/** Looks for traces of editing in a picture file. */
export function pictureTraces(bytes: Uint8Array, policy: TracePolicy): PictureTraceFinding[] {
  const regions = pictureRegions(bytes);
  return [...editor(bytes, policy), ...(regions ? regionFindings(regions, orientationOf(bytes)) : [])];
}

function editor(bytes: Uint8Array, policy: TracePolicy): PictureTraceFinding[] {
  const programs = programsOf(bytes);
  const lower = (text: string): string => text.toLowerCase();
  const known = programs.find((program) =>
    policy.editors.some((name) => lower(program).includes(lower(name))),
  );
  const named = known ?? programs[0];
  if (named === undefined) return [];
  return [
    {
      code: 'doc-authenticity/picture-editor',
      outcome: known === undefined ? 'passed' : 'failed',
      severity: 'warning',
      params: { program: named.slice(0, NAME_LENGTH) },
    },
  ];
}

/** What the pixels of a JPEG or PNG tell; `undefined` where they cannot be read. */
export function pictureRegions(bytes: Uint8Array): PictureRegions | undefined {
  const luma = looksLikeJpeg(bytes) ? readCoefficients(bytes) : undefined;
  const grey = luma ? lumaPixels(luma) : looksLikeJpeg(bytes) ? undefined : readPng(bytes);
  if (!grey) return undefined;
  const history = luma ? compressionHistory(luma) : earlierCompression(grey);
  const screen = screenWaves(grey);
  return {
    compressedBefore: history.twice,
    patched: history.foreign,
    even: evenPatches(grey),
    copied: copiedSigns(grey, savingNoise(luma)),
    ...(screen !== undefined && { screen }),
  };
}

/** How much saving changes the difference of two copies: the rounding of every frequency, twice, in levels squared. */
function savingNoise(luma: JpegLuma | undefined): number {
  return luma ? luma.quantisation.reduce((sum, step) => sum + (2 * step * step) / 12 / 64, 0) : 0;
}

function regionFindings(regions: PictureRegions, orientation: number): PictureTraceFinding[] {
  const { patched, even, copied, screen, compressedBefore } = regions;
  const limits = PICTURE_LIMITS;
  const places = [
    ...placesOf('doc-authenticity/picture-patched', patched, limits.patched, orientation),
    ...placesOf('doc-authenticity/picture-even-patch', even, limits.even, orientation),
    ...placesOf('doc-authenticity/picture-copied', copied, limits.copied, orientation),
  ];
  const one = { severity: 'info', params: {} } as const;
  if (!places.some(({ code }) => code === 'doc-authenticity/picture-patched'))
    places.push({
      code: 'doc-authenticity/picture-patched',
      outcome: compressedBefore ? 'passed' : 'inconclusive',
      ...one,
    });
  return [...places, ...screenFinding(screen)];
}

type PlaceCode = Exclude<
  PictureTraceFinding['code'],
  'doc-authenticity/picture-editor' | 'doc-authenticity/picture-screen'
>;

function placesOf(
  code: PlaceCode,
  regions: readonly PictureRegion[],
  limit: { readonly note: number; readonly look: number },
  orientation: number,
): PictureTraceFinding[] {
  return regions
    .filter(({ surety }) => surety >= limit.note)
    .map(({ box, surety }) => ({
      code,
      outcome: 'failed',
      severity: severityOf(surety, limit),
      params: {},
      where: { page: 0, box: uprightBox(box, orientation) },
    }));
}

function screenFinding(share: number | undefined): PictureTraceFinding[] {
  const code = 'doc-authenticity/picture-screen';
  const limit = PICTURE_LIMITS.screen;
  if (share === undefined) return [{ code, outcome: 'inconclusive', severity: 'info', params: {} }];
  return [
    {
      code,
      outcome: share >= limit.note ? 'failed' : 'passed',
      severity: severityOf(share, limit),
      params: {},
      measured: { value: Math.round(share * 1000) / 1000, limit: limit.look, unit: 'share' },
    },
  ];
}

const severityOf = (surety: number, { look }: { readonly look: number }): Severity =>
  surety >= look ? 'warning' : 'info';
