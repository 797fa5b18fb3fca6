// Writes the table of packages into README.md from the packages' own descriptions: `node scripts/write-package-table.mjs`.
// A test fails where the table is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { publicPackages, root } from './packages.mjs';

const START = '<!-- packages: written by scripts/write-package-table.mjs -->';
const END = '<!-- /packages -->';
const LAYERS = ['kernel', 'reader', 'domain', 'flow', 'driver', 'support', 'app'];

/** The README with its table as it should be. */
export function readmeWithTable() {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const layerOf = ({ manifest }) => LAYERS.indexOf(manifest.dossierkit.layer);
  const rows = publicPackages()
    .toSorted((a, b) => layerOf(a) - layerOf(b))
    .map(({ name, manifest }) => `| [\`${name}\`](packages/${name}) | ${manifest.description} |`);
  const table = ['| package | what it is for |', '|---|---|', ...rows].join('\n');
  return readme.replace(new RegExp(`${START}[\\s\\S]*${END}`), `${START}\n${table}\n${END}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(join(root, 'README.md'), readmeWithTable());
}
