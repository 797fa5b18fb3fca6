import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { createMerkleTree, isConsistent, isIncluded } from './index.js';
import { toHex, utf8 } from './internal/bytes.js';

const leaf = (n: number): Uint8Array => utf8(`leaf ${n}`);
const treeOf = (size: number) => {
  const tree = createMerkleTree();
  for (let n = 0; n < size; n++) tree.append(leaf(n));
  return tree;
};
const flip = (bytes: Uint8Array): Uint8Array => bytes.map((byte, at) => (at === 0 ? byte ^ 1 : byte));

describe('the roots of RFC 6962’s own example tree', () => {
  const inputs = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ];
  const roots = [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];
  const tree = createMerkleTree();
  for (const input of inputs) tree.append(Uint8Array.from(Buffer.from(input, 'hex')));

  it.each(roots.map((root, size) => [size, root] as const))('of %i leaves', (size, root) => {
    expect(toHex(tree.root(size))).toBe(root);
  });
});

test.prop([fc.integer({ min: 1, max: 200 }), fc.nat(), fc.nat()], { numRuns: 150 })(
  'every leaf is proved, and no other leaf, place or root',
  (size, pick, spoil) => {
    const tree = treeOf(size);
    const index = pick % size;
    const claim = { leaf: leaf(index), index, size, root: tree.root(), proof: tree.inclusionProof(index) };
    expect(isIncluded(claim)).toBe(true);
    expect(isIncluded({ ...claim, leaf: leaf(size) })).toBe(false);
    expect(isIncluded({ ...claim, root: flip(claim.root) })).toBe(false);
    expect(isIncluded({ ...claim, proof: [...claim.proof, claim.root] })).toBe(false);
    if (size > 1) {
      expect(isIncluded({ ...claim, index: (index + 1) % size })).toBe(false);
      const spoilt = claim.proof.map((hash, at) => (at === spoil % claim.proof.length ? flip(hash) : hash));
      expect(isIncluded({ ...claim, proof: spoilt })).toBe(false);
    }
  },
);

test.prop([fc.integer({ min: 0, max: 150 }), fc.integer({ min: 0, max: 150 })], { numRuns: 150 })(
  'a tree that grew is consistent, and one that was rewritten is not',
  (a, more) => {
    const tree = treeOf(a + more);
    const from = { size: a, root: tree.root(a) };
    const to = { size: a + more, root: tree.root() };
    const proof = tree.consistencyProof(a);
    expect(isConsistent({ from, to, proof })).toBe(true);
    if (a === 0) return;
    expect(isConsistent({ from: { ...from, root: flip(from.root) }, to, proof })).toBe(false);
    expect(isConsistent({ from, to: { ...to, root: flip(to.root) }, proof })).toBe(false);
    const other = createMerkleTree();
    for (let n = 0; n < a + more; n++) other.append(n === a - 1 ? leaf(-1) : leaf(n));
    const rewritten = { size: a + more, root: other.root() };
    expect(isConsistent({ from, to: rewritten, proof: other.consistencyProof(a) })).toBe(false);
  },
);
