import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { packLayers, type StoredLayer, weigh } from './packed-layer.js';

const INPUTS = 30;
const byte = fc.integer({ min: -127, max: 127 });
const layer = fc.integer({ min: 1, max: 19 }).chain((outputs) =>
  fc.record({
    weights: fc.array(byte, { minLength: INPUTS * outputs, maxLength: INPUTS * outputs }),
    biases: fc.array(fc.integer({ min: -50, max: 50 }), { minLength: outputs, maxLength: outputs }),
    step: fc.constantFrom(undefined, 8),
  }),
);

test.prop([layer, fc.array(fc.integer({ min: -126, max: 255 }), { minLength: INPUTS, maxLength: INPUTS })])(
  'packed weights give the sums that plain ones give',
  ({ weights, biases, step }, input) => {
    const text = String.fromCharCode(...weights.map((weight) => weight & 255));
    const stored: StoredLayer = {
      weights: btoa(text),
      biases,
      scales: biases.map(() => 1),
      ...(step && { step }),
    };
    const [packed] = packLayers([stored], 1);
    const out = new Float64Array(biases.length);
    if (packed) weigh(packed, Float64Array.from(input), out, 0);
    const sums = biases.map((bias, o) =>
      input.reduce((sum, value, i) => sum + value * (weights[o * INPUTS + i] as number), bias),
    );
    // Adding 0 turns -0, which means nothing here, into 0.
    expect([...out]).toEqual(
      sums.map((sum) => (step ? Math.min(255, Math.max(0, Math.round(sum / step))) : sum + 0)),
    );
  },
);
