import { DossierkitError } from '@dossierkit/core';
import { type Bytes, fromBase64, fromHex, joinBytes, toBase64, toHex, utf8 } from './internal/bytes.js';

/** A key of WebCrypto, under the name that all platforms agree on. */
export type WebKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** Who signs checkpoints and bundles. The private key never leaves WebCrypto, or whatever stands behind `sign`. */
export interface Signer {
  /** The public key in signed-note form: `name+key id+base64`. This is what verifiers pin. */
  readonly verifier: string;
  readonly name: string;
  /** An Ed25519 signature. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** The byte that stands for Ed25519 in signed notes. */
const ED25519 = 1;

/**
 * Makes a signer from an Ed25519 key pair of WebCrypto.
 *
 * @param name of the key, for example `example.com/dossiers`: no spaces, no plus sign
 * @throws {DossierkitError} `audit-trail/signer-invalid`
 * @see C2SP signed-note, https://c2sp.org/signed-note
 */
export async function createSigner(
  name: string,
  keys: { readonly privateKey: WebKey; readonly publicKey: WebKey },
): Promise<Signer> {
  if (!/^[^\s+]{1,200}$/.test(name)) {
    throw new DossierkitError('audit-trail/signer-invalid', 'A key name has no spaces and no plus sign');
  }
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey));
  const id = await keyId(name, publicKey);
  return {
    name,
    verifier: `${name}+${toHex(id)}+${toBase64(joinBytes(Uint8Array.of(ED25519), publicKey))}`,
    sign: async (message) =>
      new Uint8Array(await crypto.subtle.sign('Ed25519', keys.privateKey, message as Bytes)),
  };
}

/** Makes a signer with a new key pair. Keep the pair: the private key can be exported as PKCS #8. */
export async function generateSigner(name: string): Promise<Signer & { readonly keys: CryptoKeys }> {
  const keys = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeys;
  return { ...(await createSigner(name, keys)), keys };
}

/** An Ed25519 key pair. */
export interface CryptoKeys {
  readonly privateKey: WebKey;
  readonly publicKey: WebKey;
}

/** Text and the signatures under it. */
export interface SignedNote {
  /** Ends with a line break. */
  readonly text: string;
  readonly signatures: readonly {
    readonly name: string;
    readonly id: string;
    readonly signature: Uint8Array;
  }[];
}

/** Signs text that ends with a line break and has no empty line at its end. */
export async function signNote(text: string, signer: Signer): Promise<string> {
  const signature = await signer.sign(utf8(text));
  const id = fromHex(signer.verifier.split('+')[1] ?? '');
  return `${text}\n— ${signer.name} ${toBase64(joinBytes(id, signature))}\n`;
}

/** Takes a signed note apart, or gives `undefined` where it is none. Says nothing about the signatures. */
export function parseNote(note: string): SignedNote | undefined {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return undefined;
  const signatures: SignedNote['signatures'][number][] = [];
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const match = /^— ([^\s+]+) ([A-Za-z0-9+/=]+)$/.exec(line);
    const bytes = match && fromBase64(match[2] as string);
    if (!match || !bytes || bytes.length < 5) return undefined;
    signatures.push({
      name: match[1] as string,
      id: toHex(bytes.subarray(0, 4)),
      signature: bytes.subarray(4),
    });
  }
  return { text: note.slice(0, end + 1), signatures };
}

/** Whether one of the verifiers signed the note; which one, or `undefined`. Signatures of others are ignored. */
export async function verifyNote(
  note: SignedNote,
  verifiers: readonly string[],
): Promise<string | undefined> {
  for (const verifier of verifiers) {
    const key = await parseVerifier(verifier);
    if (!key) continue;
    for (const { name, id, signature } of note.signatures) {
      if (name !== key.name || id !== key.id) continue;
      if (await crypto.subtle.verify('Ed25519', key.publicKey, signature as Bytes, utf8(note.text)))
        return verifier;
    }
  }
  return undefined;
}

async function parseVerifier(
  verifier: string,
): Promise<{ name: string; id: string; publicKey: WebKey } | undefined> {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(verifier);
  const bytes = match && fromBase64(match[3] as string);
  if (!match || bytes?.length !== 33 || bytes[0] !== ED25519) return undefined;
  const [, name, id] = match as unknown as [string, string, string];
  const raw = bytes.slice(1);
  if (toHex(await keyId(name, raw)) !== id) return undefined;
  try {
    return { name, id, publicKey: await crypto.subtle.importKey('raw', raw, 'Ed25519', true, ['verify']) };
  } catch {
    return undefined;
  }
}

async function keyId(name: string, publicKey: Uint8Array): Promise<Bytes> {
  const bytes = joinBytes(utf8(`${name}\n`), Uint8Array.of(ED25519), publicKey);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).slice(0, 4);
}
