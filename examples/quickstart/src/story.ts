import { addDays, addMonths, type PlainDate } from '@dossierkit/core';
import { createPerson, type Person, renderSpecimen, type Specimen } from '@dossierkit/specimens';
import type { CustomerForm } from './examine-file.js';
import type { RequirementId } from './texts/texts.js';

/** A file that somebody hands in, and for what. */
export interface HandedIn {
  readonly name: string;
  readonly input: Uint8Array | string;
  /** Absent: found out from what the file turns out to be. */
  readonly requirement?: RequirementId;
}

const SEED = 2026;

/** The customer of the story. */
export function storyPerson(day: PlainDate): Person {
  return createPerson(SEED, { country: 'FR', at: day });
}

/**
 * Renders what the customer hands in, in the order in which they do: a blurred card and then a good one, the tax declaration
 * and then the notice, an electricity bill of five months ago, and somebody else's bank details.
 */
export async function renderStory(
  day: PlainDate,
  progress: (done: number, of: number) => void,
): Promise<HandedIn[]> {
  const person = storyPerson(day);
  const other = createPerson(SEED + 1, { country: 'FR', at: day });
  const card = { seed: SEED, country: 'FR', person, at: day, medium: 'photo', widthPx: 2400 } as const;
  const paper = { seed: SEED, person, at: day } as const;
  const jobs: [string, RequirementId, () => Promise<Specimen>][] = [
    [
      'card-blurred.jpg',
      'identity',
      () => renderSpecimen('id-card-back', { ...card, defects: [{ kind: 'focus-blur', strength: 0.7 }] }),
    ],
    ['card.jpg', 'identity', () => renderSpecimen('id-card-back', card)],
    [
      'declaration-2042.pdf',
      'income-tax',
      () => renderSpecimen('fr-tax-declaration', { ...paper, medium: 'pdf' }),
    ],
    ['avis-impot.pdf', 'income-tax', () => renderSpecimen('fr-tax-notice', { ...paper, medium: 'pdf' })],
    [
      'electricite.jpg',
      'address',
      () =>
        renderSpecimen('fr-electricity-bill', {
          ...paper,
          medium: 'scan',
          issuedOn: addDays(addMonths(day, -5), 1),
        }),
    ],
    [
      'rib.pdf',
      'bank-details',
      () => renderSpecimen('fr-bank-details', { ...paper, person: other, medium: 'pdf' }),
    ],
  ];
  const files: HandedIn[] = [];
  for (const [name, requirement, render] of jobs) {
    progress(files.length, jobs.length);
    const { bytes } = await render();
    files.push({ name, requirement, input: bytes });
  }
  return files;
}

/** What the customer typed into the form. */
export function storyForm({ givenNames, familyName, birthDate, address }: Person): CustomerForm {
  return {
    record: {
      person: { givenNames: givenNames.join(' '), familyName, birthDate },
      address: {
        lines: [address.line1],
        postcode: address.postcode,
        town: address.town,
        country: address.country,
      },
    },
    identity: { surname: familyName, givenNames: givenNames.join(' '), birthDate },
  };
}
