import { err, ok, type Result } from '@dossierkit/core';
import type { Seal, SealField } from '../seals/seal.js';
import type { SealError, SealProblem } from '../seals/seal-error.js';
import { base32Run, decodeBase32 } from './base32.js';
import { fromBinaryString, textOf, toBase64 } from './bytes.js';
import { dayFromHex } from './seal-dates.js';
import { TWO_D_DOC_NAMES } from './two-d-doc-names.js';
import { fieldSize } from './two-d-doc-sizes.js';

const GS = '\x1d';
const RS = '\x1e';
const US = '\x1f';
/** Characters of a header, by version. */
const HEADER_LENGTH: Readonly<Record<number, number>> = { 1: 22, 2: 22, 3: 24, 4: 26 };
/** Characters of base32 for P-256, P-384 and P-521. */
const SIGNATURE_LENGTHS: readonly number[] = [103, 154, 212];
/** Bytes of the same, which seals of version 1 may carry as they are. */
const RAW_LENGTHS: readonly number[] = [64, 96, 132];

/** Reads a 2D-Doc in text (C40) encoding. `content` has one character a byte. */
export function parseTwoDDocText(content: string): Result<Seal, SealError> {
  const version = Number(/^DC(0[1-4])/.exec(content)?.[1] ?? 0);
  const headerLength = HEADER_LENGTH[version];
  if (headerLength === undefined) {
    return /^DC\d\d/.test(content)
      ? malformed('version')
      : err({ code: 'doc-authenticity/not-a-seal', params: {} });
  }
  const header = content.slice(0, headerLength);
  if (!/^[0-9A-Z]{12}[0-9A-F]{8}[0-9A-Z]+$/.test(header) || header.length !== headerLength) {
    return malformed('header');
  }
  const end = content.indexOf(US, headerLength);
  if (end < 0) return malformed('signature-missing');
  const raw = version === 1 && RAW_LENGTHS.includes(content.length - end - 1);
  const signatureLength = raw ? content.length - end - 1 : base32Run(content, end + 1);
  if (!raw && !SIGNATURE_LENGTHS.includes(signatureLength)) return malformed('signature-length');
  const afterSignature = end + 1 + signatureLength;
  const written = content.slice(end + 1, afterSignature);
  const signature = raw ? fromBinaryString(written) : decodeBase32(written);
  if (!signature) return malformed('signature-encoding');
  const rest = content.slice(afterSignature);
  if (rest !== '' && (version < 4 || !rest.startsWith(GS))) return malformed('trailing-data');
  return ok({
    family: '2d-doc',
    version,
    encoding: 'text',
    authority: header.slice(4, 8),
    certificate: header.slice(8, 12),
    country: version === 4 ? header.slice(24, 26) : null,
    issuedOn: dayFromHex(header.slice(12, 16)),
    signedOn: dayFromHex(header.slice(16, 20)),
    documentType: header.slice(20, 22),
    perimeter: version >= 3 ? header.slice(22, 24) : null,
    fields: parseFields(content.slice(headerLength, end)),
    unsignedFields: parseFields(rest),
    signedBytes: toBase64(fromBinaryString(content.slice(0, end))),
    signature: toBase64(signature),
  });
}

/** Never fails: what cannot be told apart is kept as the value of one field. */
function parseFields(message: string): SealField[] {
  const fields: SealField[] = [];
  let at = 0;
  while (at < message.length) {
    // Some issuers put a separator behind fixed fields too.
    if (message[at] === GS) {
      at++;
      continue;
    }
    const id = message.slice(at, at + 2);
    const value = readValue(message, at + 2, fieldSize(id));
    fields.push({
      id: textOf(id),
      name: TWO_D_DOC_NAMES[id] ?? null,
      value: textOf(value.text),
      truncated: value.truncated,
      known: fieldSize(id) !== undefined,
      wellFormed: id.length === 2 && value.wellFormed,
    });
    at = value.next;
  }
  return fields;
}

function readValue(message: string, from: number, size: ReturnType<typeof fieldSize>) {
  let separator = from;
  while (separator < message.length && message[separator] !== GS && message[separator] !== RS) separator++;
  const length = separator - from;
  if (size && length > size.max) {
    return {
      text: message.slice(from, from + size.max),
      next: from + size.max,
      truncated: false,
      wellFormed: true,
    };
  }
  const truncated = message[separator] === RS;
  const wellFormed = !size?.fixed || length === size.max || truncated;
  const next = Math.min(separator + 1, message.length);
  return { text: message.slice(from, separator), next, truncated, wellFormed };
}

function malformed(problem: SealProblem): Result<never, SealError> {
  return err({ code: 'doc-authenticity/seal-malformed', params: { problem } });
}
