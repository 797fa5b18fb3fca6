// Renders every kind in every medium, and every defect, as pictures to look at: `pnpm contact-sheet [seed]`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listKinds, renderContactSheet, renderSpecimen, type Specimen } from '../src/index.js';

const seed = Number(process.argv[2] ?? 1);
const folder = fileURLToPath(new URL('../out/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const medium of ['pdf', 'scan', 'photo'] as const) {
  const specimens: Specimen[] = [];
  for (const kind of listKinds()) specimens.push(await renderSpecimen(kind, { seed, medium, widthPx: 1000 }));
  const file = join(folder, `${medium}-${seed}.png`);
  writeFileSync(file, await renderContactSheet(specimens, { columns: 6, tilePx: 480 }));
  console.log(file);
}
