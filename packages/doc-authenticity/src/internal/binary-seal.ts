import { err, ok, type PlainDate, type Result } from '@dossierkit/core';
import type { Seal, SealFamily, SealField } from '../seals/seal.js';
import type { SealError, SealProblem } from '../seals/seal-error.js';
import { textOf, toBase64, toBinaryString, toHex } from './bytes.js';
import { decodeC40 } from './c40.js';
import { dayFromBytes } from './seal-dates.js';
import { vdsMeaning } from './vds-fields.js';

const MAGIC = 0xdc;
const SIGNATURE_TAG = 0xff;
/** Bytes of r and s for P-256, P-384 and P-521. */
const SIGNATURE_LENGTHS: readonly number[] = [64, 96, 132];

interface Header {
  readonly family: SealFamily;
  readonly version: number;
  readonly country: string;
  readonly authority: string;
  readonly certificate: string;
  readonly issuedOn: PlainDate | null;
  readonly signedOn: PlainDate | null;
  readonly documentType: string;
  readonly perimeter: string | null;
  readonly length: number;
}

/**
 * Reads the binary seals: 2D-Doc version 4 and the VDS of ICAO and BSI, which share magic number, dates and containers.
 *
 * @see ICAO Doc 9303 part 13 (2021), sections 2.3 and 2.4; BSI TR-03137 part 1
 */
export function parseBinarySeal(bytes: Uint8Array): Result<Seal, SealError> {
  if (bytes[0] !== MAGIC) return err({ code: 'doc-authenticity/not-a-seal', params: {} });
  const header = readHeader(bytes);
  if (typeof header === 'string') return malformed(header);
  const fields: SealField[] = [];
  let at = header.length;
  for (;;) {
    const item = readItem(bytes, at);
    if (!item) return malformed(at >= bytes.length ? 'signature-missing' : 'message');
    if (item.tag === SIGNATURE_TAG) {
      if (!SIGNATURE_LENGTHS.includes(item.value.length)) return malformed('signature-length');
      if (item.next !== bytes.length) return malformed('trailing-data');
      const { length: _, ...facts } = header;
      return ok({
        ...facts,
        encoding: 'binary',
        fields,
        unsignedFields: [],
        signedBytes: toBase64(bytes.subarray(0, at)),
        signature: toBase64(item.value),
      });
    }
    fields.push(
      header.family === 'vds'
        ? vdsField(header.documentType, item.tag, item.value)
        : fieldOf(item.tag, item.value),
    );
    at = item.next;
  }
}

function readHeader(bytes: Uint8Array): Header | SealProblem {
  if (bytes.length < 18) return 'header';
  const version = bytes[1];
  if (version === 0x04) return readFixedHeader(bytes, '2d-doc', 4, 19);
  if (version === 0x02) return readFixedHeader(bytes, 'vds', 3, 18);
  if (version === 0x03) return readVdsV4Header(bytes);
  return 'version';
}

/** Country in 2 bytes, then authority (4) and certificate (5) as nine characters in 6 bytes. */
function readFixedHeader(bytes: Uint8Array, family: SealFamily, version: number, length: number) {
  const signer = decodeC40(bytes.subarray(4, 10));
  if (signer === undefined || bytes.length < length) return 'header';
  return readTail(bytes, 10, {
    family,
    version,
    length,
    authority: signer.slice(0, 4),
    certificate: signer.slice(4),
  });
}

/** Version 4 of VDS: two hexadecimal characters after the authority say how long the certificate's name is. */
function readVdsV4Header(bytes: Uint8Array): Header | SealProblem {
  const start = decodeC40(bytes.subarray(4, 8));
  if (start === undefined || !/^[0-9A-Z]{4}[0-9A-F]{2}$/.test(start)) return 'header';
  const size = Number.parseInt(start.slice(4), 16);
  const from = 8;
  const to = from + Math.ceil(size / 3) * 2;
  const certificate = decodeC40(bytes.subarray(from, to));
  if (certificate?.trimEnd().length !== size) return 'header';
  const signer = { authority: start.slice(0, 4), certificate: certificate.trimEnd() };
  return readTail(bytes, to, { family: 'vds', version: 4, length: to + 8, ...signer });
}

type HeaderStart = Pick<Header, 'family' | 'version' | 'length' | 'authority' | 'certificate'>;

function readTail(bytes: Uint8Array, at: number, start: HeaderStart): Header | SealProblem {
  const country = decodeC40(bytes.subarray(2, 4))?.trim();
  if (!country || bytes.length < start.length) return 'header';
  const rest = bytes.subarray(at + 6, start.length);
  const isTwoDDoc = start.family === '2d-doc';
  return {
    ...start,
    certificate: start.certificate.trim(),
    country,
    issuedOn: dayFromBytes(bytes.subarray(at, at + 3)),
    signedOn: dayFromBytes(bytes.subarray(at + 3, at + 6)),
    documentType: toHex(isTwoDDoc ? rest.subarray(0, 1) : rest),
    perimeter: isTwoDDoc ? toHex(rest.subarray(1)) : null,
  };
}

/** Tag, length as in DER (at most two length bytes), value. */
function readItem(bytes: Uint8Array, at: number) {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || first > 0x82 || first === 0x80) return undefined;
  const lengthBytes = first > 0x80 ? first - 0x80 : 0;
  let length = lengthBytes === 0 ? first : 0;
  for (let i = 0; i < lengthBytes; i++) length = length * 256 + (bytes[at + 2 + i] ?? Number.NaN);
  const from = at + 2 + lengthBytes;
  const next = from + length;
  return next <= bytes.length ? { tag, value: bytes.subarray(from, next), next } : undefined;
}

function fieldOf(tag: number, value: Uint8Array): SealField {
  const isText = value.length > 0 && value.every((byte) => byte >= 0x20 && byte < 0x7f);
  return {
    id: toHex(Uint8Array.of(tag)),
    name: null,
    value: isText ? textOf(toBinaryString(value)) : toHex(value),
    truncated: false,
    known: false,
    wellFormed: true,
  };
}

function vdsField(documentType: string, tag: number, value: Uint8Array): SealField {
  const plain = fieldOf(tag, value);
  const meaning = vdsMeaning(documentType, tag);
  if (!meaning) return plain;
  const { name, coding } = meaning;
  const text = coding === 'text' ? textOf(toBinaryString(value)) : decodeC40(value)?.trimEnd();
  if (text === undefined) return { ...plain, name, known: true, wellFormed: false };
  // C40 has no filler character: a space stands for it.
  return { ...plain, name, known: true, value: coding === 'mrz' ? text.replaceAll(' ', '<') : text };
}

function malformed(problem: SealProblem): Result<never, SealError> {
  return err({ code: 'doc-authenticity/seal-malformed', params: { problem } });
}
