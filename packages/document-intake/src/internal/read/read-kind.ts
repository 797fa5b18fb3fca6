import type { TextPage } from '@dossierkit/core';
import type { FoundSeal } from '@dossierkit/doc-authenticity';
import { classifyDocument, type DocumentHints } from '@dossierkit/doc-classifier';
import type { Page } from '@dossierkit/doc-reader';
import type { MrzReading } from '@dossierkit/mrz-check';
import type { Expectation } from '../../expectation.js';
import type { JudgedPages } from './judge-quality.js';
import { kindOfZone } from './kind-of-zone.js';
import { pageNumberOf } from './page-number.js';
import type { Reading } from './reading.js';
import { straightPages } from './straighten.js';
import { wantedProfiles } from './wanted-profiles.js';

/** What earlier steps learned of a file. */
export interface Known {
  readonly quality: JudgedPages;
  readonly zone: MrzReading | undefined;
  readonly seals: readonly FoundSeal[];
}

/** Which document it is, how old, and what it says. */
export async function readKind(reading: Reading, known: Known): Promise<void> {
  const { signal, emit } = reading;
  const { expectation, settings } = reading.task;
  // A zone that says it all spares the reading of everything else, the slowest step by far.
  if (known.zone && saysItAll(known.zone, expectation)) return reading.skip('kind', 'zone-decides');
  reading.begin('kind');
  const pages = await straightPages(reading, known.quality);
  const { classifier } = settings;
  const { kinds } = expectation;
  const report = await classifyDocument(
    { pages: pages.map((page) => numbered(page, reading)) },
    {
      ...{ ...reading.subject, hints: hintsOf(known), signal },
      ...(kinds && { expected: kinds }),
      ...(classifier && { policy: classifier }),
      profiles: wantedProfiles(expectation, settings.profiles),
    },
  );
  signal.throwIfAborted();
  emit({ type: 'kind', report });
  if (expectation.pageNumbers) await readPageNumbers(pages, reading);
  reading.finish('kind');
}

/** Whether the zone names the kind that is wanted and holds everything that is to be compared. */
function saysItAll(zone: MrzReading, { kinds, identity, record = {} }: Expectation): boolean {
  const kind = kindOfZone(zone);
  const { person: _, ...rest } = record;
  return (
    kind !== undefined && kinds?.includes(kind) === true && (!!identity || Object.keys(rest).length === 0)
  );
}

function hintsOf({ zone, seals }: Known): DocumentHints {
  const seal = seals.find((found) => found.seal.ok)?.seal;
  return {
    ...(zone?.valid && { mrzFormat: zone.format, mrzCode: zone.fields.documentCode }),
    ...(seal?.ok && seal.value.family === '2d-doc' && { sealType: seal.value.documentType }),
  };
}

/** The same page, which tells the number that is printed on it when it is read. */
function numbered(page: Page, { emit }: Reading): TextPage {
  return {
    index: page.index,
    hasTextLayer: page.hasTextLayer,
    ...(page.toFilePage && { toFilePage: page.toFilePage.bind(page) }),
    readText: async (options) => {
      const read = await page.readText(options);
      const number = read.ok ? pageNumberOf(read.value) : undefined;
      if (number) emit({ type: 'page-number', page: page.index, number });
      return read;
    },
  };
}

/** Where page numbers are printed: at the foot, else at the head. */
const MARGINS = [
  { x: 0, y: 0.86, width: 1, height: 0.14 },
  { x: 0, y: 0, width: 1, height: 0.12 },
] as const;

/** Reads the margins of scanned pages, which the classifier seldom needs. */
async function readPageNumbers(pages: readonly Page[], { emit, signal }: Reading): Promise<void> {
  for (const page of pages) {
    for (const region of MARGINS) {
      const read = await page.readText({ ...(!page.hasTextLayer && { region }), signal });
      signal.throwIfAborted();
      const number = read.ok ? pageNumberOf(read.value) : undefined;
      if (!number) continue;
      emit({ type: 'page-number', page: page.index, number });
      break;
    }
  }
}
