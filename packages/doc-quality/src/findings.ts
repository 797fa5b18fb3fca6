import type { FindingsOf, NoParams } from '@dossierkit/core';

/** A part of the page, for a sentence: "the lower right corner". */
export type Region =
  | 'page'
  | 'top'
  | 'bottom'
  | 'left'
  | 'right'
  | 'centre'
  | 'upper-left'
  | 'upper-right'
  | 'lower-left'
  | 'lower-right';

/** A side of the page. */
export type Side = 'top' | 'right' | 'bottom' | 'left';

/**
 * What a check of quality may notice. Every finding carries what was measured and the limit it was held against; one that
 * failed has severity `warning` where a machine will struggle, and `critical` where a person will, too.
 */
export type QualityFinding = FindingsOf<{
  /** Edges are wide in every direction: out of focus, or smoothed. Measured: σ of the blur, as part of the page's width. */
  'doc-quality/blurred': { readonly region: Region };
  /**
   * Edges are wide in one direction: `degrees` clockwise from the rows of the picture, -90 to 90. Measured: as `blurred`, in
   * that direction.
   */
  'doc-quality/motion-blurred': { readonly region: Region; readonly degrees: number };
  /** Print is hardly darker than its paper. Measured: (paper − ink) / paper. */
  'doc-quality/low-contrast': NoParams;
  /** The paper itself is dark. Measured: its brightness, 0 to 1. */
  'doc-quality/too-dark': NoParams;
  /** The picture is washed out. Measured: the brightness of the ink, 0 to 1. */
  'doc-quality/too-bright': NoParams;
  /** A reflection covers content. Measured: its part of the page. */
  'doc-quality/glare': { readonly region: Region };
  /** A finger covers the page. Measured: its part of the page. */
  'doc-quality/covered': { readonly region: Region };
  /** A screen was photographed. Measured: how much of the fine structure of empty paper is one regular wave. */
  'doc-quality/screen-photo': NoParams;
  /** More than one document in the picture. Measured: how many; the place is that of the further one. */
  'doc-quality/several-documents': { readonly count: number };
  /** A shadow lies on the page. Measured: the darkest paper as part of the brightest. */
  'doc-quality/uneven-light': { readonly region: Region };
  /** Too few pixels. Measured: the height of the text in pixels of the original, the page's width, or pixels to an inch of paper. */
  'doc-quality/low-resolution': { readonly cause: 'text' | 'page' | 'dpi' };
  /** The lines of text do not run level. Measured: degrees. */
  'doc-quality/skewed': { readonly degrees: number };
  /** The page lies on its side or upside down; `quarterTurns` clockwise make it upright. */
  'doc-quality/turned': { readonly quarterTurns: 0 | 1 | 2 | 3 };
  /** The page was taken at a slant. Measured: the shorter of two opposite sides as part of the longer. */
  'doc-quality/perspective': NoParams;
  /** Content runs over the edge of the picture. */
  'doc-quality/cut-off': { readonly sides: readonly Side[] };
  /** The page fills little of the picture. Measured: its part of the picture. */
  'doc-quality/too-small': NoParams;
  /** There is nothing on the page. Measured: the part of the page that shows anything. */
  'doc-quality/blank': NoParams;
  /** A copy without colour of a document that has some. Measured: the typical difference between colour channels. */
  'doc-quality/colourless': NoParams;
  /** Squeezed so hard that letters suffer. Measured: the height of the steps between blocks. */
  'doc-quality/compressed': NoParams;
}>;
