import { isArray, isDict, isString, nameOf, type PdfDict } from './objects.js';
import type { PdfView } from './pdf-view.js';

/** A signature of the file: which of its bytes it covers. */
export interface PdfSignature {
  /** Where the covered bytes end, or `undefined` where the range makes no sense. */
  readonly coversUpTo?: number;
  /** A document time stamp (ETSI.RFC3161) rather than a person's or a seal's signature. */
  readonly timestamp: boolean;
}

const MAX_FIELDS = 2000;

/** The signatures in the form's fields. They are located, not verified. */
export function signaturesOf(view: PdfView, fileLength: number): PdfSignature[] {
  const form = view.dict(view.dict(view.trailer, 'Root'), 'AcroForm');
  const signatures: PdfSignature[] = [];
  const seen = new Set<PdfDict>();
  const queue = [view.get(form, 'Fields')];
  while (queue.length > 0 && seen.size < MAX_FIELDS) {
    const list = queue.shift();
    if (!isArray(list)) continue;
    for (const item of list.slice(0, MAX_FIELDS)) {
      const field = view.resolve(item);
      if (!isDict(field) || seen.has(field)) continue;
      seen.add(field);
      if (field.entries.has('Kids')) queue.push(view.get(field, 'Kids'));
      const value = view.get(field, 'V');
      if (isDict(value) && value.entries.has('ByteRange'))
        signatures.push(signatureOf(view, value, fileLength));
    }
  }
  return signatures;
}

function signatureOf(view: PdfView, value: PdfDict, fileLength: number): PdfSignature {
  const timestamp = nameOf(view.get(value, 'SubFilter')) === 'ETSI.RFC3161';
  const range = view.get(value, 'ByteRange');
  const numbers = isArray(range) ? range.map((item) => view.resolve(item)) : [];
  const [start, length, resume, rest] = numbers;
  if (
    numbers.length !== 4 ||
    start !== 0 ||
    typeof length !== 'number' ||
    typeof resume !== 'number' ||
    typeof rest !== 'number' ||
    !holdsOnly(view, value, resume - length) ||
    resume <= length ||
    resume + rest > fileLength
  )
    return { timestamp };
  return { timestamp, coversUpTo: resume + rest };
}

/** Whether the gap between the covered ranges is just as large as the signature that stands in it, written in hexadecimal. */
function holdsOnly(view: PdfView, value: PdfDict, gap: number): boolean {
  const contents = view.get(value, 'Contents');
  return isString(contents) && gap === contents.bytes.length * 2 + 2;
}
