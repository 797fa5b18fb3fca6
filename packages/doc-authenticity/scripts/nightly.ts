// `node --import tsx --conditions=@dossierkit/source packages/doc-authenticity/scripts/nightly.ts [mutations] [seed]`
// Damages files of every kind that is read (2,000 of each unless told otherwise), and ends with 1 where one makes the package throw,
// takes longer than a second on its own, or is verified though it was changed.
import { digestBytesSync, plainDate } from '@dossierkit/core';
import { renderSpecimen } from '@dossierkit/specimens';
import {
  checkTraces,
  createTrustStore,
  defineAuthenticityPolicy,
  parseSeal,
  parseTrustList,
  verifySeal,
} from '../src/index.js';
import { createTestAuthority } from '../src/testing.js';

const count = Number(process.argv[2] ?? 2000);
const seed = Number(process.argv[3] ?? Math.floor(process.hrtime()[1] / 1_000));
const SLOW_MS = 1000;
const at = plainDate('2026-01-15');
const subject = digestBytesSync(new Uint8Array());
const policy = defineAuthenticityPolicy({ revocation: 'if-available' });
const authority = await createTestAuthority();
const content = await authority.issueSeal({
  signedOn: plainDate('2025-08-04'),
  fields: [
    ['45', '2024'],
    ['46', 'MARTIN LEA'],
  ],
});
const seal = new TextEncoder().encode(content);
const genuine = parseSeal(content);
if (!genuine.ok) throw new Error(genuine.error.code);

let state = seed >>> 0;
/** A whole number below `limit` (mulberry32). */
function random(limit: number): number {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) % limit;
}

/** Bytes changed, repeated, moved, left out or cut off in one to five places. */
function damaged(bytes: Uint8Array): Uint8Array {
  let out = Uint8Array.from(bytes);
  for (let k = random(5); k >= 0; k--) {
    const [from, length] = [random(out.length), 1 + random(40)];
    const kind = random(5);
    if (kind === 0) for (let i = from; i < Math.min(from + length, out.length); i++) out[i] = random(256);
    else if (kind === 1) out[from] = (out[from] as number) ^ (1 << random(8));
    else if (kind === 2) out = Uint8Array.of(...out.subarray(0, from), ...out.subarray(from + length));
    else if (kind === 3) out.copyWithin(random(out.length), from, from + length);
    else if (out.length > 100) out = out.slice(0, out.length - random(out.length >> 1));
  }
  return out;
}

const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((value, k) => value === b[k]);
const statusWith = async (bytes: Uint8Array): Promise<string> => {
  const trust = createTrustStore({ authorities: [authority.authority], certificates: [bytes] });
  return (await verifySeal(genuine.value, { trust, at, policy })).status;
};
const trust = createTrustStore({ authorities: [authority.authority], certificates: [authority.certificate] });
const xml = new TextEncoder().encode(
  `<?xml version="1.0"?><l:TrustServiceStatusList xmlns:l="http://uri.etsi.org/02231/v2#"><l:SchemeInformation><l:TSLSequenceNumber>7</l:TSLSequenceNumber></l:SchemeInformation><l:X509Certificate>${Buffer.from(authority.authority).toString('base64')}</l:X509Certificate></l:TrustServiceStatusList>`,
);

const KINDS: Readonly<
  Record<string, readonly [Uint8Array, (bytes: Uint8Array) => Promise<boolean> | boolean]>
> = {
  PDF: [
    (await renderSpecimen('fr-bank-details', { seed: 4, medium: 'pdf' })).bytes,
    (bytes) => checkTraces(bytes, { subject, at }).findings.length > 0,
  ],
  JPEG: [
    (await renderSpecimen('fr-bank-details', { seed: 4, medium: 'photo', widthPx: 320 })).bytes,
    (bytes) => checkTraces(bytes, { subject, at }).findings.length > 0,
  ],
  XML: [xml, (bytes) => typeof parseTrustList(new TextDecoder().decode(bytes)).ok === 'boolean'],
  certificate: [
    authority.certificate,
    async (bytes) => (await statusWith(bytes)) !== 'verified' || startsWith(bytes, authority.certificate),
  ],
  seal: [
    seal,
    async (bytes) => {
      const parsed = parseSeal(bytes);
      return (
        !parsed.ok ||
        same(bytes, seal) ||
        (await verifySeal(parsed.value, { trust, at, policy })).status !== 'verified'
      );
    },
  ],
};

/** DER says its own length: what follows it is not part of the certificate. */
function startsWith(bytes: Uint8Array, whole: Uint8Array): boolean {
  return bytes.length >= whole.length && same(bytes.subarray(0, whole.length), whole);
}

let wrong = 0;
for (const [kind, [good, holds]] of Object.entries(KINDS)) {
  let slowest = 0;
  for (let k = 0; k < count; k++) {
    const before = state;
    const started = process.cpuUsage();
    try {
      if (!(await holds(damaged(good)))) throw new Error('a changed one was verified');
    } catch (cause) {
      wrong++;
      console.error(`${kind}, state ${before}: ${String(cause)}`);
    }
    slowest = Math.max(slowest, process.cpuUsage(started).user / 1000);
  }
  if (slowest > SLOW_MS) wrong++;
  console.log(`${kind}: ${count} mutations, slowest ${Math.round(slowest)} ms of CPU`);
}
console.log(`seed ${seed}: ${wrong === 0 ? 'every answer came, and none was wrong' : `${wrong} wrong`}`);
process.exit(wrong === 0 ? 0 : 1);
