import type { Box, Point } from '@dossierkit/core';
import type { Side } from './findings.js';

/** The bare numbers of a page. What could not be measured is absent. */
export interface QualityMeasures {
  /** σ of the blur as part of the page's width, along and across the lines of text, and in the worst part of the page. */
  readonly blur?: {
    readonly along: number;
    readonly across: number;
    /** What a sharp page of this size may be measured as: pixels are not finer. */
    readonly finest: number;
    readonly worst?: { readonly sigma: number; readonly box: Box };
    /** The same along and across the direction in which edges are widest; only measured where they are not sharp. */
    readonly motion?: { readonly degrees: number; readonly along: number; readonly across: number };
  };
  /** (paper − ink) / paper of the typical glyph. */
  readonly contrast?: number;
  /** Brightness of the paper, and of the ink (of the palest quarter of the print, where the paper is burnt out), 0 to 1. */
  readonly paper: number;
  readonly ink?: number;
  /** Brightness of the darkest paper around print as part of the brightest, and the box around the dark part. */
  readonly evenness: number;
  readonly shade?: Box;
  /** The part of the page, its rim aside, that shows anything. */
  readonly content: number;
  /** Edges for each thousand pixels of the page in the reduced picture. */
  readonly edgeDensity: number;
  readonly text: {
    readonly lines: number;
    readonly glyphs: number;
    /** Typical height of a glyph in pixels of the original. */
    readonly heightPx?: number;
    /** Direction of the lines, clockwise from level: -45 to 135. */
    readonly degrees?: number;
    /** How sure the direction is, against the one at a right angle to it: 0.5 to 1. */
    readonly certainty: number;
    /** Mean log-odds that the lines are not upside down (running down the page, where they are on their side). */
    readonly upright?: number;
  };
  /** How high the steps at the borders of compression blocks are, in grey values; absent where the picture was reduced too far. */
  readonly blockiness?: number;
  /** The difference between colour channels that one pixel in fifty exceeds, 0 to 255; absent for grey pictures. */
  readonly colour?: number;
  /** A reflection over content: its part of the picture, and the box around it. */
  readonly glare?: { readonly share: number; readonly box: Box };
  /** How much of the fine structure of empty paper is one regular wave, as from the grid of a screen: 0 to 1. */
  readonly grid?: number;
  /** A finger on the page: its part of the page, and the box around it; absent for grey pictures. */
  readonly covered?: { readonly share: number; readonly box?: Box };
  /** Sides at which text runs over the border. */
  readonly cut: readonly Side[];
  readonly page: {
    /** Clockwise from the upper left of the picture, in fractions of it. */
    readonly corners: readonly [Point, Point, Point, Point];
    /** Whether an outline was seen; else the page is taken to fill the picture. */
    readonly outlined: boolean;
    /** Its part of the picture. */
    readonly share: number;
    /** The boxes around further pages in the same picture. */
    readonly others: readonly Box[];
    /** The shorter of two opposite sides as part of the longer, for both pairs, multiplied. */
    readonly perspective: number;
    /** Across the lines of text, in pixels of the original. */
    readonly widthPx: number;
    /** Pixels of the original to an inch of paper; absent where the size of the paper cannot be told. */
    readonly dpi?: number;
  };
}
