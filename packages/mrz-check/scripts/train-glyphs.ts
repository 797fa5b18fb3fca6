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

const BATCH = 32;
const RATE = 0.0022;
const here = dirname(fileURLToPath(import.meta.url));

async function main(): Promise<void> {
  const [count = '520000', seedText = '9303', target] = process.argv.slice(2);
  const font = join(here, '../../specimens/assets/fonts/ocr-b.otf');
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
  writeFileSync(target ?? join(here, '../src/generated/glyph-model.ts'), header + formatModel(network));
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

/** Weights as bytes, one scale for each output; biases as they are. */
function formatModel(network: Network): string {
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
    return `  {\n    scales: [${scales.join(', ')}],\n    biases: [${biases.join(', ')}],\n    weights:\n      '${weights}',\n  },\n`;
  });
  return `/** The weights of the glyph network for \`${GLYPHS}\`, layer by layer. */
export const GLYPH_MODEL: readonly {
  readonly scales: readonly number[];
  readonly biases: readonly number[];
  /** One byte a weight, in Base64. */
  readonly weights: string;
}[] = [
${layers.join('')}];
`;
}

await main();
