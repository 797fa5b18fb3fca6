import type { Quad, Raster } from '@dossierkit/doc-raster';
import { renderSpecimen, type Specimen, type SpecimenKind } from '@dossierkit/specimens';
import sharp from 'sharp';
import type { IdentitySide } from '../../src/appearance/check-appearance.js';
import type { IdentityLayoutName } from '../../src/appearance/identity-layouts.js';

/** What is put before the check: sides of a document as a layout, and whether a person should look. */
export interface IdentityCase {
  readonly name: string;
  readonly sides: readonly IdentitySide[];
  /** Whether a person should look. */
  readonly look: boolean;
}

type Country = 'FR' | 'DE' | 'GB';

async function rasterOf(bytes: Uint8Array): Promise<Raster> {
  const { data, info } = await sharp(bytes)
    .rotate()
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, channels: info.channels as 1 | 3, data };
}

async function sideOf(
  { bytes, truth }: Specimen,
  layout: IdentityLayoutName,
  page = 0,
): Promise<IdentitySide> {
  const { documentNumber, familyName, birthDate } = truth.fields as Record<string, string | undefined>;
  return {
    page,
    raster: await rasterOf(bytes),
    layout,
    corners: truth.corners as unknown as Quad,
    ...(documentNumber && { documentNumber }),
    ...(familyName && { holder: familyName }),
    ...(birthDate && { birthDate: birthDate as NonNullable<IdentitySide['birthDate']> }),
  };
}

/** Everything that is asked about one seed: consistent sides of three kinds, copies, letters, and sides of two cards. */
export async function identityCases(seed: number): Promise<IdentityCase[]> {
  const render = (kind: SpecimenKind, country: Country, more: object = {}, of = seed): Promise<Specimen> =>
    renderSpecimen(kind, {
      seed: of,
      medium: of % 2 === 0 ? 'photo' : 'scan',
      widthPx: 1000,
      country,
      ...more,
    });
  const card = async (country: 'FR' | 'DE', of = seed): Promise<[IdentitySide, IdentitySide]> => {
    return [
      await sideOf(
        await render('id-card-front', country, {}, of),
        country === 'FR' ? 'fr-id-card-front' : 'icao-card-front',
      ),
      await sideOf(
        await render('id-card-back', country, {}, of),
        country === 'FR' ? 'fr-id-card-back' : 'de-id-card-back',
        1,
      ),
    ];
  };
  const grey = { defects: [{ kind: 'black-and-white', strength: 1 }] };
  const [french, german, other] = [await card('FR'), await card('DE'), await card('FR', seed + 5000)];
  const passport = await sideOf(await render('passport', 'DE'), 'icao-passport');
  const permit = await sideOf(await render('residence-permit', 'FR'), 'icao-card-front');
  const [greyPassport, greyCard] = [
    await render('passport', 'DE', grey),
    await render('id-card-front', 'FR', grey),
  ];
  const screen = { medium: 'photo', defects: [{ kind: 'screen', strength: 0.7 }] };
  const [screenPassport, screenCard] = [
    await render('passport', 'DE', screen),
    await render('id-card-front', 'FR', screen),
  ];
  const letter = await render('letter', 'FR');
  const bill = await render('fr-electricity-bill', 'FR');
  return [
    { name: 'French card, both sides', sides: french, look: false },
    { name: 'ICAO card front, German back', sides: german, look: false },
    { name: 'ICAO passport', sides: [passport], look: false },
    { name: 'ICAO residence permit', sides: [permit], look: false },
    { name: 'photocopy of a passport', sides: [await sideOf(greyPassport, 'icao-passport')], look: true },
    { name: 'photocopy of a card', sides: [await sideOf(greyCard, 'fr-id-card-front')], look: true },
    { name: 'passport on a screen', sides: [await sideOf(screenPassport, 'icao-passport')], look: true },
    { name: 'card on a screen', sides: [await sideOf(screenCard, 'fr-id-card-front')], look: true },
    { name: 'sides of two cards', sides: [french[0], other[1]], look: true },
    { name: 'card shown as a passport', sides: [{ ...german[0], layout: 'icao-passport' }], look: true },
    { name: 'passport shown as a card', sides: [{ ...passport, layout: 'de-id-card-front' }], look: true },
    { name: 'letter shown as a card', sides: [await sideOf(letter, 'icao-card-front')], look: true },
    { name: 'bill shown as a passport', sides: [await sideOf(bill, 'icao-passport')], look: true },
  ];
}
