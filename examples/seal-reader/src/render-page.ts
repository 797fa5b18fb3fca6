import { directionOf, LOCALES, type Locale } from '@dossierkit/core';
import { pageOverlay, pagePicture } from './evidence.js';
import type { Examination, ReadSeal } from './examine-file.js';
import { type Sentence, sentencesOf } from './sentences.js';
import { WORDS, type Words } from './words.js';

const STYLE = `
:root { font: 16px/1.45 system-ui, sans-serif; color: #1d2939; background: #f9fafb }
body { margin: 0 auto; max-width: 1180px; padding: 24px }
h1 { font-size: 26px; margin: 0 0 16px } h2 { font-size: 18px; margin: 24px 0 8px }
form { display: flex; gap: 16px; flex-wrap: wrap; align-items: center; padding: 16px; background: #fff; border: 1px solid #e4e7ec; border-radius: 10px }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 28px; align-items: start }
@media (max-width: 800px) { .columns { grid-template-columns: minmax(0, 1fr) } }
figure { position: relative; margin: 0 0 16px; border: 1px solid #d0d5dd; background: #fff }
figure img, figure svg { display: block; width: 100%; height: auto } figure svg { position: absolute; inset: 0; height: 100% }
table { border-collapse: collapse; width: 100%; font-size: 14px; background: #fff }
th, td { text-align: start; padding: 6px 8px; border: 1px solid #e4e7ec; overflow-wrap: anywhere; vertical-align: top }
small, .missing { color: #667085 } ul { list-style: none; padding: 0; margin: 0 } li { padding: 8px 12px; margin: 6px 0; background: #fff; border-inline-start: 4px solid #98a2b3 }
li.look { border-color: #dc6803 } li.ok { border-color: #079455 } li p { margin: 0 } li.look p + p { color: #667085; font-size: 14px }
.badge { padding: 2px 10px; border-radius: 99px; color: #fff; font-size: 14px; background: #667085 } .badge.verified { background: #079455 } .badge.refuted { background: #d92d20 } .badge.inconclusive { background: #dc6803 }
`;

/** The page with the form, and below it what is known about the file. It loads nothing from elsewhere. */
export async function renderPage(
  examination: Examination | { readonly problem: string } | undefined,
  locale: Locale,
): Promise<string> {
  const words = WORDS[locale];
  const options = LOCALES.map((one) => `<option${one === locale ? ' selected' : ''}>${one}</option>`).join(
    '',
  );
  const result = !examination
    ? ''
    : 'problem' in examination
      ? `<p id="problem">${escaped(examination.problem)}</p>`
      : await renderExamination(examination, locale);
  return `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words.title}</title><link rel="icon" href="data:,"><style>${STYLE}</style></head><body>
<h1>${words.title}</h1>
<form method="post" enctype="multipart/form-data"><label>${words.choose} <input type="file" name="file" id="file" required onchange="this.form.requestSubmit()"></label><select name="locale" id="locale">${options}</select></form>
${result}</body></html>`;
}

async function renderExamination(examination: Examination, locale: Locale): Promise<string> {
  const words = WORDS[locale];
  const { fileName, pages, seals, sealReport, traceReport } = examination;
  const figures: string[] = [];
  for (const page of pages.keys()) {
    const picture = (await pagePicture(examination, page)).toString('base64');
    figures.push(
      `<figure><img alt="" src="data:image/jpeg;base64,${picture}">${pageOverlay(examination, page)}</figure>`,
    );
  }
  const sealed =
    seals.length === 0 ? `<p>${words.noSeal}</p>` : seals.map((seal) => renderSeal(seal, words)).join('');
  return `<h2 id="file-name">${escaped(fileName)}</h2><div class="columns"><section id="pages">${figures.join('')}</section><section>
<h2>${words.seals}</h2><div id="seals">${sealed}${listOf(sentencesOf(sealReport.findings, locale))}</div>
<h2>${words.traces}</h2><div id="traces">${listOf(sentencesOf(traceReport.findings, locale))}</div></section></div>`;
}

function renderSeal({ found, status, fields }: ReadSeal, words: Words): string {
  const seal = found.seal.ok ? found.seal.value : undefined;
  const name = seal ? `${seal.family} v${seal.version} · ${seal.authority} ${seal.certificate}` : '';
  const rows = fields.map(({ field, signed, seen }) => {
    const beside = seen ? escaped(seen.text) : `<span class="missing">${words.notFound}</span>`;
    const note = signed ? '' : `<br><small>${words.notSigned}</small>`;
    return `<tr><td>${escaped(field.id)} <small>${escaped(field.name ?? '')}</small></td><td>${escaped(field.value)}${note}</td><td>${beside}</td></tr>`;
  });
  return `<p><strong>${escaped(name)}</strong> <span class="badge ${status ?? ''}">${words.status[status ?? 'unreadable']}</span></p><table><tr><th>${words.field}</th><th>${words.inSeal}</th><th>${words.onPage}</th></tr>${rows.join('')}</table><p><small>${words.covers}</small></p>`;
}

const listOf = (sentences: readonly Sentence[]): string =>
  `<ul>${sentences.map(({ text, advice, mood }) => `<li class="${mood}"><p>${escaped(text)}</p>${mood === 'look' ? `<p>${escaped(advice)}</p>` : ''}</li>`).join('')}</ul>`;

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
