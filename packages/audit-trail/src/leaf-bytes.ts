import { canonicalJson } from '@dossierkit/core';
import type { AuditHead } from './entry.js';
import { utf8 } from './internal/bytes.js';

/** What stands in the tree for a chain: the dossier, how long it was, and its last hash. */
export function leafBytes({ dossier, sequence, hash }: AuditHead): Uint8Array {
  return utf8(canonicalJson({ dossier, sequence, hash }));
}
