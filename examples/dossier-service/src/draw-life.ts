import { type Locale, renderMessage } from '@dossierkit/core';
import { type AuditFact, type DossierState, type DossierSummary, messages } from '@dossierkit/dossier-state';
import { WORDS, type Words } from './words.js';

const STEP = 30;
const LANE = 34;
const TOP = 20;

/** How a life is drawn. */
export interface DrawOptions {
  readonly locale: Locale;
  /** The id of the last event of the live stream that the page knows of. */
  readonly after: string;
}

/**
 * One dossier's life as a page: where it stands and what to do, what was asked for, a lane for each state it was in with a point
 * for each event, and every event with who did it and what it changed.
 */
export function drawLife(
  life: readonly AuditFact[],
  summary: DossierSummary,
  { locale, after }: DrawOptions,
): string {
  const { text, advice, direction } = renderMessage(messages, summary.nextStep, locale);
  const words = WORDS[locale];
  const arrow = direction === 'rtl' ? '←' : '→';
  const labels = new Map(summary.requirements.map(({ id, label }) => [id, label[locale] ?? id]));
  return `<!doctype html><html lang="${locale}" dir="${direction}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${safe(summary.id)}</title><style>${STYLE}</style></head><body>
<h1><bdi>${safe(summary.id)}</bdi> <small>${words.states[summary.state]}</small></h1>
<p><b>${safe(text)}</b> ${safe(advice)}</p>
<table>${requirementRows(summary, locale).join('')}</table>
<div class="life" dir="ltr">${pictureOf(life, words)}</div>
<ol>${life.map((fact) => entryOf(fact, { words, labels, arrow })).join('\n')}</ol>
<script>new EventSource('/events?after=${encodeURIComponent(after)}').addEventListener('dossier', (e) => {
  if (JSON.parse(e.data).dossier === ${scriptString(summary.id)}) location.reload();
});</script></body></html>`;
}

function requirementRows({ requirements }: DossierSummary, locale: Locale): string[] {
  return requirements.map(({ id, label, status, have, need, why }) => {
    const reasons = why.map((finding) => renderMessage(messages, finding, locale).text).join(' ');
    const counted = need > 1 ? ` <bdi>${have}/${need}</bdi>` : '';
    const told = WORDS[locale].statuses[status];
    return `<tr class="${status}"><td>${safe(label[locale] ?? id)}</td><td>${told}${counted}</td><td>${safe(reasons)}</td></tr>`;
  });
}

/** The states from top to bottom in the order in which they were reached, the events from left to right. */
function pictureOf(life: readonly AuditFact[], words: Words): string {
  const lanes = [...new Set(life.map(({ to }) => to))];
  const left = 16 + 7.5 * Math.max(...lanes.map((state) => words.states[state].length));
  const y = (state: DossierState): number => TOP + lanes.indexOf(state) * LANE;
  const x = (at: number): number => left + at * STEP;
  const width = x(life.length - 1) + STEP;
  const height = TOP + lanes.length * LANE;
  const names = lanes.map(
    (state) =>
      `<text x="0" y="${y(state) + 5}">${words.states[state]}</text><line class="lane" x1="${left - 10}" x2="${width}" y1="${y(state)}" y2="${y(state)}"/>`,
  );
  const path = life.map(({ to }, at) => (at === 0 ? `M${x(0)} ${y(to)}` : `H${x(at)} V${y(to)}`)).join(' ');
  const points = life.map(
    ({ to, type, sequence }, at) =>
      `<g><title>${sequence}. ${words.events[type]}</title><circle cx="${x(at)}" cy="${y(to)}" r="9"/><text class="event" x="${x(at)}" y="${y(to) + 4}">${sequence}</text></g>`,
  );
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">${names.join('')}
<path d="${path}"/>${points.join('')}</svg>`;
}

interface Naming {
  readonly words: Words;
  /** From one to the next, in the direction of reading. */
  readonly arrow: string;
  /** What requirements are called, by id. */
  readonly labels: ReadonlyMap<string, string>;
}

function entryOf(fact: AuditFact, { words, labels, arrow }: Naming): string {
  const { type, at, by, reason, from, to, report, requirements } = fact;
  const who = by ? ` · <bdi>${safe(by.id)}</bdi>` : '';
  const checked = report ? ` · <bdi>${safe(report.check)}: ${safe(report.verdict)}</bdi>` : '';
  const said = reason ? ` · “${safe(reason)}”` : '';
  const changes = requirements.map(
    (change) =>
      `<li>${safe(labels.get(change.id) ?? change.id)}: ${words.statuses[change.from]} ${arrow} ${words.statuses[change.to]}</li>`,
  );
  const moved = from === to ? '' : ` <span class="to">${words.states[to]}</span>`;
  return `<li><b>${words.events[type]}</b>${moved}<br><small><time dir="ltr">${at.slice(0, 16).replace('T', ' ')} UTC</time>${who}${checked}${said}</small>
<ul>${changes.join('')}</ul></li>`;
}

const STYLE = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:48rem;margin:2rem auto;padding:0 1rem}
h1 small{font-weight:400;opacity:.7}.life{overflow-x:auto;margin:1.5rem 0}svg{font-size:13px;fill:currentColor}svg path{fill:none;stroke:#28c;stroke-width:2.5}
circle{fill:#28c}.lane{stroke:currentColor;opacity:.15}.event{text-anchor:middle;font-size:10px;fill:#fff}
table{border-collapse:collapse;width:100%;margin-top:1rem}td{padding:.4rem;border-top:1px solid #8884;vertical-align:top}
.accepted td:nth-child(2),.waived td:nth-child(2){color:#2a7}.to-redo td:nth-child(2),.expired td:nth-child(2){color:#d40}
ol{padding-inline-start:1.6rem}ol>li{margin:.7rem 0}ul{margin:.1rem 0;padding-inline-start:1.1rem;font-size:.9rem}
.to{border:1px solid #28c;border-radius:1rem;padding:0 .6rem;font-size:.85rem}small{opacity:.75}`;

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** A string inside a script must not end the script. */
function scriptString(text: string): string {
  return JSON.stringify(text).replaceAll('<', '\\u003c');
}
