/** What may be wrong with a picture, each with a strength. */
export type StrengthDefectKind =
  | 'focus-blur'
  | 'motion-blur'
  | 'glare'
  | 'shadow'
  | 'uneven-light'
  | 'moire'
  | 'screen'
  | 'noise'
  | 'jpeg'
  | 'low-resolution'
  | 'crop'
  | 'tilt'
  | 'dark'
  | 'bright'
  | 'low-contrast'
  | 'finger'
  | 'far-away'
  | 'second-document'
  | 'black-and-white'
  | 'crumpled';

/** Every defect a picture can be given; `rotate` has an angle instead of a strength. */
export type DefectKind = StrengthDefectKind | 'rotate';

/**
 * One thing that is wrong with a picture. `strength` runs from 0 (nothing) to 1, and means the same for every size of
 * picture:
 *
 * | kind | at strength 1 |
 * |---|---|
 * | `focus-blur` | Gaussian with σ = 0.5 % of the picture's width |
 * | `motion-blur` | a straight path of 2 % of the width, in the direction `degrees` (default: by seed) |
 * | `glare` | an ellipse over a quarter of the page burnt out; `at` names its middle on the page |
 * | `shadow` | a soft shadow takes 75 % of the light from part of the page |
 * | `uneven-light` | one end of the page gets 20 % of the light of the other |
 * | `moire` | stripes of a photographed screen, ± 30 % |
 * | `screen` | the page is shown on a screen: its grid of red, green and blue dots against the camera's own pixels, in full |
 * | `noise` | σ = 40 of 255 |
 * | `jpeg` | quality 4 instead of 88 |
 * | `low-resolution` | a fifth of the width |
 * | `crop` | 40 % of the page lie outside the picture, on `side` (default: by seed) |
 * | `tilt` | the page is tilted by 50° away from the camera |
 * | `dark`, `bright` | exposure ÷ 10, × 3 |
 * | `low-contrast` | a tenth of the contrast |
 * | `finger` | a finger covers a third of the page's width, from `side` (default: by seed) |
 * | `far-away` | the page takes up a fifth of the frame's width |
 * | `second-document` | another paper of the same kind lies beside it, all of it in the picture (at 0.5, half) |
 * | `black-and-white` | no colour (any strength above 0) |
 * | `crumpled` | deep folds and creases |
 * | `rotate` | turned clockwise by `degrees`; no strength |
 */
export type Defect =
  | {
      readonly kind: StrengthDefectKind;
      /** 0 to 1. */
      readonly strength: number;
      /** Direction, for `motion-blur`. */
      readonly degrees?: number;
      /** The middle of a `glare` or a `shadow` on the page, in fractions of the page. */
      readonly at?: { readonly x: number; readonly y: number };
      /** For `crop` and `finger`, seen from the reader of the page. */
      readonly side?: 'top' | 'right' | 'bottom' | 'left';
    }
  | { readonly kind: 'rotate'; readonly degrees: number };

/** The defect of this kind, if it is in the list. */
export function findDefect(
  defects: readonly Defect[],
  kind: StrengthDefectKind,
): Extract<Defect, { strength: number }> | undefined {
  return defects.find((defect): defect is Extract<Defect, { strength: number }> => defect.kind === kind);
}

/** The strength of this kind of defect, 0 where it is not in the list. */
export function strengthOf(defects: readonly Defect[], kind: StrengthDefectKind): number {
  return Math.min(1, Math.max(0, findDefect(defects, kind)?.strength ?? 0));
}
