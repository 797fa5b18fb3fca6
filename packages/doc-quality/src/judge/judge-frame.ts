import type { QualityFinding } from '../findings.js';
import type { QualityPolicy } from '../policy.js';
import type { QualityMeasures } from '../quality-measures.js';
import { type AtPage, judge, judged } from './judgement.js';

/** How the page lies in its picture. */
export function judgeFrame(
  { cut, page }: QualityMeasures,
  policy: QualityPolicy,
  where: AtPage,
): QualityFinding[] {
  const cutOff = { value: cut.length, limit: 0, unit: 'sides' };
  const count = 1 + page.others.length;
  const other = page.others[0];
  return [
    {
      code: 'doc-quality/cut-off',
      params: { sides: cut },
      ...judged(cut.length > 0 ? 'failed' : 'passed', 'warning', cutOff, where),
    },
    {
      code: 'doc-quality/too-small',
      params: {},
      ...judge(page.share, policy.pageShare, 'ratio of picture', { atLeast: true, where }),
    },
    {
      code: 'doc-quality/perspective',
      params: {},
      ...judge(page.perspective, policy.perspective, 'ratio', { atLeast: true, where }),
    },
    {
      code: 'doc-quality/several-documents',
      params: { count },
      ...judge(count, policy.documents, 'documents', { where: other ? { ...where, box: other } : where }),
    },
  ];
}
