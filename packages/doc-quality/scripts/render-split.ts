// Renders specimens with known defects and their labels into a folder, for `pnpm evaluate:inner quality FOLDER`.
//
//   node --import tsx --conditions=@dossierkit/source packages/doc-quality/scripts/render-split.ts FOLDER SEED [originals]
//
// With `originals`, pages without defects only: for counting false alarms. Limits were set on seeds 601 to 620 and on real
// pictures; figures that are quoted come from other seeds.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Defect, listKinds, renderSpecimen, type SpecimenMedium } from '@dossierkit/specimens';

const [folder, first, only] = process.argv.slice(2);
const seed = Number(first);
if (!folder || !Number.isSafeInteger(seed)) throw new Error('usage: render-split.ts FOLDER SEED [originals]');
mkdirSync(folder, { recursive: true });

const WIDTH_PX = 1200;

/** A defect, and the codes that say what is wrong with a page that has it. */
interface Take {
  readonly defect: Defect;
  readonly codes: readonly string[];
  /** Default: photo. */
  readonly medium?: SpecimenMedium;
  /** Whether it is a defect only where the policy expects colour. */
  readonly expectColour?: boolean;
}

/** What goes wrong in front of a camera, as opposed to what the evaluation itself puts on a picture. */
const TAKES: readonly Take[] = [
  { defect: { kind: 'focus-blur', strength: 0.4 }, codes: ['blurred'] },
  ...[0, 45, 90].map((degrees) => ({
    defect: { kind: 'motion-blur', strength: 0.4, degrees } as const,
    codes: ['motion-blurred', 'blurred'],
  })),
  { defect: { kind: 'low-contrast', strength: 0.9 }, codes: ['low-contrast'] },
  { defect: { kind: 'dark', strength: 0.8 }, codes: ['too-dark'] },
  { defect: { kind: 'bright', strength: 1 }, codes: ['too-bright', 'glare', 'low-contrast'] },
  { defect: { kind: 'glare', strength: 0.6 }, codes: ['glare'] },
  { defect: { kind: 'glare', strength: 1 }, codes: ['glare'] },
  { defect: { kind: 'shadow', strength: 1 }, codes: ['uneven-light'] },
  { defect: { kind: 'uneven-light', strength: 1 }, codes: ['uneven-light'] },
  { defect: { kind: 'finger', strength: 0.5 }, codes: ['covered'] },
  { defect: { kind: 'finger', strength: 0.9 }, codes: ['covered'] },
  { defect: { kind: 'screen', strength: 0.5 }, codes: ['screen-photo'] },
  { defect: { kind: 'screen', strength: 1 }, codes: ['screen-photo'] },
  { defect: { kind: 'moire', strength: 0.5 }, codes: ['screen-photo'] },
  { defect: { kind: 'second-document', strength: 1 }, codes: ['several-documents'] },
  { defect: { kind: 'tilt', strength: 0.7 }, codes: ['perspective'] },
  { defect: { kind: 'far-away', strength: 1 }, codes: ['too-small', 'low-resolution'] },
  { defect: { kind: 'low-resolution', strength: 1 }, codes: ['low-resolution', 'blurred'] },
  { defect: { kind: 'jpeg', strength: 1 }, codes: ['compressed'] },
  { defect: { kind: 'black-and-white', strength: 1 }, codes: ['colourless'], expectColour: true },
  { defect: { kind: 'crop', strength: 0.25 }, codes: ['cut-off'] },
  { defect: { kind: 'crop', strength: 0.5 }, codes: ['cut-off'] },
  { defect: { kind: 'rotate', degrees: 90 }, codes: ['turned'] },
  { defect: { kind: 'rotate', degrees: 180 }, codes: ['turned'] },
  { defect: { kind: 'rotate', degrees: 270 }, codes: ['turned'], medium: 'scan' },
];

function named(defect: Defect): string {
  if (defect.kind === 'rotate') return `rotate-${defect.degrees}`;
  const direction = defect.degrees === undefined ? '' : `-${defect.degrees}`;
  return `${defect.kind}-${defect.strength}${direction}`;
}

const docs: object[] = [];
const spoilt: object[] = [];
for (const kind of listKinds().filter((name) => name !== 'blank')) {
  for (const medium of ['scan', 'photo'] as const) {
    const { bytes, truth } = await renderSpecimen(kind, { seed, medium, widthPx: WIDTH_PX });
    const file = `${kind}-${medium}.jpg`;
    writeFileSync(join(folder, file), bytes);
    docs.push({ file, usable: true, ...(medium === 'photo' ? { corners: truth.corners } : {}) });
  }
  for (const { defect, codes, medium = 'photo', expectColour } of only === 'originals' ? [] : TAKES) {
    const { bytes } = await renderSpecimen(kind, { seed, medium, widthPx: WIDTH_PX, defects: [defect] });
    const file = `${kind}-${named(defect)}.jpg`;
    writeFileSync(join(folder, file), bytes);
    spoilt.push({
      file,
      defect: `specimen: ${named(defect)}`,
      codes,
      ...(expectColour ? { expectColour } : {}),
      ...(defect.kind === 'rotate' ? { quarterTurns: (4 - defect.degrees / 90) % 4 } : {}),
    });
  }
  writeFileSync(join(folder, 'labels.json'), `${JSON.stringify({ docs, spoilt }, null, 1)}\n`);
}
console.log(`${docs.length} usable pictures and ${spoilt.length} spoilt ones in ${folder}`);
