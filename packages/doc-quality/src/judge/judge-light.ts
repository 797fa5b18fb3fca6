import type { QualityFinding } from '../findings.js';
import type { QualityPolicy } from '../policy.js';
import type { QualityMeasures } from '../quality-measures.js';
import { type AtPage, judge } from './judgement.js';
import { regionOf } from './region.js';

/** What light and fingers hide. */
export function judgeLight(
  { glare, evenness, shade, covered }: QualityMeasures,
  policy: QualityPolicy,
  where: AtPage,
): QualityFinding[] {
  return [
    {
      code: 'doc-quality/glare',
      params: { region: glare ? regionOf(glare.box) : 'page' },
      ...judge(glare?.share ?? 0, policy.glare, 'ratio of picture', {
        where: glare ? { ...where, box: glare.box } : where,
      }),
    },
    {
      code: 'doc-quality/uneven-light',
      params: { region: shade ? regionOf(shade) : 'page' },
      ...judge(evenness, policy.evenness, 'ratio', {
        atLeast: true,
        where: shade ? { ...where, box: shade } : where,
      }),
    },
    {
      code: 'doc-quality/covered',
      params: { region: covered?.box ? regionOf(covered.box) : 'page' },
      ...judge(covered?.share, policy.covered, 'ratio of page', {
        where: covered?.box ? { ...where, box: covered.box } : where,
      }),
    },
  ];
}

/** Contrast and exposure. */
export function judgeTone(
  { contrast, paper, ink }: QualityMeasures,
  policy: QualityPolicy,
  where: AtPage,
): QualityFinding[] {
  return [
    {
      code: 'doc-quality/low-contrast',
      params: {},
      ...judge(contrast, policy.contrast, 'ratio', { atLeast: true, where }),
    },
    {
      code: 'doc-quality/too-dark',
      params: {},
      ...judge(paper, policy.brightness, 'ratio', { atLeast: true, where }),
    },
    { code: 'doc-quality/too-bright', params: {}, ...judge(ink, policy.washedOut, 'ratio', { where }) },
  ];
}
