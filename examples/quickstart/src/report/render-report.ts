import { directionOf } from '@dossierkit/core';
import type { Texts } from '../texts/texts.js';
import { type Html, html } from './html.js';
import { STYLES } from './styles.js';
import type {
  FileView,
  MarkView,
  PictureView,
  ReportView,
  RequirementView,
  TimelineView,
  Tone,
} from './view.js';

/** One self-contained page: no script, no request, pictures inside. */
export function renderReport(view: ReportView, texts: Texts): string {
  const page = html`<!doctype html>
<html lang="${view.locale}" dir="${directionOf(view.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${view.title}</title>
<style>${{ html: STYLES }}</style>
</head>
<body>
<main>
  <h1>${view.title}</h1>
  <p class="soft">${view.subtitle}</p>
  ${status(view, texts)}
  <h2>${texts.requirementsHeading}</h2>
  <div class="card">${requirements(view.requirements, texts)}</div>
  <h2>${texts.remindersHeading}</h2>
  <div class="card">${timeline(view, texts)}</div>
  <h2>${texts.filesHeading}</h2>
  ${view.files.map((file) => fileCard(file, texts))}
  <footer>${view.footer.map((line) => html`<p>${line}</p>`)}</footer>
</main>
</body>
</html>
`;
  return page.html;
}

function status(view: ReportView, texts: Texts): Html {
  const { label, done, total } = view.state;
  const percent = total === 0 ? 0 : Math.round((100 * done) / total);
  return html`<section class="card status" style="margin-block-start:1.2rem">
  <div><span class="soft small">${texts.stateLabel}</span><h3>${label}</h3></div>
  <div><span class="small">${texts.progress(done, total)}</span>
    <div class="bar" role="progressbar" aria-valuemin="0" aria-valuemax="${total}" aria-valuenow="${done}"><span style="inline-size:${percent}%"></span></div></div>
  <p class="next"><strong>${texts.nextLabel}</strong> ${view.nextStep}</p>
</section>`;
}

function requirements(list: readonly RequirementView[], texts: Texts): Html {
  return html`<table class="requirements">
<thead><tr><th>${texts.requirementColumn}</th><th>${texts.stateColumn}</th><th>${texts.whyColumn}</th></tr></thead>
<tbody>${list.map(
    ({ title, tone, state, why }) =>
      html`<tr><td>${title}</td><td>${pill(tone, state)}</td><td>${why.map((text) => html`<p>${text}</p>`)}</td></tr>`,
  )}</tbody></table>`;
}

function timeline(view: ReportView, texts: Texts): Html {
  if (view.timeline.length === 0) return html`<p>${texts.noReminders}</p>`;
  return html`<ol class="timeline">${view.timeline.map(timelineEntry)}</ol>
${view.timelineNotes.map((note) => html`<p class="soft small">${note}</p>`)}`;
}

function timelineEntry({ when, title, detail, why, past }: TimelineView): Html {
  const reasons =
    why.length > 0 && html`<ul class="why soft small">${why.map((text) => html`<li>${text}</li>`)}</ul>`;
  return html`<li class="${past ? 'past' : 'planned'}"><span class="soft small">${when}</span>
<h3>${title}</h3>${detail !== '' && html`<p>${detail}</p>`}${reasons}</li>`;
}

function fileCard(file: FileView, texts: Texts): Html {
  const tone: Tone = file.verdict === 'accept' ? 'good' : file.verdict === 'review' ? 'look' : 'bad';
  return html`<article class="card file" id="${file.id}">
<header><div><h3><bdi>${file.name}</bdi></h3><span class="soft small">${[file.requirement, file.kind].filter(Boolean).join(' · ')}</span></div>
${pill(tone, file.verdictLabel)}</header>
<div>${file.pictures.map(picture)}</div>
<div>
${file.messages.map(
  ({
    tone: messageTone,
    text,
    advice,
    measured,
  }) => html`<div class="message ${messageTone}"><p><strong>${text}</strong></p>
${advice !== '' && html`<p class="advice">${advice}</p>`}${measured !== undefined && html`<p class="soft small">${measured}</p>`}</div>`,
)}
${file.verified.length > 0 && verified(file, texts)}
${file.fields.length > 0 && fields(file, texts)}
<p class="steps soft small">${file.steps.map(
    ({ label, milliseconds, note }) =>
      html`<span>${label} ${note === '' ? `${Math.round(milliseconds)} ms` : note}</span>`,
  )}</p>
${file.digest !== '' && html`<p class="soft small">SHA-256 <bdi class="code">${file.digest.slice(0, 16)}…</bdi></p>`}
</div>
</article>`;
}

/** Folded away: who looks for what is wrong must not search for it among what is right. */
function verified(file: FileView, texts: Texts): Html {
  return html`<details class="verified"><summary>${texts.passedChecks(file.verified.length)}</summary>
<ul>${file.verified.map((text) => html`<li>${text}</li>`)}</ul></details>`;
}

function fields(file: FileView, texts: Texts): Html {
  return html`<table class="fields"><thead><tr><th>${texts.fieldColumn}</th><th>${texts.valueColumn}</th></tr></thead>
<tbody>${file.fields.map(({ label, value }) => html`<tr><td>${label}</td><td><bdi>${value}</bdi></td></tr>`)}</tbody></table>`;
}

function picture({ src, widthPx, heightPx, alt, marks, outline }: PictureView): Html {
  const points = outline?.map(({ x, y }) => `${x * widthPx},${y * heightPx}`).join(' ');
  return html`<figure class="picture"><img src="${src}" width="${widthPx}" height="${heightPx}" alt="${alt}">
<svg viewBox="0 0 ${widthPx} ${heightPx}" preserveAspectRatio="none" aria-hidden="true">
${points !== undefined && html`<polygon class="mark-neutral" points="${points}"/>`}
${marks.map((mark) => markRect(mark, widthPx, heightPx))}</svg></figure>`;
}

function markRect({ box, label, tone }: MarkView, widthPx: number, heightPx: number): Html {
  const at = [box.x * widthPx, box.y * heightPx, box.width * widthPx, box.height * heightPx].map((n) =>
    n.toFixed(1),
  );
  return html`<rect class="mark-${tone}" x="${at[0]}" y="${at[1]}" width="${at[2]}" height="${at[3]}"><title>${label}</title></rect>`;
}

function pill(tone: Tone, label: string): Html {
  return html`<span class="pill ${tone}">${label}</span>`;
}
