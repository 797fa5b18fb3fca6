import type { Outcome } from '@dossierkit/core';
import type { AnchorReceipt } from './anchor.js';
import { fromBase64, sameBytes, utf8 } from './internal/bytes.js';
import { imprintOf } from './internal/timestamp-token.js';

/**
 * Whether a receipt is about a checkpoint. Passed: it names the checkpoint's digest. Inconclusive: a witness of a kind that
 * is not known here. The signature of a time-stamping authority is not verified: `openssl ts -verify` does.
 */
export async function checkAnchor({ anchor, token }: AnchorReceipt, note: string): Promise<Outcome> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(note)));
  if (anchor === 'file') {
    const named = fromBase64(token);
    return named && sameBytes(named, digest) ? 'passed' : 'failed';
  }
  if (anchor !== 'rfc3161') return 'inconclusive';
  const imprint = imprintOf(fromBase64(token) ?? new Uint8Array());
  return imprint && sameBytes(imprint, digest) ? 'passed' : 'failed';
}
