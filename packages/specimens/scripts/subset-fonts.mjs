// Cuts the fonts down to the letters that the specimens use: `node scripts/subset-fonts.mjs <node_modules>`.
// The folder must hold `subset-font` and the `@expo-google-fonts/*` packages named below (TTF files, SIL OFL 1.1, none with
// a reserved name); they are not dependencies of this package, because they weigh 50 MB and are needed only here.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = resolve(process.argv[2] ?? 'node_modules');
const subsetFont = createRequire(join(source, 'x.js'))('subset-font');
const target = fileURLToPath(new URL('../assets/fonts/', import.meta.url));

const FILES = [
  ['inter', 'Inter', '400Regular', '700Bold'],
  ['roboto', 'Roboto', '400Regular', '700Bold'],
  ['open-sans', 'OpenSans', '400Regular', '700Bold'],
  ['work-sans', 'WorkSans', '400Regular', '700Bold'],
  ['libre-franklin', 'LibreFranklin', '400Regular', '700Bold'],
  ['archivo-narrow', 'ArchivoNarrow', '400Regular', '700Bold'],
  ['noto-serif', 'NotoSerif', '400Regular', '700Bold'],
  ['eb-garamond', 'EBGaramond', '400Regular', '700Bold'],
  ['courier-prime', 'CourierPrime', '400Regular', '700Bold'],
  ['roboto-mono', 'RobotoMono', '400Regular', '700Bold'],
  ['caveat', 'Caveat', '400Regular'],
];

const range = (from, to) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i));
// Latin-1, Latin Extended-A, Romanian comma letters, capital sharp s, dashes, quotes, bullet, ellipsis, euro, numero,
// arrows, boxes. Arabic and Cyrillic are not printed on the specimens.
const letters = `${range(0x20, 0x7e)}${range(0xa0, 0x17f)}ȘșȚțẞ–—‘’‚“”„†•…‰‹›€№™−≤≥→■□▪●✓✗\u2009\u202f`;

for (const [folder, family, ...weights] of FILES) {
  mkdirSync(target, { recursive: true });
  for (const weight of weights) {
    const from = join(source, '@expo-google-fonts', folder, weight, `${family}_${weight}.ttf`);
    const cut = await subsetFont(readFileSync(from), letters, {
      targetFormat: 'sfnt',
      noHinting: true,
      noLayoutClosure: true,
    });
    const bold = weight === '700Bold' ? '-bold' : '';
    writeFileSync(join(target, `${folder}${bold}.ttf`), cut);
    console.log(`${folder}${bold}.ttf ${cut.length} bytes`);
  }
  copyFileSync(
    join(source, '@expo-google-fonts', folder, 'LICENSE_FONT'),
    join(target, `${folder}.LICENSE.txt`),
  );
}
