import { timestampFromMs, timestampMs } from '@dossierkit/core';
import { CLOSING, OPENING } from '../office/branch.js';
import { h } from './dom.js';
import type { View } from './view.js';

const WIDTH = 560;
const HEIGHT = 190;
const LEFT = 30;
const BOTTOM = 24;
const TOP = 12;
const HOUR_MS = 3_600_000;

/** Open and late messages over the day, as two lines. */
export function dayChart({ office, texts, format }: View): HTMLElement {
  const [from, to] = [timestampMs(OPENING), timestampMs(CLOSING)];
  const most = Math.max(10, ...office.samples.map(({ open }) => open));
  const x = (ms: number): number => LEFT + ((ms - from) / (to - from)) * (WIDTH - LEFT - 8);
  const y = (count: number): number => HEIGHT - BOTTOM - (count / most) * (HEIGHT - BOTTOM - TOP);
  const line = (of: (sample: (typeof office.samples)[number]) => number): string =>
    office.samples
      .map(
        (sample, index) =>
          `${index === 0 ? 'M' : 'L'}${x(sample.atMs).toFixed(1)} ${y(of(sample)).toFixed(1)}`,
      )
      .join('');
  const hours = Array.from(
    { length: Math.floor((to - from) / HOUR_MS) + 1 },
    (_, hour) => from + hour * HOUR_MS,
  );
  const last = office.samples.at(-1);
  return h(
    'svg',
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      class: 'chart',
      role: 'img',
      'aria-label': `${texts.openNow}: ${last?.open ?? 0}. ${texts.lateNow}: ${last?.late ?? 0}.`,
    },
    [0, most / 2, most].map((count) => [
      h('line', { class: 'grid', x1: LEFT, x2: WIDTH - 8, y1: y(count), y2: y(count) }),
      h('text', { x: LEFT - 6, y: y(count) + 4, 'text-anchor': 'end' }, String(Math.round(count))),
    ]),
    hours
      .filter((_, index) => index % 2 === 0)
      .map((ms) =>
        h('text', { x: x(ms), y: HEIGHT - 6, 'text-anchor': 'middle' }, format.time(timestampFromMs(ms))),
      ),
    h('path', { class: 'open', d: line(({ open }) => open) }),
    h('path', { class: 'late', d: line(({ late }) => late) }),
    h(
      'g',
      { class: 'legend' },
      h('rect', { class: 'open', x: LEFT + 10, y: 4, width: 12, height: 4 }),
      h('text', { x: LEFT + 28, y: 11 }, texts.openNow),
      h('rect', { class: 'late', x: LEFT + 110, y: 4, width: 12, height: 4 }),
      h('text', { x: LEFT + 128, y: 11 }, texts.lateNow),
    ),
  );
}
