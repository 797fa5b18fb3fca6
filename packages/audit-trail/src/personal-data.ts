import { canonicalJson, digestBytes, type JsonValue } from '@dossierkit/core';
import type { SealedRef } from './entry.js';
import { fromBase64, joinBytes, textOf, toBase64, utf8 } from './internal/bytes.js';
import type { WebKey } from './signer.js';

/**
 * Where the keys of persons are kept, one for each. Destroying a key erases everything sealed under it, in every copy and
 * every backup at once; the chain still verifies, because it commits to ciphertext.
 */
export interface SubjectKeys {
  /** The key of a subject, made where there is none yet; `undefined` where it was destroyed. */
  obtain(subject: string): Promise<WebKey | undefined>;
  /** The key of a subject where there is one. */
  find(subject: string): Promise<WebKey | undefined>;
  /** Destroys the key for good. Doing it again does no harm. */
  destroy(subject: string): Promise<void>;
}

/** Personal data under its subject's key. */
export interface Sealed {
  /** What the entry keeps. */
  readonly ref: SealedRef;
  /** What is kept beside the entry: nonce and AES-256-GCM ciphertext, base64. */
  readonly ciphertext: string;
}

const NONCE_BYTES = 12;

/**
 * Seals personal data under its subject's key.
 *
 * The same data gives another ciphertext each time, so that nobody can try out names against the digest.
 *
 * @returns the reference for the entry and the ciphertext; `undefined` where the subject was erased
 * @see NIST SP 800-38D, AES-GCM
 */
export async function sealPersonalData(
  name: string,
  subject: string,
  data: JsonValue,
  keys: SubjectKeys,
): Promise<Sealed | undefined> {
  const key = await keys.obtain(subject);
  if (!key) return undefined;
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const additionalData = utf8(`${name}\n${subject}`);
  const plain = utf8(canonicalJson(data));
  const secret = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain);
  const bytes = joinBytes(iv, new Uint8Array(secret));
  return { ref: { name, subject, digest: await digestBytes(bytes) }, ciphertext: toBase64(bytes) };
}

/** What became of sealed data: the data, or why it cannot be read. */
export type Opened =
  | { readonly state: 'open'; readonly data: JsonValue }
  /** The key is gone: the data is erased. */
  | { readonly state: 'erased' }
  /** The ciphertext is not there, or not the one that the entry commits to. */
  | { readonly state: 'changed' };

/** Opens sealed data, after checking that it is what the entry commits to. */
export async function openPersonalData(
  ref: SealedRef,
  ciphertext: string | undefined,
  key: WebKey | undefined,
): Promise<Opened> {
  const bytes = ciphertext === undefined ? undefined : fromBase64(ciphertext);
  if (bytes && (await digestBytes(bytes)) !== ref.digest) return { state: 'changed' };
  if (!key) return { state: 'erased' };
  if (!bytes || bytes.length <= NONCE_BYTES) return { state: 'changed' };
  const iv = bytes.slice(0, NONCE_BYTES);
  const additionalData = utf8(`${ref.name}\n${ref.subject}`);
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData },
      key,
      bytes.slice(NONCE_BYTES),
    );
    return { state: 'open', data: JSON.parse(textOf(new Uint8Array(plain))) as JsonValue };
  } catch {
    return { state: 'changed' };
  }
}

/** A key for one subject. */
export function generateSubjectKey(): Promise<WebKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, [
    'encrypt',
    'decrypt',
  ]) as Promise<WebKey>;
}

/** A subject's key as base64, to keep it in a vault or to disclose it in a bundle. */
export async function exportSubjectKey(key: WebKey): Promise<string> {
  return toBase64(new Uint8Array(await crypto.subtle.exportKey('raw', key)));
}

/** A subject's key from base64, or `undefined` where it is none. */
export async function importSubjectKey(text: string): Promise<WebKey | undefined> {
  const bytes = fromBase64(text);
  if (bytes?.length !== 32) return undefined;
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', true, ['encrypt', 'decrypt']);
}

/** Keeps keys in memory: for tests, and as the pattern of a vault. */
export function createMemoryKeys(): SubjectKeys & { readonly destroyed: ReadonlySet<string> } {
  const keys = new Map<string, Promise<WebKey>>();
  const destroyed = new Set<string>();
  return {
    destroyed,
    async obtain(subject) {
      if (destroyed.has(subject)) return undefined;
      const key = keys.get(subject) ?? generateSubjectKey();
      keys.set(subject, key);
      return key;
    },
    async find(subject) {
      return keys.get(subject);
    },
    async destroy(subject) {
      keys.delete(subject);
      destroyed.add(subject);
    },
  };
}
