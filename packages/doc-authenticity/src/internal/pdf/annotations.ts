import type { Box } from '@dossierkit/core';
import { isArray, isDict, nameOf, type PdfDict } from './objects.js';
import { boxOnPage, type PdfPage, rectangle } from './pages.js';
import type { PdfView } from './pdf-view.js';

/** How many annotations of a page are looked at. */
const MAX_ANNOTATIONS = 500;
/** Flags of an annotation that is not shown: hidden (2) and no view (32). */
const NOT_SHOWN = 2 | 32;

export interface PdfAnnotation {
  readonly dict: PdfDict;
  /** `FreeText`, `Widget`, `Link`, … */
  readonly subtype: string;
  readonly box?: Box;
  readonly shown: boolean;
}

export function annotationsOf(view: PdfView, page: PdfPage): PdfAnnotation[] {
  const list = view.get(page.dict, 'Annots');
  if (!isArray(list)) return [];
  const annotations: PdfAnnotation[] = [];
  for (const item of list.slice(0, MAX_ANNOTATIONS)) {
    const dict = view.resolve(item);
    if (!isDict(dict)) continue;
    const corners = rectangle(view, view.get(dict, 'Rect'));
    const box = corners && boxOnPage(page, corners);
    const flags = view.get(dict, 'F');
    annotations.push({
      dict,
      subtype: nameOf(view.get(dict, 'Subtype')) ?? '',
      ...(box && { box }),
      shown: ((typeof flags === 'number' ? flags : 0) & NOT_SHOWN) === 0,
    });
  }
  return annotations;
}

/** The kind of form field that a widget is (`Tx`, `Btn`, `Ch`, `Sig`), which it may inherit. */
export function fieldTypeOf(view: PdfView, widget: PdfDict): string | undefined {
  let dict = widget;
  for (let level = 0; level < 10; level++) {
    const type = nameOf(view.get(dict, 'FT'));
    if (type) return type;
    const parent = view.get(dict, 'Parent');
    if (!isDict(parent)) return undefined;
    dict = parent;
  }
  return undefined;
}
