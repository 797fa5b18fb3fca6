import { describe, expect, it } from 'vitest';
import { powerSpectra } from './power-spectra.js';

const SIDE = 32;

/** A wave that goes `across` and `down` the picture so many times. */
const wave = (across: number, down: number): Float64Array =>
  Float64Array.from({ length: SIDE * SIDE }, (_, at) => {
    const [x, y] = [at % SIDE, Math.floor(at / SIDE)];
    return 128 + 50 * Math.cos((2 * Math.PI * (across * x + down * y)) / SIDE);
  });

const strongest = (power: Float64Array): number => power.indexOf(Math.max(...power));

describe('powerSpectra', () => {
  it('finds each wave in its place, each of the two pictures in its own spectrum', () => {
    const [first, second] = powerSpectra(wave(5, 0), wave(3, 7), SIDE);
    expect(strongest(first)).toBe(5 * SIDE);
    expect(strongest(second)).toBe(3 * SIDE + 7);
  });

  it('says of a picture the same whichever other one goes with it', () => {
    const [alone] = powerSpectra(wave(3, 7), wave(3, 7), SIDE);
    const [, beside] = powerSpectra(wave(9, 2), wave(3, 7), SIDE);
    for (const [at, power] of alone.entries()) expect(beside[at]).toBeCloseTo(power, 4);
  });

  it('agrees with the sum by its definition', () => {
    const side = 4;
    const square = Float64Array.from([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3]);
    const [power] = powerSpectra(square, square, side);
    for (let u = 0; u < side; u++)
      for (let v = 0; v < side; v++)
        expect(power[u * side + v]).toBeCloseTo(powerByDefinition(square, side, u, v), 6);
  });

  it('finds nothing in an even picture', () => {
    const [first] = powerSpectra(new Float64Array(SIDE * SIDE).fill(200), wave(1, 1), SIDE);
    expect(Math.max(...first)).toBeLessThan(1e-6);
  });

  it.each([0, 3, 12, 2048])('refuses a side of %d', (side) => {
    const square = new Float64Array(side * side);
    expect(() => powerSpectra(square, square, side)).toThrow(
      expect.objectContaining({ code: 'doc-raster/size-invalid' }),
    );
  });

  it('refuses a square of another size', () => {
    expect(() => powerSpectra(wave(1, 1), new Float64Array(10), SIDE)).toThrow(
      expect.objectContaining({ code: 'doc-raster/size-invalid' }),
    );
  });
});

function powerByDefinition(square: Float64Array, side: number, across: number, down: number): number {
  const mean = square.reduce((sum, value) => sum + value, 0) / square.length;
  const fade = (k: number): number => Math.sin((Math.PI * (k + 0.5)) / side) ** 2;
  let [re, im] = [0, 0];
  for (const [at, value] of square.entries()) {
    const [x, y] = [at % side, Math.floor(at / side)];
    const faded = (value - mean) * fade(x) * fade(y);
    const angle = (2 * Math.PI * (across * x + down * y)) / side;
    re += faded * Math.cos(angle);
    im -= faded * Math.sin(angle);
  }
  return re * re + im * im;
}
