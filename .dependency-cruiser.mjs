// Who may import whom. Layers are read from each package's `package.json#dossierkit.layer`, so a new package needs no
// edit here. The table itself is in docs/concepts.md.
import { readdirSync, readFileSync } from 'node:fs';

/** Layer → layers of *other* packages that its sources may import. The order within the kernel is in KERNEL. */
const MAY_IMPORT = {
  kernel: [],
  reader: ['kernel'],
  domain: ['kernel'],
  flow: ['kernel', 'domain', 'reader'],
  // Of domain and flow packages a driver may use the ports: types, and the contract suites under `./testing`.
  driver: ['kernel'],
  support: ['kernel'],
};
/** Kernel packages in the order in which they build on each other. */
const KERNEL = ['core', 'doc-raster'];
const LAYERS = [...Object.keys(MAY_IMPORT), 'app'];
/** Layers that must run in a browser as they are: no Node built-ins, except behind a `./node` or `./testing` entry. */
const PURE = ['kernel', 'domain'];

const folder = new URL('packages/', import.meta.url);
const packages = readdirSync(folder).map((name) => {
  const manifest = JSON.parse(readFileSync(new URL(`${name}/package.json`, folder), 'utf8'));
  const layer = manifest.dossierkit?.layer;
  if (!LAYERS.includes(layer)) {
    throw new Error(
      `packages/${name}/package.json: "dossierkit": {"layer": …} must be one of ${LAYERS.join(', ')}`,
    );
  }
  return { name, layer };
});
const named = (layers) => packages.filter(({ layer }) => layers.includes(layer)).map(({ name }) => name);
const anyOf = (names) => (names.length > 0 ? `(${names.join('|')})` : '(?!)');

// Sources as they are published: tests, benchmarks and scripts may import more.
const sources = (name) => `^packages/${name}/src/(?!.*\\.(test|prop\\.test|test-d)\\.ts$)`;

const layerRules = packages
  .filter(({ layer }) => layer in MAY_IMPORT)
  .flatMap(({ name, layer }) => {
    const allowed = [name, ...named(MAY_IMPORT[layer])];
    if (layer === 'kernel') allowed.push(...KERNEL.slice(0, KERNEL.indexOf(name)));
    const forbidden = packages.map((p) => p.name).filter((other) => !allowed.includes(other));
    const ports = layer === 'driver' ? named(['domain', 'flow']) : [];
    return [
      {
        name: `${layer}-imports`,
        comment: `A ${layer} package may import: ${MAY_IMPORT[layer].join(', ') || 'kernel packages before it'}.`,
        severity: 'error',
        from: { path: sources(name) },
        to: {
          path: `^(packages|@dossierkit)/${anyOf(forbidden.filter((other) => !ports.includes(other)))}(/|$)`,
        },
      },
      ports.length > 0 && {
        name: 'driver-imports-ports-only',
        comment:
          'Of domain and flow packages a driver imports types, and contract suites in its own ./testing.',
        severity: 'error',
        from: { path: sources(name), pathNot: '/testing(\\.ts|/)' },
        to: { path: `^(packages|@dossierkit)/${anyOf(ports)}(/|$)`, dependencyTypesNot: ['type-only'] },
      },
    ];
  })
  .filter(Boolean);

export default {
  forbidden: [
    ...layerRules,
    {
      name: 'no-node-built-in',
      comment:
        'Kernel and domain packages run in a browser; Node-only code goes behind a ./node or ./testing entry.',
      severity: 'error',
      from: {
        path: `^packages/${anyOf(named(PURE))}/src/(?!.*\\.(test|prop\\.test|test-d)\\.ts$)`,
        pathNot: '/src/(node|testing|cli|bin)(\\.ts|/)',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-deep-import',
      comment: 'Another package is imported by its name and its entries, never by a path into it.',
      severity: 'error',
      from: { path: '^(packages|examples)/([^/]+)/' },
      to: { path: '^packages/', pathNot: '^packages/$2/', dependencyTypes: ['local'] },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: { path: '^(packages|examples)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/(dist|node_modules)/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['@dossierkit/source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
