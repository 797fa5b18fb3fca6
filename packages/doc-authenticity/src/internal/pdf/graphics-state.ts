import type { PdfFont } from './font.js';
import { IDENTITY, type Matrix } from './matrix.js';

/** What `q` saves and `Q` restores. */
export interface GraphicsState {
  ctm: Matrix;
  /** In fractions of the page: left, top, right, bottom. */
  clip: readonly [number, number, number, number];
  /** Opacity of fills. */
  alpha: number;
  /** Whether colours are mixed with what lies below. */
  blended: boolean;
  /** A pattern paints what is not known here. */
  pattern: boolean;
  lineWidth: number;
  font: PdfFont | undefined;
  size: number;
  characterSpace: number;
  wordSpace: number;
  /** Horizontal scale, 1 for the usual. */
  stretch: number;
  leading: number;
  rise: number;
  mode: number;
}

export function initialState(ctm: Matrix): GraphicsState {
  return {
    ctm,
    clip: [0, 0, 1, 1],
    alpha: 1,
    blended: false,
    pattern: false,
    lineWidth: 1,
    font: undefined,
    size: 0,
    characterSpace: 0,
    wordSpace: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
}

/** Where the next character of a text object goes. */
export interface TextPosition {
  matrix: Matrix;
  line: Matrix;
}

export const startOfText = (): TextPosition => ({ matrix: IDENTITY, line: IDENTITY });

/** Carries out an operator that sets one number of the text state; false for any other operator. */
export function setTextState(state: GraphicsState, operator: string, value: number): boolean {
  switch (operator) {
    case 'Tc':
      state.characterSpace = value;
      return true;
    case 'Tw':
      state.wordSpace = value;
      return true;
    case 'Tz':
      state.stretch = value / 100;
      return true;
    case 'TL':
      state.leading = value;
      return true;
    case 'Ts':
      state.rise = value;
      return true;
    case 'Tr':
      state.mode = value;
      return true;
    default:
      return false;
  }
}
