import type { HashOptions } from './entry.js';
import { sameBytes } from './internal/bytes.js';
import { treeHash } from './merkle-tree.js';

/** What an inclusion proof is about. */
export interface InclusionClaim {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/**
 * Whether a leaf is at its index in the tree with this root.
 *
 * @see RFC 9162, section 2.1.3.2
 */
export function isIncluded(claim: InclusionClaim, options: HashOptions = {}): boolean {
  const { leaf, index, size, root, proof } = claim;
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  const hash = treeHash(options);
  let [node, last] = [index, size - 1];
  let result = hash.leaf(leaf);
  for (const sibling of proof) {
    if (last === 0 || sibling.length !== result.length) return false;
    if (node % 2 === 1 || node === last) {
      result = hash.node(sibling, result);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      result = hash.node(result, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && sameBytes(result, root);
}

/** What a consistency proof is about. */
export interface ConsistencyClaim {
  readonly from: { readonly size: number; readonly root: Uint8Array };
  readonly to: { readonly size: number; readonly root: Uint8Array };
  readonly proof: readonly Uint8Array[];
}

/**
 * Whether the later tree begins with the whole earlier one: nothing was changed or taken out between them.
 *
 * @see RFC 9162, section 2.1.4.2
 */
export function isConsistent(claim: ConsistencyClaim, options: HashOptions = {}): boolean {
  const { from, to, proof } = claim;
  if (!isCount(from.size) || !isCount(to.size) || from.size > to.size) return false;
  if (from.size === to.size) return proof.length === 0 && sameBytes(from.root, to.root);
  if (from.size === 0) return proof.length === 0;
  const hash = treeHash(options);
  const isPower = Number.isInteger(Math.log2(from.size));
  const [first, ...rest] = isPower ? [from.root, ...proof] : proof;
  if (!first) return false;
  let [node, last] = [from.size - 1, to.size - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [before, after] = [first, first];
  for (const sibling of rest) {
    if (last === 0 || sibling.length !== before.length) return false;
    if (node % 2 === 1 || node === last) {
      before = hash.node(sibling, before);
      after = hash.node(sibling, after);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      after = hash.node(after, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && sameBytes(before, from.root) && sameBytes(after, to.root);
}

const half = (value: number): number => Math.floor(value / 2);
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
