import { type Box, boxAround, type Place } from '@dossierkit/core';
import { diffRevisions } from '../../internal/pdf/diff-revisions.js';
import { pagesOf } from '../../internal/pdf/pages.js';
import type { PaintedItem } from '../../internal/pdf/paint.js';
import type { PdfView } from '../../internal/pdf/pdf-view.js';
import { readPage } from '../../internal/pdf/read-page.js';
import { type PdfRevision, revisionsOf } from '../../internal/pdf/revisions.js';
import { signaturesOf } from '../../internal/pdf/signatures.js';
import type { PdfChange, PdfTraceFinding } from '../findings.js';
import { groupBoxes } from './boxes.js';
import type { Examination, PdfTraceRule } from './examination.js';

/** How many later revisions are compared one by one. */
const MOST_REVISIONS = 20;
const INNOCENT: ReadonlySet<PdfChange> = new Set(['signature', 'validation-data', 'form-filled', 'note']);
/** What comes along with an innocent change, but is none by itself. */
const COMES_ALONG: ReadonlySet<PdfChange> = new Set(['metadata', 'structure']);

/** What was changed by saving the file again, revision by revision, and what the signatures say about it. */
export const updates: PdfTraceRule = (examination) => {
  const { file } = examination;
  if (file.encrypted) return [];
  const revisions = file.repaired ? [] : revisionsOf(file);
  const changed: { readonly endsAt: number; readonly innocent: boolean }[] = [];
  const findings: PdfTraceFinding[] = [];
  for (let k = 1; k < revisions.length && k <= MOST_REVISIONS; k++) {
    const [before, after] = [revisions[k - 1] as PdfRevision, revisions[k] as PdfRevision];
    const finding = compare(examination, file.view(before.sections), file.view(after.sections), k);
    changed.push({ endsAt: after.endsAt, innocent: finding.outcome === 'passed' });
    findings.push(finding);
  }
  return [...findings, ...signed(examination, changed)];
};

function compare({ file }: Examination, before: PdfView, after: PdfView, revision: number): PdfTraceFinding {
  const found = diffRevisions(before, after);
  const changes = [...new Set(found.map(({ change }) => change))].sort();
  const isInnocent =
    changes.length === 0 ||
    (changes.some((change) => INNOCENT.has(change)) &&
      changes.every((change) => INNOCENT.has(change) || COMES_ALONG.has(change)));
  const worst =
    found.find(({ change }) => change === 'page-content') ??
    found.find(({ change, where }) => where && !INNOCENT.has(change)) ??
    found.find(({ where }) => where);
  const where =
    worst?.change === 'page-content' && worst.where
      ? placeOfChange(file, before, after, worst.where)
      : worst?.where;
  return {
    code: 'doc-authenticity/pdf-updated',
    outcome: isInnocent ? 'passed' : 'failed',
    severity: isInnocent ? 'info' : 'warning',
    params: { revision, changes },
    ...(where && { where }),
  };
}

/** Where on the page something is drawn now that was not before, or no longer is. */
function placeOfChange(file: Examination['file'], before: PdfView, after: PdfView, { page }: Place): Place {
  const [old, now] = [pagesOf(before)[page], pagesOf(after)[page]];
  if (!old || !now) return { page };
  const [was, is] = [readPage(file, before, old).items, readPage(file, after, now).items];
  const [known, kept] = [new Set(was.map(keyOf)), new Set(is.map(keyOf))];
  const boxes = [
    ...is.filter((item) => !known.has(keyOf(item))),
    ...was.filter((item) => !kept.has(keyOf(item))),
  ].map((item) => item.box);
  const [largest] = groupBoxes(boxes).sort((a, b) => b.width * b.height - a.width * a.height);
  const box: Box | undefined = boxes.length > 200 ? boxAround(boxes) : largest;
  return { page, ...(box && { box }) };
}

function keyOf(item: PaintedItem): string {
  const { x, y, width, height } = item.box;
  const place = [x, y, width, height].map((value) => Math.round(value * 2000)).join(' ');
  return `${item.type} ${place} ${item.type === 'text' ? item.text : ''}`;
}

function signed(
  { file }: Examination,
  changed: readonly { readonly endsAt: number; readonly innocent: boolean }[],
): PdfTraceFinding[] {
  const signatures = signaturesOf(file.latest, file.bytes.length);
  if (signatures.length === 0) return [];
  const reach = Math.max(...signatures.map(({ coversUpTo }) => coversUpTo ?? 0));
  const later = changed.filter(({ endsAt }) => endsAt > reach + LINE_END);
  const sound = signatures.every(({ coversUpTo }) => coversUpTo !== undefined);
  const covers = !sound
    ? 'nothing'
    : reach + LINE_END >= file.bytes.length
      ? 'all'
      : later.length > 0 && later.every(({ innocent }) => innocent)
        ? 'all-but-innocent'
        : 'part';
  return [
    {
      code: 'doc-authenticity/pdf-signature',
      outcome: covers === 'all' || covers === 'all-but-innocent' ? 'passed' : 'failed',
      severity: 'warning',
      params: { count: signatures.length, covers },
    },
  ];
}

/** A line end behind `%%EOF` may or may not be counted. */
const LINE_END = 2;
