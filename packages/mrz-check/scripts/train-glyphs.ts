// Makes src/generated/glyph-model.ts: trains the glyph network on drawn OCR-B with realistic damage.
//   node --import tsx packages/mrz-check/scripts/train-glyphs.ts [samples] [seed] [target]
// Same font, same arguments: the same model. Half a million samples take about ten minutes of one core.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GLYPHS, LAYERS } from '../src/internal/glyph-net-shape.js';
import { drawMasks } from './glyph-masks.js';
import { drawSamples, type Sample } from './glyph-samples.js';
import { createNetwork, type Network } from './network.js';
import { createRandom } from './random.js';
import { fontFile } from './with-fonts.js';

const BATCH = 32;
const RATE = 0.0022;
const here = dirname(fileURLToPath(import.meta.url));

async function main(): Promise<void> {
  const [count = '520000', seedText = '9303', target] = process.argv.slice(2);
  const font = fontFile('ocr-b.otf');
  const seed = Number(seedText);
  const masks = await drawMasks(font);
  const random = createRandom(seed);
  const network = createNetwork(random);
  train(network, Number(count), () => drawSamples(masks, random));
  const unseen = createRandom(seed + 1);
  const error = errorRate(network, () => drawSamples(masks, unseen), 20_000);
  const digest = createHash('sha256').update(readFileSync(font)).digest('hex');
  const header = `// Made by scripts/train-glyphs.ts: font ${basename(font)} (SHA-256 ${digest}), ${count} samples, seed ${seed}.
// Windows misread among 20,000 that were not used for training: ${(error * 100).toFixed(2)} %.
`;
  const steps = stepsOf(
    network,
    gather(() => drawSamples(masks, unseen), 4000),
  );
  writeFileSync(
    target ?? join(here, '../src/generated/glyph-model.ts'),
    header + formatModel(network, steps),
  );
}

function train(network: Network, count: number, draw: () => Sample[]): void {
  let pool: Sample[] = [];
  let loss = 0;
  for (let seen = 0; seen < count; seen += BATCH) {
    for (let n = 0; n < BATCH; n++) {
      if (pool.length === 0) pool = gather(draw, 4000);
      const sample = pool.pop() as Sample;
      loss += network.learn(sample.window, sample.label);
    }
    const done = seen / count;
    const warm = Math.min(1, done / 0.02);
    network.step(RATE * warm * (0.5 + 0.5 * Math.cos(Math.PI * done)) + 1e-5, BATCH);
    if (seen % 16_000 === 0 && seen > 0) {
      console.log(`${seen} samples, loss ${(loss / 16_000).toFixed(4)}`);
      loss = 0;
    }
  }
}

/** Lines are mixed, so that one batch does not see one line only. */
function gather(draw: () => Sample[], count: number): Sample[] {
  const pool: Sample[] = [];
  while (pool.length < count) pool.push(...draw());
  const stride = 997;
  return pool.map((_, i) => pool[(i * stride) % pool.length] as Sample);
}

function errorRate(network: Network, draw: () => Sample[], count: number): number {
  const samples = gather(draw, count);
  let wrong = 0;
  for (const { window, label } of samples) {
    const scores = network.classify(window);
    if (scores.indexOf(scores.reduce((a, b) => Math.max(a, b))) !== label) wrong++;
  }
  return wrong / samples.length;
}

/** How much one of 255 steps of each layer's outputs must be worth, so that all but one in 10,000 fit. */
function stepsOf(network: Network, samples: readonly Sample[]): number[] {
  const seen: number[][] = network.activations.map(() => []);
  samples.forEach(({ window }, n) => {
    network.classify(window);
    network.activations.forEach((values, layer) => {
      // Every seventh value, another one each time, is enough and leaves room in memory.
      for (let i = n % 7; i < values.length; i += 7)
        if ((values[i] as number) > 0) seen[layer]?.push(values[i] as number);
    });
  });
  return seen.map((values) => {
    values.sort((a, b) => a - b);
    return Number(((values[Math.floor(values.length * 0.9999)] as number) / 255).toPrecision(7));
  });
}

/** Weights as bytes, one scale for each output; biases as they are. */
function formatModel(network: Network, steps: readonly number[]): string {
  const layers = network.layers.map((values, at) => {
    const [outputs, inputs] = LAYERS[at] as readonly [number, number];
    const bytes = new Int8Array(outputs * inputs);
    const scales: number[] = [];
    for (let o = 0; o < outputs; o++) {
      const row = values.subarray(o * inputs, (o + 1) * inputs);
      const largest = row.reduce((a, b) => Math.max(a, Math.abs(b)), 1e-9);
      scales.push(Number((largest / 127).toPrecision(7)));
      row.forEach((value, i) => {
        bytes[o * inputs + i] = Math.round((value / largest) * 127);
      });
    }
    const biases = [...values.subarray(outputs * inputs)].map((bias) => Number(bias.toPrecision(7)));
    const weights = Buffer.from(bytes.buffer).toString('base64');
    const step = steps[at] === undefined ? '' : `    step: ${steps[at]},\n`;
    return `  {\n${step}    scales: [${scales.join(', ')}],\n    biases: [${biases.join(', ')}],\n    weights:\n      '${weights}',\n  },\n`;
  });
  return `import type { StoredLayer } from '../internal/packed-layer.js';

/** The weights of the glyph network for \`${GLYPHS}\`, layer by layer. */
export const GLYPH_MODEL: readonly StoredLayer[] = [
${layers.join('')}];
`;
}

await main();
