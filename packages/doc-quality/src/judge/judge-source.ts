import type { QualityFinding } from '../findings.js';
import type { QualityPolicy } from '../policy.js';
import type { QualityMeasures } from '../quality-measures.js';
import { type AtPage, judge } from './judgement.js';

/** What the picture was taken of, and what became of its file. */
export function judgeSource(
  { blockiness, grid }: QualityMeasures,
  policy: QualityPolicy,
  where: AtPage,
): QualityFinding[] {
  return [
    {
      code: 'doc-quality/screen-photo',
      params: {},
      ...judge(grid, policy.screenGrid, 'ratio', { where }),
    },
    {
      code: 'doc-quality/compressed',
      params: {},
      ...judge(blockiness, policy.blockiness, 'grey values', { where }),
    },
  ];
}

/** Less than this is the cast of a copier. */
const COLOUR = { reading: 8, person: 0 };

/** Whether a document that has colours is shown in them. */
export function judgeColour({ colour }: QualityMeasures, where: AtPage): QualityFinding {
  return {
    code: 'doc-quality/colourless',
    params: {},
    ...judge(colour, COLOUR, 'grey values', { atLeast: true, where }),
  };
}
