import { describe, expect, it } from 'vitest';
import { type Dossier, parseDossier } from './index.js';
import { walk } from './internal/walk.js';
import { sampleProduct } from './testing.js';

const product = sampleProduct();
const { dossier } = walk([], product);

describe('parseDossier', () => {
  it('reads what was stored', () => {
    expect(parseDossier(structuredClone(dossier), { product })).toEqual({ ok: true, value: dossier });
  });

  it.each<[string, object]>([
    ['machine.id', { machine: { ...dossier.machine, id: 'other/machine' } }],
    ['machine.version', { machine: { ...dossier.machine, version: 2 } }],
    ['machine.digest', { machine: { ...dossier.machine, digest: '0'.repeat(64) } }],
    ['state', { state: 'sleeping' }],
    ['timers.expire', { timers: { expire: '2030-01-01T00:00:00.000Z' } }],
    ['timers.expire', { timers: {} }],
    ['answers.amount', { answers: { amount: null } }],
    ['submissions', { submissions: 'none' }],
  ])('refuses a stored dossier with another %s', (path, changes) => {
    const stored = { ...dossier, ...changes } as Dossier;
    expect(parseDossier(stored, { product })).toMatchObject({
      ok: false,
      error: { code: 'dossier-state/snapshot-foreign', params: { path } },
    });
  });

  it('refuses a dossier of another version of the product', () => {
    expect(parseDossier(dossier, { product: sampleProduct({ version: 'next' }) })).toMatchObject({
      error: { code: 'dossier-state/product-mismatch' },
    });
  });
});
