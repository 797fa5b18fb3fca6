import type { PlainDate } from '@dossierkit/core';
import type { MrzFieldName, MrzLayout } from '../layout.js';
import { findNationalNumber } from '../national-number.js';
import type { MrzFields } from '../reading.js';
import type { LongNumber } from './check-digits.js';
import { withoutFillers } from './details.js';
import { readBirthDate, readExpiryDate } from './mrz-date.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What the zone says, ready to be used. */
export function fieldsOf(
  layout: MrzLayout,
  lines: readonly string[],
  today: PlainDate,
  long: LongNumber | undefined,
): MrzFields {
  const fields: Mutable<MrzFields> = {
    documentCode: '',
    issuingState: '',
    documentNumber: '',
    surname: '',
    givenNames: '',
    nameMayBeCut: false,
    optionalData: [],
  };
  const optional: string[] = [];
  for (const { name, line, start, end } of layout.fields) {
    take(fields, optional, name, (lines[line] as string).slice(start, end), today);
  }
  if (long) {
    fields.documentNumber += long.tail;
    optional[0] = (optional[0] ?? '').slice(long.tail.length + 1).replace(/^<+/, '');
  }
  if (optional[0] || optional[1]) fields.optionalData = optional.filter((text) => text !== '');
  const nationalNumber = findNationalNumber(fields.issuingState, fields.optionalData, fields.documentNumber);
  if (nationalNumber) fields.nationalNumber = nationalNumber;
  return fields;
}

function take(
  fields: Mutable<MrzFields>,
  optional: string[],
  name: MrzFieldName,
  text: string,
  today: PlainDate,
): void {
  switch (name) {
    case 'name':
      takeName(fields, text);
      break;
    case 'birthDate':
      fields.birthDate = readBirthDate(text, today) ?? { text };
      break;
    case 'expiryDate':
      fields.expiryDate = readExpiryDate(text, today) ?? { text };
      break;
    case 'sex':
      fields.sex = text === 'F' ? 'female' : text === 'M' ? 'male' : 'unspecified';
      break;
    case 'optionalData':
    case 'optionalData2':
      optional.push(withoutFillers(text));
      break;
    case 'surname':
    case 'givenNames':
      fields[name] = spaced(withoutFillers(text));
      if (text.charCodeAt(text.length - 1) !== 60) fields.nameMayBeCut = true;
      break;
    case 'filler':
      break;
    default:
      fields[name] = withoutFillers(text);
  }
}

function takeName(fields: Mutable<MrzFields>, text: string): void {
  const name = withoutFillers(text);
  fields.nameMayBeCut = name.length === text.length;
  const gap = name.indexOf('<<');
  fields.surname = spaced(gap < 0 ? name : name.slice(0, gap));
  fields.givenNames = gap < 0 ? '' : spaced(name.slice(gap + 2));
}

/** Fillers between words are spaces. */
function spaced(text: string): string {
  return text.indexOf('<') < 0 ? text : text.replace(/<+/g, ' ').trim();
}
