import { type Locale, renderMessage } from '@dossierkit/core';
import { type AuditFact, type DossierSummary, messages } from '@dossierkit/dossier-state';

const STEP = 92;
const LANE = 44;
const LEFT = 150;

/** One dossier's life as a page: a lane for each state it was in, a point for each event, and where it stands now. */
export function drawLife(life: readonly AuditFact[], summary: DossierSummary, locale: Locale): string {
  const { text, advice, direction } = renderMessage(messages, summary.nextStep, locale);
  const rows = summary.requirements.map(({ id, label, status, have, need, why }) => {
    const reasons = why.map((finding) => renderMessage(messages, finding, locale).text).join(' ');
    const counted = need > 1 ? ` ${have}/${need}` : '';
    return `<tr class="${status}"><td>${safe(label[locale] ?? id)}</td><td>${status}${counted}</td><td>${safe(reasons)}</td></tr>`;
  });
  return `<!doctype html><html lang="${locale}" dir="${direction}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${safe(summary.id)}</title><style>${STYLE}</style></head><body>
<h1>${safe(summary.id)} <small>${summary.state}</small></h1>
<p><b>${safe(text)}</b> ${safe(advice)}</p>
<div class="life" dir="ltr">${pictureOf(life)}</div>
<table>${rows.join('')}</table>
<script>new EventSource('/events').addEventListener('dossier', (e) => {
  if (JSON.parse(e.data).dossier === ${scriptString(summary.id)}) location.reload();
});</script></body></html>`;
}

function pictureOf(life: readonly AuditFact[]): string {
  const lanes = [...new Set(life.map(({ to }) => to))];
  const y = (state: string): number => 24 + lanes.indexOf(state as AuditFact['to']) * LANE;
  const x = (at: number): number => LEFT + at * STEP;
  const width = x(life.length - 1) + STEP;
  const height = lanes.length * LANE + 16;
  const names = lanes.map(
    (state) =>
      `<text x="0" y="${y(state) + 5}">${state}</text><line class="lane" x1="${LEFT - 20}" x2="${width}" y1="${y(state)}" y2="${y(state)}"/>`,
  );
  const path = life.map(({ to }, at) => (at === 0 ? `M${x(0)} ${y(to)}` : `H${x(at)} V${y(to)}`)).join(' ');
  const points = life.map(({ to, type, at: when, by }, at) => {
    const who = by ? ` · ${by.id}` : '';
    return `<g><title>${safe(`${when} ${type}${who}`)}</title><circle cx="${x(at)}" cy="${y(to)}" r="6"/>
<text class="event" x="${x(at)}" y="${y(to) + 20}">${safe(type)}</text></g>`;
  });
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">${names.join('')}
<path d="${path}"/>${points.join('')}</svg>`;
}

const STYLE = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:60rem;margin:2rem auto;padding:0 1rem}
small{font-weight:400;opacity:.7}.life{overflow-x:auto}svg{font-size:13px;fill:currentColor}svg path{fill:none;stroke:#28c;stroke-width:2.5}
circle{fill:#28c}.lane{stroke:currentColor;opacity:.15}.event{text-anchor:middle;font-size:10px;opacity:.75}
table{border-collapse:collapse;width:100%;margin-top:1rem}td{padding:.4rem;border-top:1px solid #8884;vertical-align:top}
.accepted td:nth-child(2),.waived td:nth-child(2){color:#2a7}.to-redo td:nth-child(2),.expired td:nth-child(2){color:#d40}`;

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** A string inside a script must not end the script. */
function scriptString(text: string): string {
  return JSON.stringify(text).replaceAll('<', '\\u003c');
}
