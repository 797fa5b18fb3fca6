import type { QualityFinding } from '../findings.js';
import type { PageImage } from '../page-image.js';
import type { QualityPolicy } from '../policy.js';
import type { QualityMeasures } from '../quality-measures.js';
import { judgeFrame } from './judge-frame.js';
import { judgeLight, judgeTone } from './judge-light.js';
import { judgeSharpness } from './judge-sharpness.js';
import { judgeColour, judgeSource } from './judge-source.js';
import { judgeText } from './judge-text.js';
import { type AtPage, judge } from './judgement.js';

/** One finding for each property that makes sense for the page. */
export function judgeQuality(
  measures: QualityMeasures,
  page: PageImage,
  policy: QualityPolicy,
): QualityFinding[] {
  const where = { page: page.page ?? 0 };
  const blank = judgeBlank(measures, where);
  if (blank.outcome === 'failed') return [blank];
  const findings: QualityFinding[] = [blank];
  if (page.origin !== 'pdf-vector') {
    findings.push(
      ...judgeSharpness(measures, policy, where),
      ...judgeLight(measures, policy, where),
      ...judgeSource(measures, policy, where),
      ...judgeFrame(measures, policy, where),
    );
  }
  if (policy.expectColour) findings.push(judgeColour(measures, where));
  findings.push(...judgeTone(measures, policy, where), ...judgeText(measures, policy, where));
  return findings;
}

/** Less than a single short line of print leaves. */
const BLANK = { reading: 0.0008, person: 0.0008 };
/** Lines of text with less contrast may be the paper's own structure. */
const PRINT_CONTRAST = 0.12;

function judgeBlank({ content, text, contrast = 0 }: QualityMeasures, where: AtPage): QualityFinding {
  const shown = text.lines > 0 && contrast > PRINT_CONTRAST ? Math.max(content, BLANK.reading) : content;
  return {
    code: 'doc-quality/blank',
    params: {},
    ...judge(shown, BLANK, 'ratio of page', { atLeast: true, where }),
  };
}
