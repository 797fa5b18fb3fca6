import { DossierkitError, digestBytesSync } from '@dossierkit/core';
import type { HashOptions } from './entry.js';
import { fromHex } from './internal/bytes.js';

/** Bytes of one hash. */
export const HASH_BYTES = 32;

/**
 * An append-only Merkle tree over leaves, as in Certificate Transparency. Keeps the hash of every complete subtree, so that
 * appending costs one or two hashes and a proof a handful.
 *
 * @see RFC 6962, section 2.1
 */
export interface MerkleTree {
  /** How many leaves there are. */
  readonly size: number;
  /** Appends a leaf; returns its index. */
  append(leaf: Uint8Array): number;
  /** The root over the first `size` leaves. Default: all. */
  root(size?: number): Uint8Array;
  /** The hashes that prove that a leaf is in the tree of the first `size` leaves. Default: all. */
  inclusionProof(index: number, size?: number): Uint8Array[];
  /** The hashes that prove that the tree of `from` leaves is the beginning of the tree of `to`. Default: all. */
  consistencyProof(from: number, to?: number): Uint8Array[];
}

/**
 * Makes an empty {@link MerkleTree}. Its methods throw `audit-trail/out-of-range` for a leaf or size that it does not have.
 */
export function createMerkleTree(options: HashOptions = {}): MerkleTree {
  const hash = treeHash(options);
  /** `levels[l]` holds the hashes of the complete subtrees of 2^l leaves, one after the other. */
  const levels: Level[] = [];
  let size = 0;

  const push = (level: number, node: Uint8Array): void => {
    let row = levels[level];
    if (!row) {
      row = new Level();
      levels[level] = row;
    }
    row.push(node);
    if (row.length % 2 === 0) push(level + 1, hash.node(row.at(row.length - 2), row.at(row.length - 1)));
  };
  /** The hash over the leaves from `start` to before `end`; `start` is where a subtree of that size begins. */
  const range = (start: number, end: number): Uint8Array => {
    const count = end - start;
    const level = 31 - Math.clz32(count);
    if (count === 2 ** level) return (levels[level] as Level).at(start / count);
    const split = splitOf(count);
    return hash.node(range(start, start + split), range(start + split, end));
  };
  const path = (index: number, start: number, end: number): Uint8Array[] => {
    if (end - start === 1) return [];
    const middle = start + splitOf(end - start);
    return index < middle
      ? [...path(index, start, middle), range(middle, end)]
      : [...path(index, middle, end), range(start, middle)];
  };
  const consistency = (from: number, start: number, end: number, whole: boolean): Uint8Array[] => {
    if (from === end) return whole ? [] : [range(start, end)];
    const middle = start + splitOf(end - start);
    return from <= middle
      ? [...consistency(from, start, middle, whole), range(middle, end)]
      : [...consistency(from, middle, end, false), range(start, middle)];
  };
  const need = (holds: boolean): void => {
    if (!holds)
      throw new DossierkitError('audit-trail/out-of-range', `The tree has ${size} leaves`, {
        context: { size },
      });
  };

  return {
    get size() {
      return size;
    },
    append(leaf) {
      push(0, hash.leaf(leaf));
      return size++;
    },
    root(of = size) {
      need(Number.isInteger(of) && of >= 0 && of <= size);
      return of === 0 ? hash.empty() : range(0, of);
    },
    inclusionProof(index, of = size) {
      need(Number.isInteger(index) && index >= 0 && index < of && of <= size);
      return path(index, 0, of);
    },
    consistencyProof(from, to = size) {
      need(Number.isInteger(from) && from >= 0 && from <= to && to <= size);
      return from === 0 || from === to ? [] : consistency(from, 0, to, true);
    },
  };
}

/** The three ways in which RFC 6962 hashes; the prefixes keep a leaf from being passed off as a node. */
export function treeHash({ digest = digestBytesSync }: HashOptions = {}): {
  empty(): Uint8Array;
  leaf(bytes: Uint8Array): Uint8Array;
  node(left: Uint8Array, right: Uint8Array): Uint8Array;
} {
  const pair = new Uint8Array(1 + 2 * HASH_BYTES);
  pair[0] = 1;
  return {
    empty: () => fromHex(digest(new Uint8Array())),
    leaf(bytes) {
      const prefixed = new Uint8Array(bytes.length + 1);
      prefixed.set(bytes, 1);
      return fromHex(digest(prefixed));
    },
    node(left, right) {
      pair.set(left, 1);
      pair.set(right, 1 + HASH_BYTES);
      return fromHex(digest(pair));
    },
  };
}

/** The largest power of two below a count. */
function splitOf(count: number): number {
  return 2 ** (31 - Math.clz32(count - 1));
}

/** Hashes one after the other in one growing piece of memory: 32 bytes each, not 200. */
class Level {
  #bytes = new Uint8Array(HASH_BYTES * 16);
  length = 0;

  push(node: Uint8Array): void {
    const end = this.length * HASH_BYTES;
    if (end === this.#bytes.length) {
      const larger = new Uint8Array(end * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(node, end);
    this.length++;
  }

  at(index: number): Uint8Array {
    return this.#bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
  }
}
