import { GLYPHS } from './glyph-net-shape.js';

/** How much less likely, in nats, it is that a line begins with this text than with its likeliest glyphs. */
export function costOfBeginning(glyphs: Float32Array, text: string): number {
  let cost = 0;
  for (let cell = 0; cell < text.length; cell++) {
    const scores = glyphs.subarray(cell * GLYPHS.length, (cell + 1) * GLYPHS.length);
    cost +=
      scores.reduce((a, b) => Math.max(a, b)) - (scores[GLYPHS.indexOf(text[cell] as string)] as number);
  }
  return cost;
}
