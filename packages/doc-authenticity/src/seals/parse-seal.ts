import { err, type Result } from '@dossierkit/core';
import { parseBinarySeal } from '../internal/binary-seal.js';
import { toBinaryString } from '../internal/bytes.js';
import { parseTwoDDocText } from '../internal/two-d-doc-text.js';
import type { Seal } from './seal.js';
import type { SealError } from './seal-error.js';

/** More than the largest DataMatrix holds. */
const MAX_BYTES = 4096;

/**
 * Reads a visible digital seal from the content of a barcode. Nothing is verified yet: see `verifySeal`.
 *
 * @param content bytes as the barcode holds them; text is taken as UTF-8. Separators (GS, RS, US) must be the control
 *   characters themselves
 * @returns the seal; `doc-authenticity/not-a-seal` where it is something else; `doc-authenticity/seal-malformed` where it
 *   begins like a seal and then breaks the specification. Unknown fields are kept and are no error
 * @example
 * const seal = parseSeal(barcode.bytes);
 * @see France Titres (ANTS), Spécifications techniques des codes à barres 2D-Doc, edition 3.3.9
 */
export function parseSeal(content: Uint8Array | string): Result<Seal, SealError> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  if (bytes.length > MAX_BYTES) {
    return err({ code: 'doc-authenticity/seal-malformed', params: { problem: 'too-long' } });
  }
  if (bytes[0] === 0x44 && bytes[1] === 0x43) return parseTwoDDocText(toBinaryString(bytes));
  return parseBinarySeal(bytes);
}
