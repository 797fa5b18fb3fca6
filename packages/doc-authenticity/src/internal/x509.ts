// The library's dependency injection asks for it, before anything else of it is loaded.
import 'reflect-metadata';

import {
  CRLDistributionPointsExtension,
  X509Certificate,
  X509CertificateGenerator,
  X509Crl,
  X509CrlGenerator,
} from '@peculiar/x509';

export {
  CRLDistributionPointsExtension,
  X509Certificate,
  X509CertificateGenerator,
  X509Crl,
  X509CrlGenerator,
};

/** A certificate from DER or PEM, or `undefined`. */
export function readCertificate(data: Uint8Array | string): X509Certificate | undefined {
  try {
    return new X509Certificate(data as Uint8Array<ArrayBuffer>);
  } catch {
    return undefined;
  }
}

/** The common name, by which seals name their certificate and lists their authority. */
export function commonNameOf(certificate: X509Certificate): string {
  return certificate.subjectName.getField('CN')[0] ?? '';
}

/** Whether `issuer` signed `certificate`. Never throws: an algorithm that WebCrypto lacks is no proof. */
export async function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): Promise<boolean> {
  if (certificate.issuer !== issuer.subject) return false;
  try {
    return await certificate.verify({ publicKey: issuer.publicKey, signatureOnly: true });
  } catch {
    return false;
  }
}

/** Whether a day falls into the validity of a certificate. Both ends count as whole days. */
export function isValidOn(certificate: X509Certificate, day: string): boolean {
  const from = certificate.notBefore.toISOString().slice(0, 10);
  const to = certificate.notAfter.toISOString().slice(0, 10);
  return from <= day && day <= to;
}
