import { type Clock, plainDate, timestamp } from '@dossierkit/core';
import type { Expectation, IntakeFile } from '@dossierkit/document-intake';
import { renderSpecimen } from '@dossierkit/specimens';

/** A file as customers send it, with what is wanted of them. */
export interface SampleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly expectation: Expectation;
  readonly isHostile: boolean;
}

const at = plainDate('2026-05-04');
/** The day on which they are sent, so that none is too old. */
export const clock: Clock = { now: () => timestamp('2026-05-04T08:30:00Z') };

/** The kinds of files that the figures are about. */
export async function sampleFiles(): Promise<readonly SampleFile[]> {
  const [card, letterPhoto, scan, notice, bill] = await Promise.all([
    renderSpecimen('id-card-back', { seed: 5, medium: 'photo', widthPx: 4000, at }),
    renderSpecimen('fr-electricity-bill', { seed: 8, medium: 'photo', widthPx: 3000, at }),
    renderSpecimen('fr-bank-details', { seed: 5, medium: 'scan', at }),
    renderSpecimen('fr-tax-notice', { seed: 3, medium: 'pdf', at }),
    renderSpecimen('fr-electricity-bill', { seed: 8, medium: 'pdf', at }),
  ]);
  const kind = (kinds: string): Expectation => ({ kinds: [kinds] });
  return [
    {
      name: 'identity card, photo of 12 MP',
      bytes: card.bytes,
      expectation: kind('id-card-back'),
      isHostile: false,
    },
    {
      name: 'letter, photo of 12 MP',
      bytes: letterPhoto.bytes,
      expectation: kind('fr-utility-bill'),
      isHostile: false,
    },
    { name: 'letter, A4 scan', bytes: scan.bytes, expectation: kind('fr-bank-details'), isHostile: false },
    {
      name: 'tax notice, text PDF',
      bytes: notice.bytes,
      expectation: kind('fr-tax-notice'),
      isHostile: false,
    },
    { name: 'bill, text PDF', bytes: bill.bytes, expectation: kind('fr-utility-bill'), isHostile: false },
  ];
}

/** Files that are broken, or made to break something. */
export function hostileFiles(good: readonly SampleFile[]): readonly SampleFile[] {
  const [photo, , , pdf] = good;
  const hostile = (name: string, bytes: Uint8Array): SampleFile => ({
    name,
    bytes,
    expectation: {},
    isHostile: true,
  });
  const half = (bytes: Uint8Array): Uint8Array => bytes.slice(0, bytes.length >> 1);
  return [
    hostile(
      'noise',
      Uint8Array.from({ length: 50_000 }, (_, at) => (at * 7919) % 251),
    ),
    ...(photo ? [hostile('photo cut off', half(photo.bytes))] : []),
    ...(pdf ? [hostile('PDF cut off', half(pdf.bytes)), hostile('PDF with holes', holed(pdf.bytes))] : []),
    hostile('picture of 60,000 × 60,000', pngHeader(60_000, 60_000)),
    hostile('nothing', new Uint8Array()),
  ];
}

function holed(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  for (let at = 200; at < copy.length; at += 97) copy[at] = 0;
  return copy;
}

/** The first bytes of a PNG that promises more than anybody can hold. */
function pngHeader(widthPx: number, heightPx: number): Uint8Array {
  const bytes = new Uint8Array(2000);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const header = new DataView(bytes.buffer);
  header.setUint32(16, widthPx);
  header.setUint32(20, heightPx);
  bytes.set([8, 2, 0, 0, 0], 24);
  return bytes;
}

export function fileOf({ bytes, name }: SampleFile): IntakeFile {
  // A stream, as an upload is one: it is not read in before there is a place for it.
  async function* chunks(): AsyncIterable<Uint8Array> {
    for (let at = 0; at < Math.max(1, bytes.length); at += 1 << 18) yield bytes.slice(at, at + (1 << 18));
  }
  return { input: chunks(), name };
}
