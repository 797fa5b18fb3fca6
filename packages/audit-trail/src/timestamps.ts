import { DossierkitError, type Timestamp, timestampFromMs } from '@dossierkit/core';
import { Certificate, ContentInfo, ExtKeyUsage, SignedData, TimeStampResp, TSTInfo } from 'pkijs';
import { type Bytes, fromBase64, utf8 } from './internal/bytes.js';
import type { Testimony, Witness } from './witness.js';

/** Options of {@link createTimestampWitness}. */
export interface TimestampWitnessOptions {
  /** Certificates of the authorities that are trusted, or of whoever issued theirs: PEM, one or several in each text. */
  readonly authorities: readonly string[];
}

/**
 * The witness behind `createTimestampAnchor`: verifies a time-stamp token offline. Passed where the token is about the
 * checkpoint, its signature holds, and the certificate that signed was made for time-stamping and nothing else, valid at that
 * time, and issued by an authority that is trusted here. Inconclusive where it was not valid then, or another authority's:
 * who signed cannot be told.
 *
 * Whether a certificate was revoked later is not asked. Needs the optional peers `pkijs` and `asn1js`.
 *
 * @throws {DossierkitError} `audit-trail/authority-invalid` for text that holds no certificate
 * @see RFC 3161, sections 2.3 and 2.4.2; RFC 5652, section 5.4; RFC 5280, section 6
 */
export function createTimestampWitness({ authorities }: TimestampWitnessOptions): Witness {
  const trusted = authorities.flatMap(certificatesOf);
  return {
    name: 'rfc3161',
    check: ({ token }, note) => verify(fromBase64(token), utf8(note), trusted),
  };
}

const FAILED: Testimony = { outcome: 'failed' };

async function verify(
  token: Bytes | undefined,
  note: Bytes,
  trusted: readonly Certificate[],
): Promise<Testimony> {
  if (!token) return FAILED;
  try {
    const signed = signedDataOf(token);
    const { signatureVerified, signerCertificate } = await signed.verify({
      ...SIGNER,
      data: note.buffer,
    });
    if (!signatureVerified || !signerCertificate || !isForTimestamping(signerCertificate)) return FAILED;
    const isTrusted = await isIssuedBy(trusted, signed, note);
    return isTrusted ? { outcome: 'passed', at: genTimeOf(signed) } : { outcome: 'inconclusive' };
  } catch {
    // The library says with exceptions what does not hold, and also that bytes are no token.
    return FAILED;
  }
}

const SIGNER = { signer: 0, extendedMode: true } as const;

/** Whether a path of certificates that were valid at the token's own time leads to a trusted one. */
async function isIssuedBy(
  trusted: readonly Certificate[],
  signed: SignedData,
  note: Bytes,
): Promise<boolean> {
  const chain = { checkChain: true, trustedCerts: [...trusted] };
  return signed.verify({ ...SIGNER, ...chain, data: note.buffer }).then(
    ({ signerCertificateVerified }) => signerCertificateVerified === true,
    () => false,
  );
}

function signedDataOf(token: Bytes): SignedData {
  const { timeStampToken } = TimeStampResp.fromBER(token.buffer);
  if (!timeStampToken) throw new TypeError('the authority granted nothing');
  return new SignedData({ schema: new ContentInfo({ schema: timeStampToken.toSchema() }).content });
}

function genTimeOf({ encapContentInfo }: SignedData): Timestamp {
  const content = encapContentInfo.eContent?.getValue() ?? new ArrayBuffer(0);
  return timestampFromMs(TSTInfo.fromBER(content).genTime.getTime());
}

const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** RFC 3161, section 2.3: this purpose, no other, and critical. */
function isForTimestamping({ extensions = [] }: Certificate): boolean {
  const usage = extensions.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE);
  const purposes = usage?.parsedValue instanceof ExtKeyUsage ? usage.parsedValue.keyPurposes : [];
  return usage?.critical === true && purposes.length === 1 && purposes[0] === TIME_STAMPING;
}

const PEM = /-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/g;

function certificatesOf(pem: string): Certificate[] {
  const bodies = [...pem.matchAll(PEM)].map(([, body = '']) => fromBase64(body.replace(/\s+/g, '')));
  try {
    const found = bodies.map((bytes) => Certificate.fromBER((bytes ?? new Uint8Array()).buffer));
    if (found.length > 0) return found;
  } catch {
    // Said below.
  }
  throw new DossierkitError('audit-trail/authority-invalid', 'An authority is given as a certificate in PEM');
}
