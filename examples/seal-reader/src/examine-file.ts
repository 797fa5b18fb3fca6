import { type Box, type CheckReport, linesOf, type PageText, type Timestamp } from '@dossierkit/core';
import {
  type AuthenticityPolicy,
  checkSeals,
  checkTraces,
  type FoundSeal,
  findSeals,
  type SealField,
  type SealFinding,
  type SealsChecked,
  type TraceFinding,
  type TracesChecked,
  type TrustStore,
} from '@dossierkit/doc-authenticity';
import type { Raster } from '@dossierkit/doc-raster';
import type { Reader } from '@dossierkit/doc-reader';

/** What the examination needs beside the file. */
export interface Tools {
  readonly reader: Reader;
  /** The barcode decoder, see `readBarcodeWasm`. */
  readonly wasm: Uint8Array<ArrayBuffer>;
  readonly trust: TrustStore;
  readonly policy: AuthenticityPolicy;
  readonly at: Timestamp;
}

/** One field of a seal, and where the page says the same. */
export interface FieldBesideText {
  readonly field: SealField;
  readonly signed: boolean;
  /** The line of the page that holds the value, and its place; absent where no line does. */
  readonly seen?: { readonly text: string; readonly box: Box };
}

/** A seal with its status and its fields. */
export interface ReadSeal {
  readonly found: FoundSeal;
  /** `null` for a code that begins like a seal and cannot be read. */
  readonly status: 'verified' | 'refuted' | 'inconclusive' | null;
  readonly fields: readonly FieldBesideText[];
}

/** Everything there is to show about one file. */
export interface Examination {
  readonly fileName: string;
  readonly pages: readonly Raster[];
  readonly seals: readonly ReadSeal[];
  readonly sealReport: CheckReport<SealsChecked, SealFinding>;
  readonly traceReport: CheckReport<TracesChecked, TraceFinding>;
}

const MOST_PAGES = 10;

/** Reads every seal of a file, verifies it, and looks for traces of editing. */
export async function examineFile(
  fileName: string,
  bytes: Uint8Array,
  { reader, wasm, trust, policy, at }: Tools,
): Promise<Examination | { readonly problem: string }> {
  const opened = await reader.open(bytes);
  if (!opened.ok) return { problem: opened.error.code };
  using document = opened.value;
  const pages: Raster[] = [];
  const texts: PageText[] = [];
  const found: FoundSeal[] = [];
  for (const page of document.pages.slice(0, MOST_PAGES)) {
    const raster = await page.readRaster();
    if (!raster.ok) return { problem: raster.error.code };
    pages.push(raster.value);
    found.push(...(await findSeals(raster.value, { wasm, page: page.index })));
    const text = await page.readText({ languages: ['fra'] });
    if (text.ok) texts.push(text.value);
  }
  const subject = document.digest;
  const sealReport = await checkSeals(found, { trust, policy, at, subject });
  const readings = texts.filter(({ source }) => source === 'ocr');
  const traceReport = checkTraces(bytes, { subject, at, readings });
  let next = 0;
  const seals = found.map((one): ReadSeal => {
    if (!one.seal.ok) return { found: one, status: null, fields: [] };
    const { fields, unsignedFields } = one.seal.value;
    const status = sealReport.value.seals[next++]?.status ?? null;
    const text = texts.find(({ page }) => page === one.where.page);
    return {
      found: one,
      status,
      fields: [
        ...fields.map((field) => besideText(field, true, text)),
        ...unsignedFields.map((field) => besideText(field, false, text)),
      ],
    };
  });
  return { fileName, pages, seals, sealReport, traceReport };
}

/** A field and the line that holds its value, whatever spaces, signs and accents stand between. */
function besideText(field: SealField, signed: boolean, text: PageText | undefined): FieldBesideText {
  const wanted = plain(field.value);
  const line =
    text && wanted.length >= 2 ? linesOf(text).find((one) => plain(one.text).includes(wanted)) : undefined;
  return { field, signed, ...(line && { seen: { text: line.text, box: line.box } }) };
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
