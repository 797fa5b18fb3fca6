import type { Answer, Compared } from './agreement.js';

/** Why IBANs agree or not. */
export type IbanReason = 'same' | 'typing-error' | 'other-account' | 'record-invalid';

/** Compares two IBANs. One that fails its own check digits is told apart from another account. */
export function matchIban(document: string, record: string): Compared<IbanReason> {
  const [read, given] = [normalIban(document), normalIban(record)];
  const [answer, score, reason] = compare(read, given);
  return { answer, score, reason, document: read, record: given };
}

function compare(document: string, record: string): readonly [Answer, number, IbanReason] {
  if (document === record && document !== '') return ['agree', 1, 'same'];
  if (!hasValidCheckDigits(record)) return ['cannot-tell', 0, 'record-invalid'];
  // Check digits find every single wrong character, so a misread document cannot be another valid account.
  if (!hasValidCheckDigits(document)) return ['cannot-tell', 0.3, 'typing-error'];
  return ['differ', 0, 'other-account'];
}

/** Capitals and digits only; its own normal form. */
export function normalIban(text: string): string {
  return text
    .slice(0, 80)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}

/** ISO 7064, modulo 97. */
function hasValidCheckDigits(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  let rest = 0;
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    const value = char >= 'A' ? char.charCodeAt(0) - 55 : Number(char);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
