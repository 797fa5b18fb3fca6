import { type CheckReport, type Finding, type JsonValue, type Locale, renderMessage } from '@dossierkit/core';
import type { AuditBundle } from './bundle.js';
import { readBundle } from './bundle.js';
import type { BundleSummary } from './check-bundle.js';
import type { AuditEntry } from './entry.js';
import type { AuditFinding } from './findings.js';
import { messages } from './messages/index.js';
import { importSubjectKey, openPersonalData } from './personal-data.js';

/** Options of {@link formatTimeline}. */
export interface TimelineOptions {
  /** Default `en`. */
  readonly locale?: Locale;
}

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
  const read = readBundle(file);
  const bundle = typeof read === 'string' ? undefined : read.bundle;
  const faults = report.findings.filter(
    ({ outcome, severity }) => outcome !== 'passed' && severity !== 'info',
  );
  const sections: string[] = [];
  for (const [at, { dossier, entries, sealed }] of (bundle?.dossiers ?? []).entries()) {
    const summary = report.value?.dossiers[at];
    const rows: string[] = [];
    for (const entry of entries)
      rows.push(await rowOf(entry, sealed, bundle?.keys ?? {}, protectionOf(entry, summary)));
    sections.push(`<section><h2>${escapeHtml(dossier)}</h2><ol>${rows.join('\n')}</ol></section>`);
  }
  const direction = renderMessage(messages, faults[0] ?? { code: '', params: {} }, locale).direction;
  return `<!doctype html>
<html lang="${locale}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(report.value?.origin ?? 'audit trail')}</title><style>${STYLE}</style></head><body>
<header class="${report.verdict}"><h1>${escapeHtml(report.value?.origin ?? '')}</h1>
<p><b>${report.verdict}</b> · <time>${escapeHtml(String(report.at))}</time></p>${faultList(faults, locale)}</header>
${sections.join('\n')}
</body></html>
`;
}

const STYLE = `
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:46rem;margin:2rem auto;padding:0 1rem}
header{border-inline-start:.4rem solid #2a7;padding-inline-start:1rem}header.reject{border-color:#c33}header.review{border-color:#d90}
h1{font-size:1.3rem;margin:0}ol{list-style:none;padding:0}
li{border-inline-start:.25rem solid #2a7;padding:.2rem 1rem;margin:.5rem 0}
li.signed{border-color:#48c}li.unanchored{border-color:#999;border-inline-start-style:dashed}li.broken{border-color:#c33}
dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem;margin:.2rem 0;font-size:.85rem}dt{opacity:.7}
dd{margin:0;overflow-wrap:anywhere}small{opacity:.7}`;

function faultList(faults: readonly Finding[], locale: Locale): string {
  if (faults.length === 0) return '';
  const items = faults.slice(0, 100).map((finding) => {
    const { text, advice } = renderMessage(messages, finding, locale);
    return `<li><b>${escapeHtml(text)}</b> ${escapeHtml(advice)}</li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}

type DossierSummary = BundleSummary['dossiers'][number] | undefined;

function protectionOf({ sequence }: AuditEntry, summary: DossierSummary): string {
  return summary?.ranges.find(({ from, to }) => sequence >= from && sequence <= to)?.protection ?? 'broken';
}

async function rowOf(
  entry: AuditEntry,
  sealed: Readonly<Record<string, string>>,
  keys: AuditBundle['keys'],
  protection: string,
): Promise<string> {
  const facts = Object.entries(entry.facts).map(([name, value]) => pair(name, value));
  for (const ref of entry.sealed) {
    const key = await importSubjectKey(keys[ref.subject] ?? '');
    const opened = await openPersonalData(ref, sealed[ref.digest], key);
    facts.push(pair(ref.name, opened.state === 'open' ? opened.data : `(${opened.state})`));
  }
  const by = entry.by ? ` · ${escapeHtml(entry.by.id)} (${escapeHtml(entry.by.kind)})` : '';
  return `<li class="${protection}"><b>${entry.sequence}. ${escapeHtml(entry.type)}</b>${by}<br>
<small><time>${escapeHtml(entry.at)}</time> · ${protection} · ${escapeHtml(entry.hash.slice(0, 16))}…</small><dl>${facts.join('')}</dl></li>`;
}

function pair(name: string, value: JsonValue | undefined): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(text ?? '')}</dd>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
