import { Budget } from './budget.js';
import { Lexer } from './lexer.js';
import { EMPTY_DICT, isDict, isStream, nameOf, type PdfDict, type PdfRef } from './objects.js';
import { createView, type PdfView } from './pdf-view.js';
import { readIndirect } from './read-indirect.js';
import { readXrefChain, scanForObjects, startsWith, type XrefEntry, type XrefSection } from './xref.js';

/** What reading a file may cost, in bytes unpacked and steps taken: a few seconds at most. */
const BUDGET_UNITS = 150_000_000;

/** A file whose structure was read. */
export interface PdfFile {
  readonly bytes: Uint8Array;
  readonly budget: Budget;
  /** Newest first. */
  readonly sections: readonly XrefSection[];
  /** Whether the cross-references were missing or wrong, so that objects had to be searched for. */
  readonly repaired: boolean;
  readonly encrypted: boolean;
  /** The document as these sections (newest first) have it. */
  view(sections: readonly XrefSection[]): PdfView;
  /** The document as a reader shows it. */
  readonly latest: PdfView;
}

/** Whether bytes begin like a PDF; up to a kilobyte of anything may stand before. */
export function looksLikePdf(bytes: Uint8Array): boolean {
  const end = Math.min(1024, bytes.length - 5);
  for (let at = 0; at <= end; at++) if (startsWith(bytes, '%PDF-', at)) return true;
  return false;
}

/**
 * Reads the structure of a PDF: every section of its cross-references, back to the first. Objects are read when they are
 * asked for. Damaged and hostile files give what can be read of them.
 */
export function openPdf(bytes: Uint8Array, budget: Budget = new Budget(BUDGET_UNITS)): PdfFile {
  const bare = createView(bytes, [], false, budget);
  const chain = readXrefChain(bytes, (stream) => bare.data(stream), budget);
  const encrypted = chain.some(({ trailer }) => trailer.entries.has('Encrypt'));
  let latest = createView(bytes, chain, encrypted, budget);
  const honest = chain.length > 0 && hasPages(latest) && offsetsHold(bytes, chain);
  let sections = chain;
  if (!honest) {
    const scanned = scanForObjects(bytes);
    const [newest] = chain;
    const trailer = newest?.trailer.entries.has('Root') ? newest.trailer : trailerOf(bytes, scanned);
    const repairedSection: XrefSection = { ...scanned, entries: withCompressed(scanned, chain), trailer };
    const repairedView = createView(bytes, [repairedSection], encrypted, budget);
    if (!hasPages(latest) || hasPages(repairedView)) {
      sections = [repairedSection];
      latest = repairedView;
    }
  }
  return {
    bytes,
    budget,
    sections,
    repaired: !honest,
    encrypted,
    latest,
    view: (wanted) => createView(bytes, wanted, encrypted, budget),
  };
}

function hasPages(view: PdfView): boolean {
  return isDict(view.get(view.dict(view.trailer, 'Root'), 'Pages'));
}

/** Whether the places that the newest entries name really hold those objects. */
function offsetsHold(bytes: Uint8Array, sections: readonly XrefSection[]): boolean {
  const checked = new Set<number>();
  let wrong = 0;
  for (const { entries } of sections) {
    for (const [number, entry] of entries) {
      if (checked.has(number)) continue;
      checked.add(number);
      if (entry.type !== 'offset' || entry.offset === 0) continue;
      const lexer = new Lexer(bytes, entry.offset);
      if (lexer.next(false) !== number) wrong++;
    }
  }
  return wrong === 0;
}

/** Where a file has no trailer, an object that calls itself the catalogue stands in for it. */
function trailerOf(bytes: Uint8Array, scanned: XrefSection): PdfDict {
  if (scanned.trailer.entries.has('Root')) return scanned.trailer;
  for (const [number, entry] of scanned.entries) {
    if (entry.type !== 'offset') continue;
    const value = readIndirect(bytes, entry.offset)?.value;
    const dict = isStream(value) ? value.dict : value;
    if (!isDict(dict)) continue;
    if (nameOf(dict.entries.get('Type')) === 'XRef' && dict.entries.has('Root')) return dict;
    if (nameOf(dict.entries.get('Type')) === 'Catalog')
      return { type: 'dict', entries: new Map([['Root', { type: 'ref', number, generation: 0 } as PdfRef]]) };
  }
  return EMPTY_DICT;
}

/** Objects inside object streams cannot be found by scanning: their entries are taken from the chain. */
function withCompressed(scanned: XrefSection, chain: readonly XrefSection[]): Map<number, XrefEntry> {
  const entries = new Map(scanned.entries);
  for (const section of chain)
    for (const [number, entry] of section.entries)
      if (entry.type === 'compressed' && !entries.has(number)) entries.set(number, entry);
  return entries;
}
