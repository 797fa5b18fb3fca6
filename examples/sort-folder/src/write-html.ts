import { directionOf, type Locale } from '@dossierkit/core';
import type { Row } from './sort-file.js';

const STYLE = `
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1c2330; background: #f5f6f8; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
article { display: grid; grid-template-columns: 9rem 1fr; gap: 1rem; background: #fff; border: 1px solid #dfe3ea; border-radius: 8px; padding: 1rem; margin: .6rem 0; }
img { max-width: 9rem; max-height: 11rem; border: 1px solid #dfe3ea; } .file { font-weight: 600; overflow-wrap: anywhere; }
.sure { color: #5b6577; font-size: .85rem; } dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: .5rem 0; font-size: .9rem; }
dt { color: #5b6577; } dd { margin: 0; overflow-wrap: anywhere; } ul { margin: .3rem 0; padding-inline-start: 1.2rem; color: #9a3412; }
`;

/** The index as one page of HTML, with its pictures inside, sorted by kind. */
export function writeHtml(rows: readonly Row[], locale: Locale): string {
  const groups = Map.groupBy(rows, (row) => row.name || row.kind);
  const sections = [...groups].map(
    ([name, group]) => `<h2>${escapeHtml(name)} (${group.length})</h2>${group.map(article).join('')}`,
  );
  return `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Index</title><style>${STYLE}</style><h1>${rows.length} files</h1>${sections.join('\n')}</html>\n`;
}

function article(row: Row): string {
  const picture =
    row.thumbnail === '' ? '<div></div>' : `<div><img alt="" src="${escapeHtml(row.thumbnail)}"></div>`;
  const fields = row.fields
    .map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`)
    .join('');
  const age = row.age === '' ? '' : `<dt>age</dt><dd>${escapeHtml(row.age)}</dd>`;
  const doubts =
    row.doubts.length === 0
      ? ''
      : `<ul>${row.doubts.map((doubt) => `<li>${escapeHtml(doubt)}</li>`).join('')}</ul>`;
  const reasons =
    row.reasons.length === 0 ? '' : `<p class="sure">${escapeHtml(row.reasons.join(' · '))}</p>`;
  return `<article>${picture}<div><span class="file">${escapeHtml(row.file)}</span> <span class="sure">${Math.round(row.probability * 100)} %</span><dl>${age}${fields}</dl>${doubts}${reasons}</div></article>`;
}

/** Names and values come from strangers' files. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
