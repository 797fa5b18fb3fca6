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
    findings.push(
      ...judgeSharpness(measures, policy, where),
      ...judgeSpoilt(measures, policy, where),
      judgeShade(measures, policy, where),
      ...judgeFrame(measures, policy, where),
    );
  }
  if (policy.expectColour) findings.push(judgeColour(measures, where));
  findings.push(...judgeTone(measures, policy, where), ...judgeText(measures, policy, where));
  return findings;
}

type At = { readonly page: number };

/** Less than a single short line of print leaves. */
const BLANK = { reading: 0.0008, person: 0.0008 };

function judgeBlank({ content, text, contrast = 0 }: QualityMeasures, where: At): QualityFinding {
  const shown = text.lines > 0 && contrast > 0.12 ? Math.max(content, BLANK.reading) : content;
  return {
    code: 'doc-quality/blank',
    params: {},
    ...judge(shown, BLANK, 'ratio of page', { atLeast: true, where }),
  };
}

/** How much wider one direction must be than the other for a movement. */
const MOTION_RATIO = 1.6;
/** A part of the page must be clearly beyond the limit, because it has less to judge by than the whole. */
const LOCAL_FACTOR = 1.8;

function judgeSharpness({ blur }: QualityMeasures, policy: QualityPolicy, where: At): QualityFinding[] {
  const wide = blur && Math.max(blur.along, blur.across);
  const narrow = blur && Math.min(blur.along, blur.across);
  const moved = wide !== undefined && narrow !== undefined && wide > narrow * MOTION_RATIO;
  const even = blur && (moved ? narrow : round(Math.sqrt(blur.along * blur.across)));
  const worst = blur?.worst;
  const local =
    worst && even !== undefined && worst.sigma > policy.blur.reading * LOCAL_FACTOR && worst.sigma > even * 2
      ? worst
      : undefined;
  const direction = blur && blur.along < blur.across ? 'vertical' : 'horizontal';
  const unknown = { where, unknown: 'warning' } as const;
  return [
    {
      code: 'doc-quality/blurred',
      params: { region: local ? regionOf(local.box) : 'page' },
      ...judge(local ? local.sigma : even, policy.blur, 'ratio of page width', {
        ...unknown,
        where: local ? { ...where, box: local.box } : where,
      }),
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

function judgeText({ text, page }: QualityMeasures, policy: QualityPolicy, where: At): QualityFinding[] {
  const { degrees } = text;
  const sideways = degrees !== undefined && degrees > 45;
  const skew = degrees === undefined ? undefined : round(sideways ? degrees - 90 : degrees);
  const small = judge(page.widthPx, policy.pageWidthPx, 'px', { atLeast: true, where });
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
    judgeTurn(text, where),
  ];
}

/** Mean log-odds from which the way up is certain. */
const SURE = 0.3;

function judgeTurn({ degrees, upright = 0 }: QualityMeasures['text'], where: At): QualityFinding {
  const code = 'doc-quality/turned';
  const sideways = degrees !== undefined && degrees > 45;
  // On its side, text that reads downwards needs three quarter turns clockwise, else one.
  const quarterTurns = sideways ? (upright >= 0 ? 3 : 1) : upright < -SURE ? 2 : 0;
  const measured = { value: quarterTurns * 90, unit: 'degrees' };
  if (degrees === undefined || (!sideways && Math.abs(upright) < SURE)) {
    return { code, params: { quarterTurns: 0 }, ...judged('inconclusive', 'info', undefined, where) };
  }
  return {
    code,
    params: { quarterTurns },
    ...judged(quarterTurns > 0 ? 'failed' : 'passed', 'warning', measured, where),
  };
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

function judgeFrame({ cut, page }: QualityMeasures, policy: QualityPolicy, where: At): QualityFinding[] {
  const cutOff = { value: cut.length, limit: 0, unit: 'sides' };
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
  ];
}

/** Less than this is the cast of a copier. */
const COLOUR = { reading: 8, person: 0 };

function judgeColour({ colour }: QualityMeasures, where: At): QualityFinding {
  return {
    code: 'doc-quality/colourless',
    params: {},
    ...judge(colour, COLOUR, 'grey values', { atLeast: true, where }),
  };
}

function judgeShade({ evenness, shade }: QualityMeasures, policy: QualityPolicy, where: At): QualityFinding {
  return {
    code: 'doc-quality/uneven-light',
    params: { region: shade ? regionOf(shade) : 'page' },
    ...judge(evenness, policy.evenness, 'ratio', {
      atLeast: true,
      where: shade ? { ...where, box: shade } : where,
    }),
  };
}

const round = (value: number): number => Number(value.toPrecision(3));
