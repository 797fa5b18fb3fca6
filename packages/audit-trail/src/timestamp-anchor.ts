import { codedError, err, ok } from '@dossierkit/core';
import type { Anchor } from './anchor.js';
import { type Bytes, sameBytes, toBase64, utf8 } from './internal/bytes.js';
import { imprintOf, isGranted, timestampRequest } from './internal/timestamp-token.js';
import type { Witness } from './witness.js';

/** What {@link createTimestampAnchor} needs to reach an authority. */
export interface TimestampAnchorOptions {
  /** The authority's address. */
  readonly url: string;
  /** How to reach it; the platform's own, or one with limits and retries. */
  readonly fetch: typeof fetch;
  /**
   * Who verifies the token at once: `createTimestampWitness` of `@dossierkit/audit-trail/timestamps`. Default: nobody; then only
   * what the token is about is looked at.
   */
  readonly witness?: Witness;
}

/**
 * An anchor that has checkpoints time-stamped by an authority.
 *
 * Its errors: `audit-trail/authority-unreachable`, `audit-trail/authority-refused` (also where the token is about something
 * else, or its witness does not believe it).
 *
 * @see RFC 3161, Time-Stamp Protocol, section 3.4 (over HTTP)
 */
export function createTimestampAnchor({ url, fetch, witness }: TimestampAnchorOptions): Anchor {
  return {
    name: 'rfc3161',
    async anchor(note, { at, signal }) {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(note)));
      const body = timestampRequest(digest, crypto.getRandomValues(new Uint8Array(8))) as Bytes;
      const headers = { 'content-type': 'application/timestamp-query' };
      const token = await ask(() =>
        fetch(url, { method: 'POST', headers, body, ...(signal ? { signal } : {}) }),
      );
      if (!token) return err(codedError('audit-trail/authority-unreachable', {}));
      const refused = err(codedError('audit-trail/authority-refused', {}));
      const imprint = imprintOf(token);
      if (!isGranted(token) || !imprint || !sameBytes(imprint, digest)) return refused;
      const receipt = { anchor: 'rfc3161', at, token: toBase64(token) };
      const testimony = await witness?.check(receipt, note);
      return testimony && testimony.outcome !== 'passed' ? refused : ok(receipt);
    },
  };
}

async function ask(send: () => Promise<Response>): Promise<Uint8Array | undefined> {
  try {
    const response = await send();
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}
