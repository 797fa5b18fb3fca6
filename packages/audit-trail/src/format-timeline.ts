import {
  type CheckReport,
  directionOf,
  type Finding,
  type JsonValue,
  type Locale,
  renderMessage,
} from '@dossierkit/core';
import { type AuditBundle, type BundledDossier, readBundle } from './bundle.js';
import type { AuditRange, BundleSummary } from './check-bundle.js';
import type { AuditEntry } from './entry.js';
import type { AuditFinding } from './findings.js';
import { TIMELINE_STYLE } from './internal/timeline-style.js';
import { type TimelineWords, WORDS } from './internal/timeline-words.js';
import { messages } from './messages/index.js';
import { importSubjectKey, openPersonalData } from './personal-data.js';

/** Options of {@link formatTimeline}. */
export interface TimelineOptions {
  /** Default `en`. */
  readonly locale?: Locale;
}

/** More faults than these are counted, not listed. */
const MAX_FAULTS = 100;

/**
 * A bundle as one HTML page for a person: what happened to each dossier, in order, how well each part is protected, and what
 * verification found. No script, nothing loaded from elsewhere. Disclosed personal data is shown.
 *
 * @param report what {@link checkBundle} said about the same file
 */
export async function formatTimeline(
  file: string,
  report: CheckReport<BundleSummary | undefined, AuditFinding>,
  options: TimelineOptions = {},
): Promise<string> {
  const { locale = 'en' } = options;
  const words = WORDS[locale];
  const read = readBundle(file);
  const bundle = typeof read === 'string' ? undefined : read.bundle;
  const sections: string[] = [];
  for (const [at, dossier] of (bundle?.dossiers ?? []).entries()) {
    sections.push(await sectionOf(dossier, report.value?.dossiers[at], { words, keys: bundle?.keys ?? {} }));
  }
  const origin = escapeHtml(report.value?.origin ?? '');
  const dates = [
    ...(report.value ? [`${words.exportedOn} ${time(report.value.exportedAt)}`] : []),
    `${words.checkedOn} ${time(report.at)}`,
  ];
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${words.title} · ${origin}</title><style>${TIMELINE_STYLE}</style></head><body>
<header class="${report.verdict}"><p>${words.title} · <bdi>${origin}</bdi></p><h1>${words.verdicts[report.verdict]}</h1>
<p><small>${dates.join(' · ')}</small></p>${faultList(report.findings, locale)}</header>
${sections.join('\n')}
</body></html>
`;
}

function faultList(findings: readonly Finding[], locale: Locale): string {
  const faults = findings.filter(({ outcome, severity }) => outcome !== 'passed' && severity !== 'info');
  if (faults.length === 0) return '';
  const items = faults.slice(0, MAX_FAULTS).map((finding) => {
    const { text, advice } = renderMessage(messages, finding, locale);
    return `<li><b>${escapeHtml(text)}</b> ${escapeHtml(advice)}</li>`;
  });
  const rest = faults.length > MAX_FAULTS ? `<li>+ ${faults.length - MAX_FAULTS}</li>` : '';
  return `<ul>${items.join('')}${rest}</ul>`;
}

/** What every entry is drawn with. */
interface Drawing {
  readonly words: TimelineWords;
  readonly keys: AuditBundle['keys'];
}

async function sectionOf(
  { dossier, entries, sealed }: BundledDossier,
  summary: BundleSummary['dossiers'][number] | undefined,
  drawing: Drawing,
): Promise<string> {
  const rows: string[] = [];
  for (const entry of entries) {
    const range = summary?.ranges.find(({ from, to }) => entry.sequence >= from && entry.sequence <= to);
    rows.push(await rowOf(entry, sealed, range, drawing));
  }
  return `<section><h2><bdi>${escapeHtml(dossier)}</bdi></h2><ol>${rows.join('\n')}</ol></section>`;
}

async function rowOf(
  entry: AuditEntry,
  sealed: Readonly<Record<string, string>>,
  range: AuditRange | undefined,
  { words, keys }: Drawing,
): Promise<string> {
  const facts = Object.entries(entry.facts).map(([name, value]) => pair(name, value));
  for (const ref of entry.sealed) {
    const key = await importSubjectKey(keys[ref.subject] ?? '');
    const opened = await openPersonalData(ref, sealed[ref.digest], key);
    const told = opened.state === 'erased' ? words.erased : words.unreadable;
    facts.push(opened.state === 'open' ? pair(ref.name, opened.data) : pair(ref.name, told, 'gone'));
  }
  const by = entry.by
    ? ` <span>· <bdi>${escapeHtml(entry.by.id)}</bdi> (${escapeHtml(entry.by.kind)})</span>`
    : '';
  const protection = range?.protection ?? 'broken';
  const seen = range?.anchoredAt ? `, ${words.seenOn} ${time(range.anchoredAt)}` : '';
  return `<li class="${protection}"><b>${entry.sequence}. <bdi>${escapeHtml(entry.type)}</bdi></b>${by}
<dl>${facts.join('')}</dl><small>${time(entry.at)} · ${words.protections[protection]}${seen} · <code>${escapeHtml(entry.hash.slice(0, 16))}…</code></small></li>`;
}

function pair(name: string, value: JsonValue | undefined, style = ''): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `<dt>${escapeHtml(name)}</dt><dd class="${style}"><bdi>${escapeHtml(text ?? '')}</bdi></dd>`;
}

/** An instant as people write it, in UTC; what is no instant stays as it is. */
function time(at: string): string {
  const shown = at.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):\d{2}\.\d{3}Z$/, '$1 $2 UTC');
  return `<time dir="ltr">${escapeHtml(shown)}</time>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
