// Trains the model that tells upright text from text that stands on its head, and writes src/generated/upright-model.ts.
//
//   node --import tsx --conditions=@dossierkit/source packages/doc-quality/scripts/train-upright.ts [seeds] [fonts…]
//
// Data: scans of specimens (seeds 1001 and up, which nothing else uses) and lines of random text in the fonts named. The model sees a window of a line and the same window turned by 180°: it learns which of the two is right.
import { writeFileSync } from 'node:fs';
import { type GreyRaster, resizeToFit } from '@dossierkit/doc-raster';
import { listKinds, renderSpecimen } from '@dossierkit/specimens';
import sharp from 'sharp';
import { lineWindows, WINDOW_SIDE } from '../src/internal/line-windows.js';
import { findPrint } from '../src/internal/print.js';

const SEEDS = Number(process.argv[2] ?? 1);
const HIDDEN = 24;
const INPUTS = WINDOW_SIDE * WINDOW_SIDE;
const EPOCHS = 14;

let state = 20260101;
const random = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

async function grey(picture: Uint8Array | Buffer): Promise<GreyRaster> {
  const { data, info } = await sharp(picture)
    .rotate()
    .flatten({ background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return resizeToFit({ widthPx: info.width, heightPx: info.height, channels: 1, data }, 1000);
}

const windowsOf = (picture: GreyRaster): Float32Array[] =>
  lineWindows(picture, findPrint(picture).layout, 400);

const SYLLABLES =
  'er en ch de ie in te ge un es re li st no la ma ro ti ve ou ai qu ée tion ment heit schaft Ä Ü ß'.split(
    ' ',
  );
const word = (): string =>
  Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(SYLLABLES)).join('');
const number = (): string => String(Math.floor(random() * 10 ** (2 + Math.floor(random() * 7))));
const phrase = (): string =>
  Array.from({ length: 3 + Math.floor(random() * 6) }, () => {
    const kind = random();
    return kind < 0.5
      ? word()
      : kind < 0.7
        ? word().toUpperCase()
        : kind < 0.9
          ? number()
          : `${number()}<<${word().toUpperCase()}`;
  }).join(' ');

function textPage(font: string): Buffer {
  const size = 9 + Math.floor(random() * 22);
  const lines: string[] = [];
  for (let y = 60; y < 960; y += size * 1.7) {
    const text = phrase().replace(/&/g, '').replace(/</g, '&lt;');
    lines.push(
      `<text x="${40 + Math.floor(random() * 60)}" y="${Math.round(y)}" font-family="${font}" font-size="${size}"${random() < 0.3 ? ' font-weight="bold"' : ''}>${text}</text>`,
    );
  }
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1000"><rect width="900" height="1000" fill="#f4f2ee"/>${lines.join('')}</svg>`,
  );
}

const fonts =
  process.argv.length > 3
    ? process.argv.slice(3)
    : ['DejaVu Sans', 'DejaVu Sans Mono', 'serif', 'sans-serif'];
const samples: Float32Array[] = [];
for (const font of fonts) {
  for (let page = 0; page < 4; page++) {
    const sharpPage = await sharp(textPage(font)).png().toBuffer();
    samples.push(
      ...windowsOf(
        await grey(
          page % 2 === 0
            ? sharpPage
            : await sharp(sharpPage)
                .blur(0.5 + random())
                .jpeg({ quality: 40 + Math.floor(random() * 50) })
                .toBuffer(),
        ),
      ),
    );
  }
}
console.log(`${fonts.length} fonts: ${samples.length} windows`);
for (let seed = 1001; seed < 1001 + SEEDS; seed++) {
  for (const kind of listKinds().filter((name) => name !== 'blank')) {
    samples.push(
      ...windowsOf(
        await grey(
          (await renderSpecimen(kind, { seed, medium: 'scan', widthPx: seed % 2 === 0 ? 1000 : 1400 })).bytes,
        ),
      ),
    );
  }
}
console.log(`with specimens: ${samples.length} windows`);

// One hidden layer with tanh; score(window) − score(turned window) is the log-odds that it is upright.
const normal = (): number => Math.sqrt(-2 * Math.log(random() + 1e-9)) * Math.cos(2 * Math.PI * random());
const w1 = Float64Array.from({ length: HIDDEN * INPUTS }, () => normal() / Math.sqrt(INPUTS));
const b1 = new Float64Array(HIDDEN);
const w2 = Float64Array.from({ length: HIDDEN }, () => normal() / Math.sqrt(HIDDEN));

const hidden = new Float64Array(HIDDEN);
const hiddenTurned = new Float64Array(HIDDEN);
function forward(x: Float32Array, turned: boolean, out: Float64Array): number {
  let score = 0;
  for (let h = 0; h < HIDDEN; h++) {
    let sum = b1[h] as number;
    for (let k = 0; k < INPUTS; k++)
      sum += (w1[h * INPUTS + k] as number) * (x[turned ? INPUTS - 1 - k : k] as number);
    out[h] = Math.tanh(sum);
    score += (w2[h] as number) * (out[h] as number);
  }
  return score;
}

for (let epoch = 0; epoch < EPOCHS; epoch++) {
  const rate = 0.02 * 0.8 ** epoch;
  let right = 0;
  for (let n = samples.length - 1; n > 0; n--) {
    const j = Math.floor(random() * (n + 1));
    [samples[n], samples[j]] = [samples[j] as Float32Array, samples[n] as Float32Array];
  }
  for (const x of samples) {
    const odds = forward(x, false, hidden) - forward(x, true, hiddenTurned);
    if (odds > 0) right++;
    const push = rate / (1 + Math.exp(odds));
    for (let h = 0; h < HIDDEN; h++) {
      const up = hidden[h] as number;
      const down = hiddenTurned[h] as number;
      const weight = w2[h] as number;
      const gradUp = push * weight * (1 - up * up);
      const gradDown = push * weight * (1 - down * down);
      w2[h] = weight + push * (up - down);
      b1[h] = (b1[h] as number) + gradUp - gradDown;
      for (let k = 0; k < INPUTS; k++) {
        const at = h * INPUTS + k;
        w1[at] =
          (w1[at] as number) * (1 - rate * 1e-4) +
          gradUp * (x[k] as number) -
          gradDown * (x[INPUTS - 1 - k] as number);
      }
    }
  }
  console.log(`epoch ${epoch + 1}: ${((100 * right) / samples.length).toFixed(1)} % of windows right`);
}

const quantised = (values: Float64Array): { scale: number; text: string } => {
  const scale = Math.max(...values.map(Math.abs)) / 127;
  return {
    scale,
    text: Buffer.from(Int8Array.from(values, (value) => Math.round(value / scale)).buffer).toString('base64'),
  };
};
const first = quantised(w1);
writeFileSync(
  new URL('../src/generated/upright-model.ts', import.meta.url),
  `// Written by scripts/train-upright.ts from ${samples.length} windows of rendered text. Do not edit.

/** Tells upright text from text on its head: ${INPUTS} inputs, ${HIDDEN} hidden units. */
export const UPRIGHT_MODEL: {
  readonly hidden: number;
  readonly scale: number;
  /** Weights of the hidden units, row by row, as base64 of 8-bit integers. */
  readonly weights: string;
  readonly bias: readonly number[];
  readonly out: readonly number[];
} = {
  hidden: ${HIDDEN},
  scale: ${first.scale.toPrecision(6)},
  weights:
    '${first.text}',
  bias: [${[...b1].map((value) => value.toPrecision(5)).join(', ')}],
  out: [${[...w2].map((value) => value.toPrecision(5)).join(', ')}],
};
`,
);
