import { readFileSync } from 'node:fs';

const loaded = new Map<string, Uint8Array>();

/** The bytes of a font that this package ships. Stays at the top of `src`, so that the built file finds the folder too. */
export function fontBytes(name: string): Uint8Array {
  let bytes = loaded.get(name);
  if (!bytes) {
    const extension = name === 'ocr-b' ? 'otf' : 'ttf';
    bytes = new Uint8Array(readFileSync(new URL(`../assets/fonts/${name}.${extension}`, import.meta.url)));
    loaded.set(name, bytes);
  }
  return bytes;
}
