import type { QualityFinding } from '../findings.js';
import { wayUp } from '../internal/way-up.js';
import type { QualityPolicy } from '../policy.js';
import type { QualityMeasures } from '../quality-measures.js';
import { type AtPage, type Judged, judge, judged } from './judgement.js';

/** The size of the text, how level its lines are, and which way up they stand. */
export function judgeText(measures: QualityMeasures, policy: QualityPolicy, where: AtPage): QualityFinding[] {
  const { degrees } = measures.text;
  const level = degrees !== undefined && degrees > 45 ? degrees - 90 : degrees;
  const skew = level === undefined ? undefined : Number(level.toPrecision(3));
  return [
    judgeResolution(measures, policy, where),
    {
      code: 'doc-quality/skewed',
      params: { degrees: skew ?? 0 },
      ...judge(skew === undefined ? undefined : Math.abs(skew), policy.skewDegrees, 'degrees', { where }),
    },
    judgeTurn(measures, policy, where),
  ];
}

type Resolution = Extract<QualityFinding, { code: 'doc-quality/low-resolution' }>;

/** The measure that fails, by how directly it says that letters suffer; where none does, the height of the text. */
function judgeResolution(
  { text, page }: QualityMeasures,
  policy: QualityPolicy,
  where: AtPage,
): QualityFinding {
  const atLeast = { atLeast: true, where } as const;
  const byText = judge(text.heightPx, policy.textHeightPx, 'px', atLeast);
  const byWidth = judge(page.widthPx, policy.pageWidthPx, 'px', atLeast);
  const byInch = judge(page.dpi, policy.dpi, 'dpi', atLeast);
  const causes: readonly [Resolution['params']['cause'], Judged][] = [
    ['page', byWidth],
    ['text', byText],
    ['dpi', byInch],
  ];
  const usual: (typeof causes)[number] =
    byText.outcome === 'inconclusive' ? ['page', byWidth] : ['text', byText];
  const [cause, result] = causes.find(([, { outcome }]) => outcome === 'failed') ?? usual;
  return { code: 'doc-quality/low-resolution', params: { cause }, ...result };
}

function judgeTurn({ text, blur }: QualityMeasures, policy: QualityPolicy, where: AtPage): QualityFinding {
  const code = 'doc-quality/turned';
  const { quarterTurns, sure } = wayUp(text);
  // Blurred letters look alike on their head.
  const smeared = quarterTurns === 2 && Math.max(blur?.along ?? 0, blur?.across ?? 0) > policy.blur.reading;
  if (!sure || smeared)
    return { code, params: { quarterTurns: 0 }, ...judged('inconclusive', 'info', undefined, where) };
  const measured = { value: quarterTurns * 90, unit: 'degrees' };
  return {
    code,
    params: { quarterTurns },
    ...judged(quarterTurns > 0 ? 'failed' : 'passed', 'warning', measured, where),
  };
}
