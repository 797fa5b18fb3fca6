import type { Box } from '@dossierkit/core';
import { readCoefficients } from '../../internal/jpeg/read-coefficients.js';
import { looksLikeJpeg } from '../../internal/jpeg/segments.js';
import type { PictureTraceFinding } from '../findings.js';
import type { TracePolicy } from '../trace-policy.js';
import { compressionHistory } from './double-quantisation.js';
import { orientationOf, programsOf } from './metadata.js';

const NAME_LENGTH = 80;
/**
 * How sure, in nats, a place must be to be named. On spliced specimens, words that were put in reach 200 and more; places in
 * untouched pictures stayed below 100.
 */
export const SURE_PATCH = 150;

/** Looks for traces of editing in a picture file. */
export function pictureTraces(bytes: Uint8Array, policy: TracePolicy): PictureTraceFinding[] {
  const findings: PictureTraceFinding[] = [];
  const programs = programsOf(bytes);
  const lower = (text: string): string => text.toLowerCase();
  const editor = programs.find((program) =>
    policy.editors.some((name) => lower(program).includes(lower(name))),
  );
  const named = editor ?? programs[0];
  if (named !== undefined)
    findings.push({
      code: 'doc-authenticity/picture-editor',
      outcome: editor === undefined ? 'passed' : 'failed',
      severity: 'warning',
      params: { program: named.slice(0, NAME_LENGTH) },
    });
  if (looksLikeJpeg(bytes)) findings.push(...patched(bytes));
  return findings;
}

function patched(bytes: Uint8Array): PictureTraceFinding[] {
  const luma = readCoefficients(bytes);
  const history = luma && compressionHistory(luma);
  const foreign = history?.foreign.filter(({ surety }) => surety >= SURE_PATCH) ?? [];
  if (foreign.length === 0)
    return [
      {
        code: 'doc-authenticity/picture-patched',
        outcome: history?.twice ? 'passed' : 'inconclusive',
        severity: 'info',
        params: {},
      },
    ];
  const orientation = orientationOf(bytes);
  return foreign.map(({ box }) => ({
    code: 'doc-authenticity/picture-patched',
    outcome: 'failed',
    severity: 'warning',
    params: {},
    where: { page: 0, box: upright(box, orientation) },
  }));
}

/** Turns a place among the stored pixels into the place on the upright picture (EXIF 2.32, tag 274). */
function upright({ x, y, width, height }: Box, orientation: number): Box {
  const [right, below] = [1 - x - width, 1 - y - height];
  const flat = (left: number, top: number): Box => ({ x: left, y: top, width, height });
  const turned = (left: number, top: number): Box => ({ x: left, y: top, width: height, height: width });
  switch (orientation) {
    case 2:
      return flat(right, y);
    case 3:
      return flat(right, below);
    case 4:
      return flat(x, below);
    case 5:
      return turned(y, x);
    case 6:
      return turned(below, x);
    case 7:
      return turned(below, right);
    case 8:
      return turned(y, right);
    default:
      return flat(x, y);
  }
}
