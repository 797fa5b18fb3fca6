import type { Place } from '@dossierkit/core';
import type { PdfChange } from '../../traces/findings.js';
import { annotationsOf, fieldTypeOf, type PdfAnnotation } from './annotations.js';
import { sameObject } from './equal.js';
import type { PdfDict } from './objects.js';
import { type PdfPage, pagesOf } from './pages.js';
import type { PdfView } from './pdf-view.js';

export interface ChangeWithPlace {
  readonly change: PdfChange;
  readonly where?: Place;
}

/** How many pairs of annotations of a page are compared. */
const MAX_COMPARED = 2000;
/** Annotations that show nothing of their own on the page, or only a sign that there is a note. */
const NOTES = new Set(['Link', 'Popup', 'Text', 'FileAttachment']);
/** What a signature may add beside its field: ETSI EN 319 142-1 document security store. */
const VALIDATION_KEYS = new Set(['DSS', 'Extensions', 'Version']);
/** Where the catalogue keeps what is not on the pages and not shown. */
const METADATA_KEYS = new Set([
  'Metadata',
  'OutputIntents',
  'MarkInfo',
  'Lang',
  'PieceInfo',
  'ViewerPreferences',
]);

/** Compares two states of a document by what they mean, not by which objects were written. */
export function diffRevisions(before: PdfView, after: PdfView): ChangeWithPlace[] {
  const [oldPages, newPages] = [pagesOf(before), pagesOf(after)];
  const changes: ChangeWithPlace[] = [];
  const partnerOf = pairPages(oldPages, newPages);
  for (const [index, page] of newPages.entries()) {
    const old = partnerOf(page, index);
    if (!old) changes.push({ change: 'page-added', where: { page: index } });
    else changes.push(...diffPage(before, old, after, page, index));
  }
  if (oldPages.length > newPages.length) changes.push({ change: 'page-removed' });
  changes.push(...diffCatalogue(before, after));
  return changes;
}

/** Pages keep their object number when others are put before them; where they have none, their place counts. */
function pairPages(
  oldPages: readonly PdfPage[],
  newPages: readonly PdfPage[],
): (page: PdfPage, index: number) => PdfPage | undefined {
  const byNumber = new Map(oldPages.map((page) => [page.ref?.number, page]));
  const anyShared = newPages.some(({ ref }) => ref && byNumber.has(ref.number));
  return (page, index) => (anyShared && page.ref ? byNumber.get(page.ref.number) : oldPages[index]);
}

function diffPage(
  before: PdfView,
  old: PdfPage,
  after: PdfView,
  page: PdfPage,
  index: number,
): ChangeWithPlace[] {
  const changes: ChangeWithPlace[] = [];
  const same = (key: string): boolean =>
    sameObject(before, old.dict.entries.get(key), after, page.dict.entries.get(key));
  const sameLook =
    same('Contents') &&
    sameObject(before, old.resources, after, page.resources) &&
    old.toFraction.every((value, k) => value === page.toFraction[k]);
  if (!sameLook) changes.push({ change: 'page-content', where: { page: index } });
  if (!same('Annots')) changes.push(...diffAnnotations(before, old, after, page, index));
  return changes;
}

function diffAnnotations(
  before: PdfView,
  old: PdfPage,
  after: PdfView,
  page: PdfPage,
  index: number,
): ChangeWithPlace[] {
  const earlier = annotationsOf(before, old);
  let compared = 0;
  const unchanged = (one: PdfAnnotation): boolean =>
    earlier.some(
      (other) =>
        other.subtype === one.subtype &&
        other.box?.x === one.box?.x &&
        other.box?.y === one.box?.y &&
        compared++ < MAX_COMPARED &&
        sameObject(before, other.dict, after, one.dict),
    );
  const hadFields = earlier.some(({ subtype }) => subtype === 'Widget');
  const changes: ChangeWithPlace[] = [];
  const later = annotationsOf(after, page);
  for (const annotation of later) {
    if (unchanged(annotation)) continue;
    const { box } = annotation;
    const where: Place = { page: index, ...(box && { box }) };
    changes.push({ change: kindOf(after, annotation, hadFields), where });
  }
  if (later.length < earlier.length && changes.length === 0)
    changes.push({ change: 'annotation', where: { page: index } });
  return changes;
}

function kindOf(view: PdfView, { subtype, dict, shown }: PdfAnnotation, hadFields: boolean): PdfChange {
  if (subtype === 'Widget') {
    const type = fieldTypeOf(view, dict);
    if (type === 'Sig') return 'signature';
    // A text field that was not there before is a way to write on the page, not to fill it in.
    return hadFields ? 'form-filled' : 'annotation';
  }
  return NOTES.has(subtype) || !shown ? 'note' : 'annotation';
}

function diffCatalogue(before: PdfView, after: PdfView): ChangeWithPlace[] {
  const [old, now] = [before.dict(before.trailer, 'Root'), after.dict(after.trailer, 'Root')];
  const changes = new Set<PdfChange>();
  const differs = (a: PdfDict, b: PdfDict, key: string): boolean =>
    !sameObject(before, a.entries.get(key), after, b.entries.get(key));
  for (const key of new Set([...old.entries.keys(), ...now.entries.keys()])) {
    if (key === 'Pages' || !differs(old, now, key)) continue;
    if (VALIDATION_KEYS.has(key)) changes.add('validation-data');
    else if (METADATA_KEYS.has(key)) changes.add('metadata');
    else if (key === 'AcroForm') changes.add(signsInForm(after) ? 'signature' : 'form-filled');
    else changes.add('structure');
  }
  if (differs(before.trailer, after.trailer, 'Info')) changes.add('metadata');
  return [...changes].map((change) => ({ change }));
}

/** Bit 1 of `SigFlags`: the form has a signature. */
function signsInForm(view: PdfView): boolean {
  const flags = view.get(view.dict(view.dict(view.trailer, 'Root'), 'AcroForm'), 'SigFlags');
  return typeof flags === 'number' && (flags & 1) === 1;
}
