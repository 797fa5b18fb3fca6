import type { CodedError, Result, Timestamp } from '@dossierkit/core';

/** What an outside witness gave for a checkpoint. */
export interface AnchorReceipt {
  /** The kind of witness: `file`, `rfc3161`, or one of your own. */
  readonly anchor: string;
  readonly at: Timestamp;
  /** What the witness handed out, base64 or text. */
  readonly token: string;
}

/**
 * A witness outside of the house: once it has seen a checkpoint, the trail up to there cannot be rewritten unnoticed, not
 * even by whoever holds the signing key.
 */
export interface Anchor {
  readonly name: string;
  /** Shows a signed checkpoint to the witness. */
  anchor(
    note: string,
    options: { readonly at: Timestamp; readonly signal?: AbortSignal },
  ): Promise<Result<AnchorReceipt, CodedError>>;
}
