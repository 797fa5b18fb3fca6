import type { IntakeStepName } from '@dossierkit/document-intake';

/** Where the milliseconds of one kind of file go. */
export interface KindTimes {
  readonly name: string;
  readonly steps: readonly { readonly name: IntakeStepName; readonly ms: number }[];
}

const COLOURS: Readonly<Record<IntakeStepName, string>> = {
  open: '#7a8794',
  traces: '#b98a2f',
  quality: '#0b7a75',
  zone: '#6a4fb3',
  seal: '#b3456b',
  kind: '#0b5cad',
  agreement: '#3f8f4f',
  registers: '#444',
};
const [LEFT, WIDTH, ROW, TOP] = [210, 560, 44, 54];

/** Bars, one for each kind of file, on a scale that short and long ones fit: the square root of the time. */
export function drawTimes(kinds: readonly KindTimes[]): string {
  const totals = kinds.map(({ steps }) => steps.reduce((sum, { ms }) => sum + ms, 0));
  const most = Math.max(...totals, 1);
  const x = (ms: number): number => LEFT + Math.sqrt(ms / most) * WIDTH;
  const names = [...new Set(kinds.flatMap(({ steps }) => steps.map(({ name }) => name)))];
  const legend = names.map(
    (name, at) =>
      `<rect x="${LEFT + at * 92}" y="16" width="12" height="12" rx="2" fill="${COLOURS[name]}"/><text x="${LEFT + at * 92 + 18}" y="26">${name}</text>`,
  );
  const rows = kinds.map(({ name, steps }, row) => {
    const y = TOP + row * ROW;
    let sum = 0;
    const bars = steps.map((step) => {
      const from = x(sum);
      sum += step.ms;
      return `<rect x="${from.toFixed(1)}" y="${y}" width="${Math.max(0, x(sum) - from).toFixed(1)}" height="22" fill="${COLOURS[step.name]}"><title>${step.name}: ${step.ms} ms</title></rect>`;
    });
    return `<text x="${LEFT - 12}" y="${y + 16}" text-anchor="end">${name}</text>${bars.join('')}<text x="${x(sum) + 8}" y="${y + 16}" class="ms">${sum} ms</text>`;
  });
  const marks = [100, 250, 500, 1000, 2000, 3000].filter((ms) => ms <= most);
  const bottom = TOP + kinds.length * ROW - 8;
  const grid = marks.map(
    (ms) =>
      `<path d="M${x(ms).toFixed(1)} ${TOP - 8}V${bottom}" class="grid"/><text x="${x(ms).toFixed(1)}" y="${bottom + 16}" text-anchor="middle" class="ms">${ms}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 ${bottom + 28}" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="Milliseconds of each step, for each kind of file">
<title>Where the milliseconds go</title>
<style>text{fill:#24303c}.ms{fill:#66727e;font-size:12px}.grid{stroke:#d8dee4}</style><rect width="100%" height="100%" fill="#fff"/>
${[...legend, ...grid, ...rows].join('\n')}
</svg>
`;
}
