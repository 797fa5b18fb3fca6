// Renders every kind in every medium, and every defect, as pictures to look at: `pnpm contact-sheet [seed]`. With
// `--readme` the picture of the README is written as well.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import {
  listKinds,
  renderContactSheet,
  renderSpecimen,
  type Specimen,
  type StrengthDefectKind,
} from '../src/index.js';

const DEFECTS: readonly StrengthDefectKind[] = [
  'focus-blur',
  'motion-blur',
  'glare',
  'shadow',
  'uneven-light',
  'moire',
  'screen',
  'noise',
  'jpeg',
  'low-resolution',
  'crop',
  'tilt',
  'dark',
  'bright',
  'low-contrast',
  'finger',
  'far-away',
  'second-document',
  'black-and-white',
  'crumpled',
];

const seed = Number(process.argv.slice(2).find((argument) => !argument.startsWith('-')) ?? 1);
const folder = fileURLToPath(new URL('../out/', import.meta.url));

async function kindsAs(medium: 'pdf' | 'scan' | 'photo'): Promise<Specimen[]> {
  const specimens: Specimen[] = [];
  for (const [at, kind] of listKinds().entries())
    specimens.push(await renderSpecimen(kind, { seed: seed + at, medium, widthPx: 1100 }));
  return specimens;
}

async function defects(): Promise<Specimen[]> {
  const specimens: Specimen[] = [];
  for (const [at, kind] of DEFECTS.entries()) {
    for (const strength of [0.35, 0.9]) {
      const paper = at % 2 === 0 ? 'passport' : 'fr-payslip';
      specimens.push(
        await renderSpecimen(paper, {
          seed: seed + at,
          medium: 'photo',
          widthPx: 1000,
          defects: [{ kind, strength }],
        }),
      );
    }
  }
  return specimens;
}

async function write(name: string, specimens: readonly Specimen[], columns: number): Promise<void> {
  const file = join(folder, `${name}-${seed}.png`);
  writeFileSync(file, await renderContactSheet(specimens, { columns, tilePx: 440 }));
  console.log(file);
}

mkdirSync(folder, { recursive: true });
for (const medium of ['pdf', 'scan', 'photo'] as const) await write(medium, await kindsAs(medium), 6);
await write('defects', await defects(), 6);

if (process.argv.includes('--readme')) {
  const shown = (await kindsAs('photo')).slice(0, 24);
  const sheet = await renderContactSheet(shown, { columns: 6, tilePx: 270 });
  const file = fileURLToPath(new URL('../docs/contact-sheet.webp', import.meta.url));
  await sharp(sheet).webp({ quality: 72 }).toFile(file);
  console.log(file);
}
