import { type Point, timestamp } from '@dossierkit/core';
import { checkQuality, defineQualityPolicy, type QualityFinding } from '../src/index.js';
import type { Pixels } from './defects.js';

/** `labels.json` of a folder. */
export interface Labels {
  readonly mrz?: readonly Label[];
  readonly docs?: readonly Label[];
  readonly spoilt?: readonly (Truth & { readonly file: string; readonly defect: string })[];
}

interface Label {
  readonly file: string;
  readonly usable?: boolean | null;
  /** Of the page in the picture, in fractions, where they are known. */
  readonly corners?: readonly Point[] | undefined;
}

/** What is known about a picture. */
export interface Truth {
  /** Codes that say what is wrong with it; none where nothing is. */
  readonly codes?: readonly string[] | undefined;
  /** Whether the policy expects colour. Default: no. */
  readonly expectColour?: boolean | undefined;
  /** What makes it upright. Default: 0 where nothing is wrong with it, else not asked. */
  readonly quarterTurns?: number | undefined;
  readonly corners?: readonly Point[] | undefined;
}

/** One graded picture. */
export interface Case {
  readonly file: string;
  readonly defect: string;
  readonly right: boolean;
  readonly failed: readonly string[];
  readonly error?: string;
  /** The corner that is furthest off, as part of the diagonal. */
  readonly cornersOff?: number;
  readonly turn?: 'right' | 'wrong' | 'unsure';
}

const at = timestamp('2026-01-01T00:00:00Z');

const STANDARD = defineQualityPolicy();
const COLOURED = defineQualityPolicy({ expectColour: true });

/** Checks a picture under the standard policy. An original is right without, an unusable one with a failed finding. */
export async function grade(
  file: string,
  defect: string,
  picture: Promise<Pixels>,
  truth: Truth,
): Promise<Case> {
  try {
    const { data, width, height } = await picture;
    const raster = { widthPx: width, heightPx: height, channels: 3, data } as const;
    const { findings, value } = checkQuality(
      { raster, origin: 'picture' },
      { at, policy: truth.expectColour ? COLOURED : STANDARD },
    );
    const failed = failedCodes(findings);
    const { codes } = truth;
    return {
      file,
      defect,
      failed,
      right: codes
        ? failed.some((code) => codes.includes(code))
        : failed.length > 0 === (defect === 'unusable'),
      ...(truth.corners
        ? { cornersOff: cornersOff(truth.corners, value.measures.page.corners, width / height) }
        : {}),
      ...turnOf(findings, truth.quarterTurns ?? (defect === 'original' ? 0 : undefined)),
    };
  } catch (error) {
    return { file, defect, right: false, failed: [], error: String(error) };
  }
}

/** Codes that speak against using the page: hints aside. */
const failedCodes = (findings: readonly QualityFinding[]): string[] =>
  findings
    .filter(({ outcome, severity }) => outcome === 'failed' && severity !== 'info')
    .map(({ code }) => code.replace('doc-quality/', ''));

function cornersOff(known: readonly Point[], found: readonly Point[], aspect: number): number {
  const distances = known.map(({ x, y }, k) =>
    Math.hypot((x - (found[k]?.x ?? 0)) * aspect, y - (found[k]?.y ?? 0)),
  );
  return Math.max(...distances) / Math.hypot(aspect, 1);
}

function turnOf(findings: readonly QualityFinding[], quarterTurns: number | undefined): Pick<Case, 'turn'> {
  const finding = findings.find(({ code }) => code === 'doc-quality/turned');
  if (quarterTurns === undefined || finding?.code !== 'doc-quality/turned') return {};
  if (finding.outcome === 'inconclusive') return { turn: 'unsure' };
  return { turn: finding.params.quarterTurns === quarterTurns ? 'right' : 'wrong' };
}
