import { err, ok, type Result } from '@dossierkit/core';
import type { Element } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';
import { toHex } from '../internal/bytes.js';
import { elementsOf, readXml, textIn } from '../internal/read-xml.js';
import { isIssuedBy, isValidOn, readCertificate, type X509Certificate } from '../internal/x509.js';
import { parseTrustList } from '../trust/parse-trust-list.js';
import type { TrustList, TrustListError } from '../trust/trust-list.js';

const DS = 'http://www.w3.org/2000/09/xmldsig#';
const FILTER2 = 'http://www.w3.org/2002/06/xmldsig-filter2';
const EXC_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
/** No SHA-1, no HMAC, nothing that the standard allows and a list has no reason to use. */
const SIGNATURES: readonly string[] = [
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
];
const DIGESTS: readonly string[] = [
  'http://www.w3.org/2001/04/xmlenc#sha256',
  'http://www.w3.org/2001/04/xmlenc#sha512',
];

/** Options of {@link verifyTrustList}. */
export interface VerifyTrustListOptions {
  /**
   * Certificates (DER or PEM) that may sign the list, or that issued the certificate which signs it. Get them from the
   * authority on another way than the list itself.
   */
  readonly signers: readonly (Uint8Array | string)[];
}

/**
 * Reads a list of trusted services and verifies its own XML signature.
 *
 * The signature must cover the whole list but itself, by exclusive canonicalisation, RSA and SHA-256 or better; what is
 * returned is read from the signed bytes and from nothing else. The signer's certificate must be one of `signers` or
 * issued by one of them, and valid on the day the list was issued.
 *
 * @returns the list with `signature: 'verified'`, `doc-authenticity/trust-list-signature` or
 *   `doc-authenticity/trust-list-malformed`
 * @see W3C XML Signature Syntax and Processing (2nd edition); ETSI TS 119 612, section 5.7
 */
export async function verifyTrustList(
  xml: string,
  options: VerifyTrustListOptions,
): Promise<Result<TrustList, TrustListError>> {
  const claimed = parseTrustList(xml);
  if (!claimed.ok) return claimed;
  const document = readXml(xml);
  if (typeof document === 'string') return refused('broken');
  const signatures = elementsOf(document, DS, 'Signature');
  const [signature] = signatures;
  if (!signature) return refused('missing');
  if (signatures.length !== 1 || signature.parentNode !== document.documentElement)
    return refused('unsupported');
  if (!isSupported(signature)) return refused('unsupported');
  const signer = readCertificate((textIn(signature, DS, 'X509Certificate') ?? '').replace(/\s+/g, ''));
  if (!signer) return refused('missing');
  const signed = signedContent(xml, signature, signer);
  if (signed === undefined) return refused('broken');
  const list = parseTrustList(signed);
  if (!list.ok) return refused('not-whole');
  if (!(await isTrusted(signer, options.signers))) return refused('signer-unknown');
  if (!isValidOn(signer, list.value.issuedAt.slice(0, 10))) return refused('signer-not-valid');
  return ok({ ...list.value, signature: 'verified' });
}

/** Only what is needed to sign one whole list is supported; everything else is refused before a digest is computed. */
function isSupported(signature: Element): boolean {
  const algorithms = (name: string): string[] =>
    elementsOf(signature, DS, name).map((element) => element.getAttribute('Algorithm') ?? '');
  const references = elementsOf(signature, DS, 'Reference');
  return (
    references.filter((reference) => reference.getAttribute('URI') === '').length === 1 &&
    references.length <= 4 &&
    algorithms('CanonicalizationMethod').every((one) => one === EXC_C14N) &&
    algorithms('SignatureMethod').every((one) => SIGNATURES.includes(one)) &&
    elementsOf(signature, DS, 'SignedInfo').length === 1 &&
    references.every((one) => elementsOf(one, DS, 'DigestMethod').every(hasGoodDigest)) &&
    elementsOf(signature, DS, 'Transform').every(isHarmlessTransform)
  );
}

function hasGoodDigest(method: Element): boolean {
  return DIGESTS.includes(method.getAttribute('Algorithm') ?? '');
}

/** XPath may leave out anything; the one expression that is understood leaves out the signature and nothing else. */
function isHarmlessTransform(transform: Element): boolean {
  const algorithm = transform.getAttribute('Algorithm');
  if (algorithm === EXC_C14N || algorithm === ENVELOPED) return true;
  const [xpath, ...others] = elementsOf(transform, FILTER2, 'XPath');
  return (
    algorithm === FILTER2 &&
    xpath !== undefined &&
    others.length === 0 &&
    xpath.getAttribute('Filter') === 'subtract' &&
    /^\/descendant(-or-self)?::ds:Signature$/.test(xpath.textContent?.trim() ?? '') &&
    xpath.lookupNamespaceURI('ds') === DS
  );
}

/** The canonical XML of the whole-document reference, once every digest and the signature hold. */
function signedContent(xml: string, signature: Element, signer: X509Certificate): string | undefined {
  try {
    const verifier = new SignedXml({ publicCert: signer.toString('pem'), getCertFromKeyInfo: () => null });
    verifier.CanonicalizationAlgorithms[FILTER2] = SubtractSignature;
    verifier.loadSignature(signature.toString());
    if (!verifier.checkSignature(xml)) return undefined;
    return verifier.getSignedReferences().find((one) => one.includes('TrustServiceStatusList'));
  } catch {
    return undefined;
  }
}

/** XPath filter 2.0, reduced to the one expression that {@link isHarmlessTransform} lets through. */
class SubtractSignature {
  process(node: Node): Node {
    const all = (node as unknown as Element).getElementsByTagNameNS(DS, 'Signature');
    for (const signature of Array.from(all)) signature.parentNode?.removeChild(signature);
    return node;
  }

  getAlgorithmName(): string {
    return FILTER2;
  }
}

async function isTrusted(
  signer: X509Certificate,
  trusted: readonly (Uint8Array | string)[],
): Promise<boolean> {
  for (const data of trusted) {
    const anchor = readCertificate(data);
    if (!anchor) continue;
    if (toHex(new Uint8Array(anchor.rawData)) === toHex(new Uint8Array(signer.rawData))) return true;
    if (await isIssuedBy(signer, anchor)) return true;
  }
  return false;
}

type Problem = Extract<
  TrustListError,
  { code: 'doc-authenticity/trust-list-signature' }
>['params']['problem'];

function refused(problem: Problem): Result<never, TrustListError> {
  return err({ code: 'doc-authenticity/trust-list-signature', params: { problem } });
}
