import { addDays, plainDate } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { parseTrustList } from '../src/index.js';
import { toBase64 } from '../src/internal/bytes.js';
import { X509CertificateGenerator } from '../src/internal/x509.js';
import { verifyTrustList } from '../src/node.js';
import { createTestAuthority } from '../src/testing.js';

const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: Uint8Array.of(1, 0, 1),
  modulusLength: 2048,
};
const FILTER2 = 'http://www.w3.org/2002/06/xmldsig-filter2';
const EXC_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const seals = await createTestAuthority({ authority: 'FR98' });

async function createSigner(validTo = '2039-12-31') {
  const keys = await crypto.subtle.generateKey(RSA, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=List signer',
    keys,
    signingAlgorithm: RSA,
    notBefore: new Date('2020-01-01T00:00:00Z'),
    notAfter: new Date(`${validTo}T00:00:00Z`),
  });
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  const privateKey = `-----BEGIN PRIVATE KEY-----\n${toBase64(pkcs8).replace(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----`;
  return { der: new Uint8Array(certificate.rawData), pem: certificate.toString('pem'), privateKey };
}

const signer = await createSigner();

function unsignedList(authority = seals.authority): string {
  return `<?xml version="1.0" encoding="UTF-8"?><tsl:TrustServiceStatusList xmlns:tsl="http://uri.etsi.org/02231/v2#"><tsl:SchemeInformation><tsl:TSLSequenceNumber>7</tsl:TSLSequenceNumber><tsl:SchemeTerritory>FR</tsl:SchemeTerritory><tsl:ListIssueDateTime>2025-08-25T11:00:00Z</tsl:ListIssueDateTime><tsl:NextUpdate><tsl:dateTime>2026-02-25T11:00:00Z</tsl:dateTime></tsl:NextUpdate></tsl:SchemeInformation><tsl:TrustServiceProviderList><tsl:TrustServiceProvider><tsl:TSPInformation><tsl:TSPName><tsl:Name>Operator</tsl:Name></tsl:TSPName><tsl:TSPInformationURI><tsl:URI>https://operator.example/certs</tsl:URI></tsl:TSPInformationURI></tsl:TSPInformation><tsl:TSPServices><tsl:TSPService><tsl:ServiceInformation><tsl:ServiceDigitalIdentity><tsl:DigitalId><tsl:X509Certificate>${toBase64(authority)}</tsl:X509Certificate></tsl:DigitalId></tsl:ServiceDigitalIdentity><tsl:ServiceStatus>http://uri.etsi.org/TrstSvc/Svcstatus/inaccord</tsl:ServiceStatus><tsl:StatusStartingTime>2024-01-01T00:00:00Z</tsl:StatusStartingTime></tsl:ServiceInformation></tsl:TSPService></tsl:TSPServices></tsl:TrustServiceProvider></tsl:TrustServiceProviderList></tsl:TrustServiceStatusList>`;
}

const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';

function sign(
  xml: string,
  by = signer,
  signatureAlgorithm = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
): string {
  const signature = new SignedXml({
    privateKey: by.privateKey,
    publicCert: by.pem,
    signatureAlgorithm,
    canonicalizationAlgorithm: EXC_C14N,
  });
  signature.addReference({
    xpath: '/*',
    isEmptyUri: true,
    transforms: [ENVELOPED, EXC_C14N],
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
  });
  signature.computeSignature(xml, { prefix: 'ds' });
  return signature.getSignedXml();
}

const signed = sign(unsignedList());

describe('verifyTrustList', () => {
  it('reads what the signer signed', async () => {
    const list = await verifyTrustList(signed, { signers: [signer.der] });
    expect(list).toMatchObject({
      ok: true,
      value: {
        sequence: 7,
        signature: 'verified',
        nextUpdate: '2026-02-25T11:00:00.000Z',
        services: [
          {
            authority: 'FR98',
            operator: 'Operator',
            status: 'granted',
            publishedAt: 'https://operator.example/certs',
          },
        ],
      },
    });
  });

  it.each([
    ['another number', (xml: string) => xml.replace('>7<', '>8<')],
    ['another status', (xml: string) => xml.replace('inaccord', 'withdrawn')],
    ['another date', (xml: string) => xml.replace('2026-02-25', '2036-02-25')],
    ['a service more', (xml: string) => xml.replace(/<tsl:TSPService>.*<\/tsl:TSPService>/, '$&$&')],
    [
      'another signature value',
      (xml: string) =>
        xml.replace(/SignatureValue>(.)/, (_, c: string) => `SignatureValue>${c === 'A' ? 'B' : 'A'}`),
    ],
  ])('refuses %s', async (_, change) => {
    expect(await verifyTrustList(change(signed), { signers: [signer.der] })).toMatchObject({
      error: { code: 'doc-authenticity/trust-list-signature', params: { problem: 'broken' } },
    });
  });

  it('refuses a list that wraps the signed one', async () => {
    const wrapped = unsignedList().replace(
      '</tsl:TrustServiceStatusList>',
      `${signed.replace(/<\?xml.*?\?>/, '')}$&`,
    );
    expect(await verifyTrustList(wrapped, { signers: [signer.der] })).toMatchObject({ ok: false });
  });

  it('refuses no signature, weak algorithms, and expressions that could leave out more than the signature', async () => {
    const problemOf = async (xml: string) =>
      JSON.stringify(await verifyTrustList(xml, { signers: [signer.der] }));
    expect(await problemOf(unsignedList())).toContain('missing');
    expect(
      await problemOf(sign(unsignedList(), signer, 'http://www.w3.org/2000/09/xmldsig#rsa-sha1')),
    ).toContain('unsupported');
    const xpath = (expression: string): string =>
      signed.replace(
        `<ds:Transform Algorithm="${ENVELOPED}"/>`,
        `<ds:Transform Algorithm="${FILTER2}"><f:XPath xmlns:f="${FILTER2}" Filter="subtract">${expression}</f:XPath></ds:Transform>`,
      );
    expect(await problemOf(xpath('/descendant::tsl:TSPService'))).toContain('unsupported');
    // Understood, but not what was signed.
    expect(await problemOf(xpath('/descendant::ds:Signature'))).toContain('broken');
  });

  it('refuses a signer that the host does not trust, or whose certificate had run out', async () => {
    const other = await createSigner();
    expect(await verifyTrustList(signed, { signers: [other.der] })).toMatchObject({
      error: { params: { problem: 'signer-unknown' } },
    });
    expect(await verifyTrustList(signed, { signers: [] })).toMatchObject({
      error: { params: { problem: 'signer-unknown' } },
    });
    const old = await createSigner(addDays(plainDate('2025-08-25'), -1));
    expect(await verifyTrustList(sign(unsignedList(), old), { signers: [old.der] })).toMatchObject({
      error: { params: { problem: 'signer-not-valid' } },
    });
  });

  it('refuses document types and entities before anything is expanded', () => {
    const bomb = unsignedList().replace(
      '?>',
      '?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c SYSTEM "file:///etc/hostname">]>',
    );
    expect(parseTrustList(bomb)).toMatchObject({ error: { params: { problem: 'document-type' } } });
  });

  it('leaves out a service whose certificate cannot be read', () => {
    const list = parseTrustList(unsignedList(Uint8Array.of(1, 2, 3)));
    expect(list).toMatchObject({ ok: true, value: { services: [], signature: 'not-checked' } });
  });

  it('never verifies and never throws on what was changed somewhere', async () => {
    for (let i = 0; i < 300; i++) {
      const place = Math.floor((i * signed.length) / 300);
      const other = String.fromCharCode(signed.charCodeAt(place) ^ (1 + (i % 7)));
      const changed = signed.slice(0, place) + other + signed.slice(place + 1);
      const result = await verifyTrustList(changed, { signers: [signer.der] });
      // A change that canonicalisation removes is none: what was read is still what was signed.
      if (result.ok) expect(result).toEqual(await verifyTrustList(signed, { signers: [signer.der] }));
    }
  });
});
