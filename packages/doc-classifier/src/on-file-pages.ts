import type { Box, Place, TextPage } from '@dossierkit/core';
import type { Evidence, FoundDocument } from './classification.js';

/**
 * The documents with every place on the pages as the file shows them: pages that were straightened before they were
 * read have boxes of their own.
 */
export function onFilePages(
  documents: readonly FoundDocument[],
  pages: readonly TextPage[],
): readonly FoundDocument[] {
  const maps = new Map(pages.flatMap(({ index, toFilePage }) => (toFilePage ? [[index, toFilePage]] : [])));
  return maps.size === 0 ? documents : documents.map((document) => mapDocument(document, maps));
}

type Maps = ReadonlyMap<number, (box: Box) => Box>;

function mapDocument(document: FoundDocument, maps: Maps): FoundDocument {
  const { evidence, runnerUp, fields, region, pages } = document;
  const mapAll = (all: readonly Evidence[]): Evidence[] =>
    all.map((one) => (one.where ? { ...one, where: mapPlace(one.where, maps) } : one));
  return {
    ...document,
    evidence: mapAll(evidence),
    ...(runnerUp
      ? { runnerUp: { ...runnerUp, evidence: mapAll(runnerUp.evidence), lostFor: mapAll(runnerUp.lostFor) } }
      : {}),
    // A document that has a part of a page to itself lies on one page.
    ...(region ? { region: maps.get(pages[0] as number)?.(region) ?? region } : {}),
    fields: fields.map((field) => ({ ...field, where: mapPlace(field.where, maps) })),
  };
}

function mapPlace<P extends Place>(place: P, maps: Maps): P {
  const map = maps.get(place.page);
  return map && place.box ? { ...place, box: map(place.box) } : place;
}
