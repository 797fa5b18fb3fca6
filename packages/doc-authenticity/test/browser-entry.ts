// What the browser test bundles: the main entry alone, with the seal's way from pixels to status.
import type { PlainDate } from '@dossierkit/core';
import {
  checkTraces,
  createTrustStore,
  defineAuthenticityPolicy,
  findSeals,
  verifySeal,
} from '../src/index.js';

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

export interface BrowserCase {
  readonly wasm: string;
  readonly pixels: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly authority: string;
  readonly certificate: string;
  readonly at: PlainDate;
}

/** The status of every seal on a page. */
export async function sealsOf(one: BrowserCase): Promise<string[]> {
  const { widthPx, heightPx, at } = one;
  const raster = { widthPx, heightPx, channels: 1, data: bytesOf(one.pixels) } as const;
  const trust = createTrustStore({
    authorities: [bytesOf(one.authority)],
    certificates: [bytesOf(one.certificate)],
  });
  const policy = defineAuthenticityPolicy({ revocation: 'if-available' });
  const found = await findSeals(raster, { wasm: bytesOf(one.wasm) });
  const statuses: string[] = [];
  for (const { seal } of found)
    statuses.push(seal.ok ? (await verifySeal(seal.value, { trust, at, policy })).status : seal.error.code);
  return statuses;
}

/** What is noticed about a file. */
export function tracesOf(base64: string, at: PlainDate): string[] {
  const { findings } = checkTraces(bytesOf(base64), { subject: '0'.repeat(64) as never, at });
  return findings.map(({ code, outcome }) => `${code} ${outcome}`);
}
