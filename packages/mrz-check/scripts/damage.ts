import type { Random } from './random.js';

/** A grey picture that is being damaged, 0 black to 255 white. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly grey: Float32Array;
}

/** Out of focus, or moved while the shutter was open; `sigma` in pixels. */
export function blur({ width, height, grey }: Canvas, sigmaX: number, sigmaY: number): void {
  blurAlong(grey, 1, width, height, sigmaX);
  blurAlong(grey, width, height, width, sigmaY);
}

function blurAlong(grey: Float32Array, step: number, length: number, lines: number, sigma: number): void {
  if (sigma < 0.15) return;
  const radius = Math.max(1, Math.ceil(sigma * 2.5));
  const kernel = Float32Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-0.5 * ((i - radius) / sigma) ** 2),
  );
  const total = kernel.reduce((a, b) => a + b, 0);
  const line = new Float32Array(length);
  const across = step === 1 ? length : 1;
  for (let n = 0; n < lines; n++) {
    const start = n * across;
    for (let i = 0; i < length; i++) line[i] = grey[start + i * step] as number;
    for (let i = 0; i < length; i++) {
      let sum = 0;
      if (i >= radius && i + radius < length) {
        for (let k = 0, at = i - radius; k < kernel.length; k++, at++) {
          sum += (line[at] as number) * (kernel[k] as number);
        }
      } else {
        for (let k = -radius; k <= radius; k++) {
          const at = Math.min(length - 1, Math.max(0, i + k));
          sum += (line[at] as number) * (kernel[k + radius] as number);
        }
      }
      grey[start + i * step] = sum / total;
    }
  }
}

/** The halo that scanners and phones put around ink. */
export function sharpen(canvas: Canvas, amount: number): void {
  const soft = { ...canvas, grey: canvas.grey.slice() };
  blur(soft, 1, 1);
  for (let i = 0; i < canvas.grey.length; i++) {
    const value = canvas.grey[i] as number;
    canvas.grey[i] = limit(value + amount * (value - (soft.grey[i] as number)));
  }
}

export function addNoise({ grey }: Canvas, sigma: number, random: Random): void {
  for (let i = 0; i < grey.length; i++) grey[i] = limit((grey[i] as number) + sigma * random.normal());
}

/** A bright spot that burns out what lies under it, a shadow's edge, or a scratch. */
export function addMark({ width, height, grey }: Canvas, random: Random): void {
  const kind = random.below(3);
  const cx = random.between(0, width);
  const cy = random.between(0, height);
  const angle = random.between(0, Math.PI);
  const ux = Math.cos(angle);
  const uy = Math.sin(angle);
  const size = height * random.between(0.2, 1);
  const strength = random.between(30, 120) * (kind === 1 || random.chance(0.5) ? -1 : 1);
  const thick = random.between(0.4, 1.4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const across = (x - cx) * uy - (y - cy) * ux;
      const i = y * width + x;
      let add = 0;
      if (kind === 0) add = Math.abs(strength) * Math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (size * size));
      else if (kind === 1) add = (strength * 0.6) / (1 + Math.exp((-across * 4) / size));
      else if (Math.abs(across) < thick) add = strength * (1 - Math.abs(across) / thick);
      grey[i] = limit((grey[i] as number) + add);
    }
  }
}

const COSINES = Float32Array.from({ length: 64 }, (_, i) => {
  const u = i >> 3;
  const x = i & 7;
  return (u === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * x + 1) * u * Math.PI) / 16);
});

/** JPEG's loss: every block of 8×8 pixels is transformed, rounded as `quality` (1 to 100) demands, and put back. */
export function compress(canvas: Canvas, quality: number, offset: number): void {
  const scale = quality < 50 ? 50 / quality : 2 - quality / 50;
  const block = new Float32Array(64);
  for (let y = -offset; y < canvas.height; y += 8) {
    for (let x = -offset; x < canvas.width; x += 8) compressBlock(canvas, x, y, block, scale);
  }
}

function compressBlock(canvas: Canvas, left: number, top: number, block: Float32Array, scale: number): void {
  const { width, height, grey } = canvas;
  for (let y = 0; y < 8; y++) {
    for (let x = 0; x < 8; x++) {
      const px = Math.min(width - 1, Math.max(0, left + x));
      const py = Math.min(height - 1, Math.max(0, top + y));
      block[y * 8 + x] = (grey[py * width + px] as number) - 128;
    }
  }
  transform(block, false);
  for (let i = 0; i < 64; i++) {
    const u = i & 7;
    const v = i >> 3;
    const step = Math.max(1, (10 + 7 * (u + v) + (u + v > 8 ? 20 : 0)) * scale);
    block[i] = Math.round((block[i] as number) / step) * step;
  }
  transform(block, true);
  for (let y = Math.max(0, -top); y < 8 && top + y < height; y++) {
    for (let x = Math.max(0, -left); x < 8 && left + x < width; x++) {
      grey[(top + y) * width + left + x] = limit((block[y * 8 + x] as number) + 128);
    }
  }
}

const half = new Float32Array(64);

/** The 8×8 cosine transform, rows then columns; `back` for its inverse. */
function transform(block: Float32Array, back: boolean): void {
  for (const [from, to] of [
    [block, half],
    [half, block],
  ] as const) {
    for (let row = 0; row < 8; row++) {
      for (let u = 0; u < 8; u++) {
        let sum = 0;
        for (let x = 0; x < 8; x++) {
          sum += (from[row * 8 + x] as number) * (COSINES[back ? x * 8 + u : u * 8 + x] as number);
        }
        to[u * 8 + row] = sum;
      }
    }
  }
}

const limit = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : value);
