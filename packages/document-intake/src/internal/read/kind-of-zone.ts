import type { MrzReading } from '@dossierkit/mrz-check';

/**
 * The kind of document that a valid zone proves, in the classifier's terms; nothing where it could be several.
 *
 * @see ICAO Doc 9303, part 4 (passports: TD3, code P), part 5 (cards: TD1, TD2; codes A, C, I), part 7 (visas: V). EU
 * residence permits are TD1 with A, C or I and a second letter of the state's choice; France and Germany print R there.
 */
export function kindOfZone({ format, fields, valid }: MrzReading): string | undefined {
  if (!valid) return undefined;
  const code = fields.documentCode;
  if (format === 'TD3' && code.startsWith('P')) return 'passport';
  if (code.startsWith('V')) return 'visa';
  if (format === 'FRENCH-CNI') return 'fr-id-card-old';
  if (format === 'SWISS-DL' || format === 'FRENCH-DL') return 'driving-licence';
  if (format === 'TD1' && /^[AI]R/.test(code)) return 'residence-permit';
  if (format === 'TD1' && (code === 'ID' || code === 'I')) return 'id-card-back';
  return undefined;
}
