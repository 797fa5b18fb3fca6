import { joinBytes } from './bytes.js';

/** SHA-256 in DER: 2.16.840.1.101.3.4.2.1 with NULL parameters. */
const SHA256_ALGORITHM = Uint8Array.of(
  0x30,
  0x0d,
  0x06,
  0x09,
  0x60,
  0x86,
  0x48,
  0x01,
  0x65,
  0x03,
  0x04,
  0x02,
  0x01,
  0x05,
  0x00,
);
/** id-ct-TSTInfo, 1.2.840.113549.1.9.16.1.4, as a DER object identifier. */
const TST_INFO = Uint8Array.of(0x06, 0x0b, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x04);

const SEQUENCE = 0x30;
const OCTET_STRING = 0x04;

/**
 * A TimeStampReq for a SHA-256 digest, asking for the authority's certificate in the answer.
 *
 * @see RFC 3161, section 2.4.1
 */
export function timestampRequest(digest: Uint8Array, nonce: Uint8Array): Uint8Array {
  const version = Uint8Array.of(0x02, 0x01, 0x01);
  const imprint = der(SEQUENCE, joinBytes(SHA256_ALGORITHM, der(OCTET_STRING, digest)));
  // A leading zero keeps the nonce a positive number.
  const number = der(0x02, joinBytes(Uint8Array.of(0), nonce));
  const wantsCertificate = Uint8Array.of(0x01, 0x01, 0xff);
  return der(SEQUENCE, joinBytes(version, imprint, number, wantsCertificate));
}

/** Whether a TimeStampResp grants the request (PKIStatus 0 or 1). */
export function isGranted(response: Uint8Array): boolean {
  const status = read(read(read(response, 0)?.content, 0)?.content, 0);
  return status?.tag === 0x02 && status.content.length === 1 && (status.content[0] as number) <= 1;
}

/**
 * The digest that a time-stamp token is about, found in its TSTInfo; `undefined` where there is none.
 *
 * @see RFC 3161, section 2.4.2
 */
export function imprintOf(token: Uint8Array): Uint8Array | undefined {
  const at = indexOf(token, TST_INFO);
  if (at < 0) return undefined;
  // eContent [0] EXPLICIT OCTET STRING, holding SEQUENCE { version, policy, SEQUENCE { algorithm, OCTET STRING } … }
  const wrapped = read(token, at + TST_INFO.length);
  const info = read(read(wrapped?.content, 0)?.content, 0);
  const imprint = children(info?.content)[2];
  const [algorithm, digest] = children(imprint?.content);
  const isSha256 = algorithm && indexOf(algorithm.content, SHA256_ALGORITHM.subarray(2, 13)) === 0;
  return isSha256 && digest?.tag === OCTET_STRING ? digest.content : undefined;
}

interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly end: number;
}

/** One element of DER with a definite length up to four bytes; `undefined` where the bytes do not hold one. */
function read(bytes: Uint8Array | undefined, at: number): Element | undefined {
  const tag = bytes?.[at];
  const first = bytes?.[at + 1];
  if (!bytes || tag === undefined || first === undefined) return undefined;
  const count = first < 0x80 ? 0 : first & 0x7f;
  if (count > 4 || first === 0x80) return undefined;
  let length = first < 0x80 ? first : 0;
  for (const byte of bytes.subarray(at + 2, at + 2 + count)) length = length * 256 + byte;
  const start = at + 2 + count;
  return start + length <= bytes.length
    ? { tag, content: bytes.subarray(start, start + length), end: start + length }
    : undefined;
}

function children(bytes: Uint8Array | undefined): Element[] {
  const elements: Element[] = [];
  for (let next = read(bytes, 0); next; next = read(bytes, next.end)) elements.push(next);
  return elements;
}

function der(tag: number, content: Uint8Array): Uint8Array {
  return joinBytes(Uint8Array.of(tag, content.length), content);
}

function indexOf(bytes: Uint8Array, wanted: Uint8Array): number {
  for (let at = 0; at + wanted.length <= bytes.length; at++) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return at;
  }
  return -1;
}
