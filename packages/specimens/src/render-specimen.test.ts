import { digestBytesSync, isDossierkitError } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { lettersAsDigits, remainderOf97 } from './identifiers.js';
import { listKinds } from './kinds.js';
import { checkDigit } from './mrz.js';
import { renderSpecimen } from './render-specimen.js';

describe('renderSpecimen', () => {
  it.each(listKinds())('renders a %s as PDF, scan and photo', async (kind) => {
    for (const medium of ['pdf', 'scan', 'photo'] as const) {
      const { bytes, mimeType, truth } = await renderSpecimen(kind, { seed: 104, medium, widthPx: 128 });
      expect(bytes.length).toBeGreaterThan(700);
      expect(mimeType).toBe(medium === 'pdf' ? 'application/pdf' : 'image/jpeg');
      expect(truth).toMatchObject({ kind, medium });
      expect(truth.lines.length > 5).toBe(kind !== 'blank');
    }
  });

  it.each(listKinds())('prints nothing on a %s beyond its edge or over other text', async (kind) => {
    const { lines } = (await renderSpecimen(kind, { seed: 104, medium: 'pdf' })).truth;
    for (const [at, { box, page }] of lines.entries()) {
      expect(Math.min(box.x, box.y, 1 - box.x - box.width, 1 - box.y - box.height)).toBeGreaterThanOrEqual(0);
      const over = lines.slice(at + 1).filter((other) => {
        const width =
          Math.min(box.x + box.width, other.box.x + other.box.width) - Math.max(box.x, other.box.x);
        const height =
          Math.min(box.y + box.height, other.box.y + other.box.height) - Math.max(box.y, other.box.y);
        return other.page === page && width > 0.004 && height > 0.5 * Math.min(box.height, other.box.height);
      });
      expect(over).toEqual([]);
    }
  });

  it('gives the same bytes for the same seed, and others for another', async () => {
    const digest = async (seed: number, medium: 'pdf' | 'photo') =>
      digestBytesSync((await renderSpecimen('passport', { seed, medium, widthPx: 200 })).bytes);
    for (const medium of ['pdf', 'photo'] as const) {
      expect(await digest(5, medium)).toBe(await digest(5, medium));
      expect(await digest(5, medium)).not.toBe(await digest(6, medium));
    }
  });

  it('prints what the caller sets', async () => {
    const person = { familyName: 'Lefèvre', givenNames: ['Zoé'] };
    const fields = { iban: 'FR7630006000011234567890189' };
    const { truth } = await renderSpecimen('fr-bank-details', { seed: 1, medium: 'pdf', person, fields });
    expect(truth.fields).toMatchObject({ holder: 'Zoé Lefèvre', iban: 'FR7630006000011234567890189' });
    expect(truth.lines.find(({ field }) => field === 'iban')?.text.replaceAll(' ', '')).toBe(fields.iban);
  });

  it('keeps the two sides of one card together', async () => {
    const front = await renderSpecimen('id-card-front', { seed: 11, medium: 'pdf' });
    const back = await renderSpecimen('id-card-back', { seed: 11, medium: 'pdf' });
    expect(back.truth.fields).toMatchObject({ documentNumber: front.truth.fields.documentNumber });
    expect(back.truth.mrz?.[0]).toContain(front.truth.fields.documentNumber);
  });

  it('writes zones whose check digits are right', async () => {
    const { truth } = await renderSpecimen('passport', { seed: 2, medium: 'pdf' });
    const second = truth.mrz?.[1] ?? '';
    expect(second).toHaveLength(44);
    expect(second[9]).toBe(checkDigit(second.slice(0, 9)));
    expect(second[19]).toBe(checkDigit(second.slice(13, 19)));
    expect(second[27]).toBe(checkDigit(second.slice(21, 27)));
    expect(second[43]).toBe(checkDigit(second.slice(0, 10) + second.slice(13, 20) + second.slice(21, 43)));
  });

  it('writes account numbers whose check digits are right', async () => {
    const { truth } = await renderSpecimen('fr-bank-details', { seed: 8, medium: 'pdf' });
    const iban = truth.fields.iban ?? '';
    expect(remainderOf97(lettersAsDigits(iban.slice(4) + iban.slice(0, 4)))).toBe(1);
  });

  it.each([{ seed: 0.5 }, { widthPx: 3 }, { defects: [{ kind: 'noise', strength: 2 }] }] as const)(
    'refuses %j as a mistake of the program',
    async (options) => {
      const error = await renderSpecimen('passport', { seed: 1, medium: 'scan', ...options }).catch(
        (e: unknown) => e,
      );
      expect(isDossierkitError(error) && error.code).toBe('specimens/option-invalid');
    },
  );
});
