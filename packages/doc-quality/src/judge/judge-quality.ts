import type { QualityFinding } from '../findings.js';
import type { QualityMeasures } from '../measure-quality.js';
import type { PageImage } from '../page-image.js';
import type { QualityPolicy } from '../policy.js';
import { judge, judged } from './judgement.js';
import { regionOf } from './region.js';

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
    findings.push(...judgeSharpness(measures, policy, where), ...judgeSpoilt(measures, policy, where));
  }
  findings.push(...judgeTone(measures, policy, where), ...judgeText(measures, policy, where));
  findings.push(judgeEdges(measures, where));
  return findings;
}

type At = { readonly page: number };

/** Fewer edges than a single word leaves. */
const BLANK = { reading: 0.05, person: 0.05 };

function judgeBlank({ edgeDensity, text }: QualityMeasures, where: At): QualityFinding {
  const shown = text.lines > 0 ? Math.max(edgeDensity, BLANK.reading) : edgeDensity;
  return {
    code: 'doc-quality/blank',
    params: {},
    ...judge(shown, BLANK, 'edges per 1000 px', { atLeast: true, where }),
  };
}

/** How much wider one direction must be than the other for a movement. */
const MOTION_RATIO = 1.6;

function judgeSharpness({ blur }: QualityMeasures, policy: QualityPolicy, where: At): QualityFinding[] {
  const wide = blur && Math.max(blur.along, blur.across);
  const narrow = blur && Math.min(blur.along, blur.across);
  const moved = wide !== undefined && narrow !== undefined && wide > narrow * MOTION_RATIO;
  const even = blur && (moved ? narrow : round(Math.sqrt(blur.along * blur.across)));
  const direction = blur && blur.along < blur.across ? 'vertical' : 'horizontal';
  const unknown = { where, unknown: 'warning' } as const;
  return [
    {
      code: 'doc-quality/blurred',
      params: { region: 'page' },
      ...judge(even, policy.blur, 'ratio of page width', unknown),
    },
    {
      code: 'doc-quality/motion-blurred',
      params: { region: 'page', direction },
      ...judge(
        moved ? wide : narrow && Math.min(narrow, policy.motion.reading),
        policy.motion,
        'ratio of page width',
        {
          where,
        },
      ),
    },
  ];
}

function judgeTone(
  { contrast, paper, ink }: QualityMeasures,
  policy: QualityPolicy,
  where: At,
): QualityFinding[] {
  return [
    {
      code: 'doc-quality/low-contrast',
      params: {},
      ...judge(contrast, policy.contrast, 'ratio', { atLeast: true, where, unknown: 'info' }),
    },
    {
      code: 'doc-quality/too-dark',
      params: {},
      ...judge(paper, policy.brightness, 'ratio', { atLeast: true, where }),
    },
    { code: 'doc-quality/too-bright', params: {}, ...judge(ink, policy.washedOut, 'ratio', { where }) },
  ];
}

function judgeText({ text, ...size }: QualityMeasures, policy: QualityPolicy, where: At): QualityFinding[] {
  const { degrees } = text;
  const sideways = degrees !== undefined && degrees > 45;
  const skew = degrees === undefined ? undefined : round(sideways ? degrees - 90 : degrees);
  const width = sideways ? size.heightPx : size.widthPx;
  const small = judge(width, policy.pageWidthPx, 'px', { atLeast: true, where });
  const fine = judge(text.heightPx, policy.textHeightPx, 'px', { atLeast: true, where });
  const byText = small.outcome === 'passed' && fine.outcome !== 'inconclusive';
  return [
    {
      code: 'doc-quality/low-resolution',
      params: { cause: byText ? 'text' : 'page' },
      ...(byText ? fine : small),
    },
    {
      code: 'doc-quality/skewed',
      params: { degrees: skew ?? 0 },
      ...judge(skew === undefined ? undefined : Math.abs(skew), policy.skewDegrees, 'degrees', { where }),
    },
    {
      code: 'doc-quality/turned',
      params: { quarterTurns: sideways ? 3 : 0 },
      ...(degrees === undefined
        ? judged('inconclusive', 'info', undefined, where)
        : judged(
            sideways ? 'failed' : 'passed',
            'warning',
            { value: sideways ? 90 : 0, unit: 'degrees' },
            where,
          )),
    },
  ];
}

function judgeSpoilt(
  { glare, blockiness }: QualityMeasures,
  policy: QualityPolicy,
  where: At,
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
      code: 'doc-quality/compressed',
      params: {},
      ...judge(blockiness, policy.blockiness, 'ratio', { where }),
    },
  ];
}

function judgeEdges({ cut }: QualityMeasures, where: At): QualityFinding {
  return {
    code: 'doc-quality/cut-off',
    params: { sides: cut },
    ...judged(
      cut.length > 0 ? 'failed' : 'passed',
      'warning',
      { value: cut.length, limit: 0, unit: 'sides' },
      where,
    ),
  };
}

const round = (value: number): number => Number(value.toPrecision(3));
