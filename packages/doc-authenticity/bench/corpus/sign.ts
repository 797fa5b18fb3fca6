import type { LoadTool } from './edit.js';

// biome-ignore lint/suspicious/noExplicitAny: the tools' own types are not at hand
type Tool = any;

let p12: Buffer | undefined;

/** A certificate of our own making, for nothing but this. */
async function createP12(load: LoadTool): Promise<Buffer> {
  const forge = (await load<Tool>('node-forge')).default;
  const keys = forge.pki.rsa.generateKeyPair(1024);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = '01';
  certificate.validity.notBefore = new Date('2025-01-01');
  certificate.validity.notAfter = new Date('2045-01-01');
  const name = [{ name: 'commonName', value: 'Specimen' }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  const asn1 = forge.pkcs12.toPkcs12Asn1(keys.privateKey, certificate, '', { algorithm: '3des' });
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary');
}

/** Signs a file electronically, as issuers do, with @signpdf. */
export async function signPdf(load: LoadTool, bytes: Uint8Array): Promise<Uint8Array> {
  p12 ??= await createP12(load);
  const { plainAddPlaceholder } = await load<Tool>('@signpdf/placeholder-plain');
  const { P12Signer } = await load<Tool>('@signpdf/signer-p12');
  const { SignPdf } = await load<Tool>('@signpdf/signpdf');
  // It reads plain tables of cross-references only.
  const { PDFDocument } = await load<Tool>('pdf-lib');
  const header = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const isLinearised = header.includes('/Linearized');
  const plain = isLinearised
    ? bytes
    : await (await PDFDocument.load(bytes, { updateMetadata: false })).save({ useObjectStreams: false });
  const prepared = plainAddPlaceholder({
    pdfBuffer: Buffer.from(plain),
    reason: 'issued',
    contactInfo: '',
    name: 'Specimen',
    location: '',
    signingTime: new Date('2026-06-01T08:00:00Z'),
  });
  return new SignPdf().sign(prepared, new P12Signer(p12, { passphrase: '' }));
}
