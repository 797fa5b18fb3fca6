import { addDays, type PlainDate, plainDate, plainDateFrom } from '@dossierkit/core';

const EPOCH = plainDate('2000-01-01');

/** Four hexadecimal digits: days since 2000-01-01. `FFFF` says that there is no day. */
export function dayFromHex(text: string): PlainDate | null {
  if (!/^[0-9A-F]{4}$/.test(text) || text === 'FFFF') return null;
  return addDays(EPOCH, Number.parseInt(text, 16));
}

/** Three bytes that hold the decimal number MMDDYYYY. Anything that is no day gives `null`. */
export function dayFromBytes(bytes: Uint8Array): PlainDate | null {
  const [a = 0, b = 0, c = 0] = bytes;
  const number = a * 65_536 + b * 256 + c;
  const month = Math.floor(number / 1_000_000);
  return plainDateFrom(number % 10_000, month, Math.floor(number / 10_000) % 100) ?? null;
}

/** Eight digits DDMMYYYY, as 2D-Doc writes days inside fields. */
export function dayFromDigits(text: string): PlainDate | null {
  const match = /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (!match) return null;
  return plainDateFrom(Number(match[3]), Number(match[2]), Number(match[1])) ?? null;
}
