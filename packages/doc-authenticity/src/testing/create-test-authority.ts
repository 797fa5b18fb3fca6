import { addDays, dayNumber, type PlainDate, plainDate } from '@dossierkit/core';
import { encodeBase32 } from '../internal/base32.js';
import { fromBinaryString, toBinaryString } from '../internal/bytes.js';
import { fieldSize } from '../internal/two-d-doc-sizes.js';
import {
  CRLDistributionPointsExtension,
  type X509Certificate,
  X509CertificateGenerator,
  X509CrlGenerator,
} from '../internal/x509.js';

/** Options of {@link createTestAuthority}. */
export interface TestAuthorityOptions {
  /** The name of the authority, four characters. Default: `XX01`. */
  readonly authority?: string;
  /** The name of the certificate, four characters. Default: `TEST`. */
  readonly certificate?: string;
  /** Default: `P-256`. */
  readonly curve?: 'P-256' | 'P-384' | 'P-521';
  /** Both certificates are valid from here. Default: 2020-01-01. */
  readonly validFrom?: PlainDate;
  /** Until this day, inclusive. Default: 2039-12-31. */
  readonly validTo?: PlainDate;
}

/** Identifier and value, in the order of the seal. */
export type SealDraftFields = readonly (readonly [id: string, value: string])[];

/** What a seal shall say. */
export interface SealDraft {
  readonly version?: 1 | 2 | 3 | 4;
  /** Default: `04`, a French tax notice. */
  readonly documentType?: string;
  readonly issuedOn?: PlainDate;
  readonly signedOn: PlainDate;
  readonly fields: SealDraftFields;
  /** Fields behind the signature; version 4 only. */
  readonly unsignedFields?: SealDraftFields;
}

/** An authority of your own that issues seals for tests. Its keys live as long as the object. */
export interface TestAuthority {
  /** For `createTrustStore({ authorities })`: DER. */
  readonly authority: Uint8Array;
  /** For `createTrustStore({ certificates })`: DER. */
  readonly certificate: Uint8Array;
  /** A 2D-Doc in text encoding, signed: the content of a DataMatrix. */
  issueSeal(draft: SealDraft): Promise<string>;
  /** The bytes of a binary seal: `unsigned` is header and message, the signature is added. */
  signBinarySeal(unsigned: Uint8Array): Promise<Uint8Array>;
  /** A revocation list (DER), which revokes the certificate where asked to. */
  issueRevocationList(on: PlainDate, options?: { readonly revoked?: boolean }): Promise<Uint8Array>;
}

const HASHES = { 'P-256': 'SHA-256', 'P-384': 'SHA-384', 'P-521': 'SHA-512' } as const;

/**
 * Makes an authority with keys of its own, so that integrators can test with seals whose every field they know.
 *
 * @example
 * const authority = await createTestAuthority();
 * const content = await authority.issueSeal({ signedOn, fields: [['45', '2025'], ['41', '42000']] });
 */
export async function createTestAuthority(options: TestAuthorityOptions = {}): Promise<TestAuthority> {
  const { authority = 'XX01', certificate = 'TEST', curve = 'P-256' } = options;
  const { validFrom = plainDate('2020-01-01'), validTo = plainDate('2039-12-31') } = options;
  const dates = { notBefore: new Date(`${validFrom}T00:00:00Z`), notAfter: new Date(`${validTo}T23:59:59Z`) };
  const caAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const { subtle } = globalThis.crypto;
  const caKeys = await subtle.generateKey(caAlgorithm, true, ['sign', 'verify']);
  const ca = await X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: `CN=${authority}, O=Test authority`,
    signingAlgorithm: caAlgorithm,
    keys: caKeys,
    ...dates,
  });
  const keys = await subtle.generateKey({ name: 'ECDSA', namedCurve: curve }, true, ['sign', 'verify']);
  const leaf = await X509CertificateGenerator.create({
    serialNumber: '02',
    subject: `CN=${certificate}, O=Test issuer`,
    issuer: ca.subject,
    signingAlgorithm: caAlgorithm,
    publicKey: keys.publicKey,
    signingKey: caKeys.privateKey,
    extensions: [new CRLDistributionPointsExtension(['https://authority.example/seals.crl'])],
    ...dates,
  });
  const sign = async (data: string): Promise<Uint8Array> => {
    const algorithm = { name: 'ECDSA', hash: HASHES[curve] };
    return new Uint8Array(await subtle.sign(algorithm, keys.privateKey, fromBinaryString(data)));
  };
  return {
    authority: new Uint8Array(ca.rawData),
    certificate: new Uint8Array(leaf.rawData),
    async issueSeal(draft) {
      const unsigned = toBinaryString(
        new TextEncoder().encode(headerOf(draft, authority, certificate) + messageOf(draft.fields)),
      );
      const signature = encodeBase32(await sign(unsigned));
      const annex = draft.unsignedFields ? `\x1d${messageOf(draft.unsignedFields)}` : '';
      return `${new TextDecoder().decode(fromBinaryString(unsigned))}\x1f${signature}${annex}`;
    },
    async signBinarySeal(unsigned) {
      const signature = await sign(toBinaryString(unsigned));
      const length = signature.length < 128 ? [signature.length] : [0x81, signature.length];
      return Uint8Array.of(...unsigned, 0xff, ...length, ...signature);
    },
    issueRevocationList: (on, { revoked = false } = {}) =>
      revocationList(ca, leaf, caKeys.privateKey, on, revoked),
  };
}

async function revocationList(
  ca: X509Certificate,
  leaf: X509Certificate,
  signingKey: CryptoKey,
  on: PlainDate,
  revoked: boolean,
): Promise<Uint8Array> {
  const thisUpdate = new Date(`${on}T00:00:00Z`);
  const list = await X509CrlGenerator.create({
    issuer: ca.subject,
    thisUpdate,
    nextUpdate: new Date(`${addDays(on, 7)}T00:00:00Z`),
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' } as EcdsaParams,
    signingKey,
    entries: revoked ? [{ serialNumber: leaf.serialNumber, revocationDate: thisUpdate }] : [],
  });
  return new Uint8Array(list.rawData);
}

function headerOf(draft: SealDraft, authority: string, certificate: string): string {
  const { version = 4, issuedOn, signedOn, documentType = '04' } = draft;
  const start = `DC0${version}${authority}${certificate}${issuedOn ? hexDay(issuedOn) : 'FFFF'}${hexDay(signedOn)}`;
  return `${start}${documentType}${version >= 3 ? '01' : ''}${version === 4 ? 'FR' : ''}`;
}

function hexDay(day: PlainDate): string {
  const days = dayNumber(day) - dayNumber(plainDate('2000-01-01'));
  return days.toString(16).toUpperCase().padStart(4, '0');
}

function messageOf(fields: SealDraftFields): string {
  return fields
    .map(([id, value]) => {
      const size = fieldSize(id);
      return `${id}${value}${size?.fixed && value.length === size.max ? '' : '\x1d'}`;
    })
    .join('');
}
