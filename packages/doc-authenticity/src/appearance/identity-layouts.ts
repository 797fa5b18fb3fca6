import type { Box, RuleSource } from '@dossierkit/core';

/** Sizes of identity documents (ISO/IEC 7810). */
export type CardFormat = 'ID-1' | 'ID-2' | 'ID-3';

/** Width by height in millimetres. */
export const CARD_SIZES: Readonly<Record<CardFormat, readonly [number, number]>> = {
  'ID-1': [85.6, 53.98],
  'ID-2': [105, 74],
  'ID-3': [125, 88],
};

/** Sides of documents whose zones are known. */
export type IdentityLayoutName =
  | 'icao-passport'
  | 'icao-card-front'
  | 'icao-card-back'
  | 'icao-visa'
  | 'fr-id-card-front'
  | 'fr-id-card-back'
  | 'fr-id-card-old'
  | 'de-id-card-front'
  | 'de-id-card-back';

/** Where one side of a document has what, in fractions of the side. */
export interface IdentityLayout {
  readonly format: CardFormat;
  /** Within which the portrait lies; several where issuers differ. Empty where there is none. */
  readonly portrait: readonly Box[];
  /** Within which the machine-readable zone lies; absent where there is none. */
  readonly mrz?: Box;
  readonly source: RuleSource;
}

const PART_4: RuleSource = {
  id: 'icao/9303-4',
  title: 'ICAO Doc 9303 part 4, eighth edition, sections 3 and 4',
  url: 'https://www.icao.int/publications/doc-series/doc-9303',
  validFrom: '2021-01-01',
};
const PART_5: RuleSource = {
  id: 'icao/9303-5',
  title: 'ICAO Doc 9303 part 5, eighth edition, sections 3 and 4',
  url: 'https://www.icao.int/publications/doc-series/doc-9303',
  validFrom: '2021-01-01',
};
const PART_6: RuleSource = {
  id: 'icao/9303-6',
  title: 'ICAO Doc 9303 part 6, eighth edition, section 4',
  url: 'https://www.icao.int/publications/doc-series/doc-9303',
  validFrom: '2021-01-01',
};
const PART_7: RuleSource = {
  id: 'icao/9303-7',
  title: 'ICAO Doc 9303 part 7, eighth edition, section 4',
  url: 'https://www.icao.int/publications/doc-series/doc-9303',
  validFrom: '2021-01-01',
};
const FR_2021: RuleSource = {
  id: 'fr/decret-2021-279',
  title: 'Décret n° 2021-279 du 13 mars 2021, carte nationale d’identité',
  url: 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000043250435',
  validFrom: '2021-03-15',
};
const DE_2021: RuleSource = {
  id: 'de/pauswv-anhang-1',
  title: 'Personalausweisverordnung, Anhang 1',
  url: 'https://www.gesetze-im-internet.de/pauswv/anhang_1.html',
  validFrom: '2021-08-02',
};

const LEFT: Box = { x: 0, y: 0.1, width: 0.45, height: 0.85 };
const RIGHT: Box = { x: 0.55, y: 0.1, width: 0.45, height: 0.85 };
/** The zone is 23.2 mm high at the lower edge, whatever the size (Doc 9303 part 3, 4.2); a little more for a hand's tremble. */
const TD3_ZONE: Box = { x: 0, y: 0.68, width: 1, height: 0.32 };
const TD2_ZONE: Box = { x: 0, y: 0.62, width: 1, height: 0.38 };
const TD1_ZONE: Box = { x: 0, y: 0.5, width: 1, height: 0.5 };

/** The sides that are known, by name. */
export const IDENTITY_LAYOUTS: Readonly<Record<IdentityLayoutName, IdentityLayout>> = {
  'icao-passport': { format: 'ID-3', portrait: [{ ...LEFT, height: 0.68 }], mrz: TD3_ZONE, source: PART_4 },
  'icao-card-front': { format: 'ID-1', portrait: [LEFT, RIGHT], source: PART_5 },
  'icao-card-back': { format: 'ID-1', portrait: [], mrz: TD1_ZONE, source: PART_5 },
  'icao-visa': { format: 'ID-3', portrait: [], mrz: TD3_ZONE, source: PART_7 },
  'fr-id-card-front': { format: 'ID-1', portrait: [LEFT, RIGHT], source: FR_2021 },
  'fr-id-card-back': { format: 'ID-1', portrait: [], mrz: TD1_ZONE, source: FR_2021 },
  'fr-id-card-old': { format: 'ID-2', portrait: [{ ...LEFT, height: 0.68 }], mrz: TD2_ZONE, source: PART_6 },
  'de-id-card-front': { format: 'ID-1', portrait: [LEFT], source: DE_2021 },
  'de-id-card-back': { format: 'ID-1', portrait: [], mrz: TD1_ZONE, source: DE_2021 },
};
