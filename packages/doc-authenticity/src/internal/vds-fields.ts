import type { SealFieldName } from '../seals/seal.js';

/** How a feature of a VDS is written. */
export type VdsCoding = 'c40' | 'mrz' | 'text';

interface Meaning {
  readonly name: SealFieldName | null;
  readonly coding: VdsCoding;
}

const MRZ: Meaning = { name: 'mrz', coding: 'mrz' };
const DOCUMENT_NUMBER: Meaning = { name: 'identityDocumentNumber', coding: 'c40' };

/**
 * The features of the document types that are read, by feature definition reference and type category, then by tag.
 *
 * @see ICAO Doc 9303 part 7, section 6 (visa: 5d01) and part 8, section 6 (emergency travel document: 5e03); BSI TR-03137
 *   part 1 (arrival attestation: fd02, residence permit: fb06, supplementary sheet: fa06, social insurance card: fc04,
 *   address stickers: f908, f90c, f80a)
 */
const MEANINGS: Readonly<Record<string, Readonly<Record<number, Meaning>>>> = {
  '5d01': { 1: MRZ, 2: MRZ, 5: DOCUMENT_NUMBER },
  '5e03': { 2: MRZ },
  fd02: { 2: MRZ, 3: { name: null, coding: 'c40' } },
  fb06: { 2: MRZ, 3: DOCUMENT_NUMBER },
  fa06: { 4: MRZ, 5: DOCUMENT_NUMBER },
  fc04: {
    1: { name: null, coding: 'c40' },
    2: { name: 'surname', coding: 'text' },
    3: { name: 'givenNames', coding: 'text' },
    4: { name: null, coding: 'text' },
  },
  f908: { 1: DOCUMENT_NUMBER, 2: { name: null, coding: 'c40' }, 3: { name: 'address', coding: 'c40' } },
  f90c: { 1: DOCUMENT_NUMBER, 2: { name: null, coding: 'c40' }, 3: { name: 'address', coding: 'c40' } },
  f80a: { 1: DOCUMENT_NUMBER, 2: { name: null, coding: 'c40' }, 3: { name: 'postcode', coding: 'c40' } },
};

/** What a feature of a VDS means, or `undefined` where this version does not know. */
export function vdsMeaning(documentType: string, tag: number): Meaning | undefined {
  return Object.hasOwn(MEANINGS, documentType) ? MEANINGS[documentType]?.[tag] : undefined;
}
