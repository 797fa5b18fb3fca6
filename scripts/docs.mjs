// `npm run docs`: the API reference of all packages, from their docstrings, into docs/reference.
import { join } from 'node:path';
import { publicPackages, root } from './packages.mjs';

const { Application } = await import('typedoc');
const entryPoints = publicPackages().flatMap(({ folder, manifest }) =>
  Object.values(manifest.exports)
    .map((entry) => entry['@dossierkit/source'])
    .filter(Boolean)
    .map((source) => join(folder, source)),
);
const app = await Application.bootstrap({
  name: 'Dossierkit',
  entryPoints,
  tsconfig: join(root, 'tsconfig.json'),
  readme: join(root, 'README.md'),
  excludeInternal: true,
  excludePrivate: true,
  skipErrorChecking: true,
});
const project = await app.convert();
if (!project || app.logger.hasErrors()) process.exit(1);
const out = join(root, 'docs/reference');
await app.generateDocs(project, out);
console.log(
  `docs/reference/index.html describes ${entryPoints.length} entries of ${publicPackages().length} packages`,
);
