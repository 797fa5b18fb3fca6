import { type GraphicsState, setTextState, startOfText, type TextPosition } from './graphics-state.js';
import { matrixOf, multiply } from './matrix.js';
import { isArray, type PdfObject } from './objects.js';

/** Goes to the next line, `x` and `y` from the start of the last. */
function nextLine(text: TextPosition, x: number, y: number): void {
  text.line = multiply([1, 0, 0, 1, x, y], text.line);
  text.matrix = text.line;
}

/**
 * Carries out an operator that places text (ISO 32000-1, 9.4), all but the choice of the font.
 *
 * @returns whether it was one; for those that show text, the strings and distances to show
 */
export function placeText(
  state: GraphicsState,
  text: TextPosition,
  operator: string,
  operands: readonly PdfObject[],
): boolean | readonly PdfObject[] {
  const n = (k: number): number => (typeof operands[k] === 'number' ? operands[k] : 0);
  switch (operator) {
    case 'BT':
      Object.assign(text, startOfText());
      return true;
    case 'TD':
      state.leading = -n(1);
      nextLine(text, n(0), n(1));
      return true;
    case 'Td':
      nextLine(text, n(0), n(1));
      return true;
    case 'Tm':
      text.line = matrixOf(operands) ?? text.line;
      text.matrix = text.line;
      return true;
    case 'T*':
      nextLine(text, 0, -state.leading);
      return true;
    case 'Tj':
      return operands;
    case 'TJ':
      return isArray(operands[0]) ? operands[0] : [];
    case "'":
      nextLine(text, 0, -state.leading);
      return operands;
    case '"':
      state.wordSpace = n(0);
      state.characterSpace = n(1);
      nextLine(text, 0, -state.leading);
      return operands.slice(2);
    default:
      return operator === 'ET' || setTextState(state, operator, n(0));
  }
}
