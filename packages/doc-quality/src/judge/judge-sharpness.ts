import type { QualityFinding } from '../findings.js';
import type { QualityLimits, QualityPolicy } from '../policy.js';
import type { QualityMeasures } from '../quality-measures.js';
import { type AtPage, judge } from './judgement.js';
import { regionOf } from './region.js';

/** How much wider one direction must be than the other for a movement. */
const MOTION_RATIO = 1.6;
/** A part of the page must be clearly beyond the limit, and beyond the rest, because it has less to judge by than the whole. */
const LOCAL_FACTOR = 1.8;
const LOCAL_RATIO = 2;

/** Focus, and movement. */
export function judgeSharpness(
  { blur }: QualityMeasures,
  policy: QualityPolicy,
  where: AtPage,
): QualityFinding[] {
  const { wide, narrow, degrees } = movement(blur);
  const moved = wide !== undefined && narrow !== undefined && wide > narrow * MOTION_RATIO;
  const even = blur && (moved ? narrow : Math.max(blur.along, blur.across));
  const limits = { blur: reachable(policy.blur, blur), motion: reachable(policy.motion, blur) };
  const local = localBlur(blur?.worst, even, limits);
  const place = local ? { ...where, box: local.box } : where;
  const still = narrow && Math.min(narrow, limits.motion.reading);
  return [
    {
      code: 'doc-quality/blurred',
      params: { region: local ? regionOf(local.box) : 'page' },
      ...judge(local?.sigma ?? even, limits.blur, 'ratio of page width', {
        where: place,
        unknown: 'warning',
      }),
    },
    {
      code: 'doc-quality/motion-blurred',
      params: { region: 'page', degrees },
      ...judge(moved ? wide : still, limits.motion, 'ratio of page width', { where }),
    },
  ];
}

/** A page that has few pixels cannot be measured as sharper than they are: that is said by its resolution. */
function reachable(limits: QualityLimits, blur: QualityMeasures['blur']): QualityLimits {
  const finest = blur?.finest ?? 0;
  return { reading: Math.max(limits.reading, finest), person: Math.max(limits.person, finest) };
}

interface Movement {
  readonly wide: number | undefined;
  readonly narrow: number | undefined;
  readonly degrees: number;
}

function movement(blur: QualityMeasures['blur']): Movement {
  if (blur?.motion)
    return { wide: blur.motion.along, narrow: blur.motion.across, degrees: blur.motion.degrees };
  return {
    wide: blur && Math.max(blur.along, blur.across),
    narrow: blur && Math.min(blur.along, blur.across),
    degrees: 0,
  };
}

type Worst = NonNullable<QualityMeasures['blur']>['worst'];

function localBlur(worst: Worst, even: number | undefined, { blur }: { blur: QualityLimits }): Worst {
  if (!worst || even === undefined) return undefined;
  return worst.sigma > blur.reading * LOCAL_FACTOR && worst.sigma > even * LOCAL_RATIO ? worst : undefined;
}
