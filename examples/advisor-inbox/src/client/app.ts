import { directionOf, type Locale, matchLocale, renderMessage, timestampMs } from '@dossierkit/core';
import { messages, type RouterFinding } from '@dossierkit/priority-router';
import { CLOSING, OPENING } from '../office/branch.js';
import { createOffice } from '../office/office.js';
import type { Proposal } from '../office/what-if.js';
import { TEXTS } from '../texts/texts.js';
import { actions } from './actions.js';
import { boardPage } from './board.js';
import { show } from './dom.js';
import { createFormat } from './format.js';
import { headerOf, type Page } from './header.js';
import { inboxPage } from './inbox.js';
import type { View } from './view.js';
import { type WhatIfState, whatIfPage } from './what-if.js';
import type { WhatIfAnswer, WhatIfQuestion } from './what-if-worker.js';

const TICK_MS = 250;
const NOTICE_MS = 9000;

const asked = new URLSearchParams(location.search);
const office = createOffice(Number(asked.get('seed') ?? 7));
const element = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;

let locale: Locale = matchLocale(asked.get('locale') ?? navigator.languages);
let page: Page = pageOf(location.hash);
let player = asked.get('you') ?? 'eva';
let selected: string | null = null;
let speed = Number(asked.get('speed') ?? 2);
let running = asked.get('paused') === null;
let whatIf: WhatIfState = {
  proposal: { order: 'earliest-deadline', overflowShare: 0.5 },
  progress: null,
  comparison: null,
};

function draw(): void {
  const texts = TEXTS[locale];
  const view: View = { office, texts, format: createFormat(locale), locale, player, selected };
  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
  document.title = texts.title;
  show(element('header'), headerOf(view, { page, speed, running }));
  const main = element('main');
  main.dataset.page = page;
  if (page === 'inbox') show(main, inboxPage(view));
  else if (page === 'board') show(main, boardPage(view));
  else show(main, whatIfPage(view, whatIf));
}

function pageOf(hash: string): Page {
  return hash === '#board' ? 'board' : hash === '#what-if' ? 'what-if' : 'inbox';
}

/** Tells the person what the router said to what they did. */
function tell(findings: readonly RouterFinding[]): void {
  const told = findings.filter(({ severity }) => severity !== 'info');
  if (told.length === 0) return;
  const texts = told.map((finding) => renderMessage(messages, finding, locale));
  element('notice').textContent = texts.map(({ text, advice }) => `${text} ${advice}`).join('\n');
  setTimeout(() => element('notice').replaceChildren(), NOTICE_MS);
}

function compareNow(): void {
  const texts = TEXTS[locale];
  const worker = new Worker(new URL('./what-if-worker.ts', import.meta.url), { type: 'module' });
  const question: WhatIfQuestion = {
    strategy: office.router.strategy,
    proposal: whatIf.proposal,
    names: { today: texts.before, proposed: texts.after, policies: texts.policies, picture: texts.picture },
  };
  worker.addEventListener('message', ({ data }: MessageEvent<WhatIfAnswer>) => {
    if ('progress' in data) whatIf = { ...whatIf, progress: data.progress };
    else {
      whatIf = { ...whatIf, progress: null, comparison: data.comparison };
      worker.terminate();
    }
    draw();
  });
  whatIf = { ...whatIf, progress: 0 };
  worker.postMessage(question);
}

/** The new strategy holds from now on, for everything that waits. */
function adopt(): void {
  const { strategy } = office.router;
  const version = String(Number(strategy.version) + 1);
  tell(office.act({ type: 'strategy-changed', strategy: { ...strategy, ...whatIf.proposal, version } }));
}

document.addEventListener('click', ({ target }) => {
  const clicked = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
  if (!clicked) return;
  const { do: name = '', item = '', part = '' } = clicked.dataset;
  if (name === 'select') selected = item;
  else if (name === 'run') running = !running;
  else if (name === 'compare') compareNow();
  else if (name === 'adopt') adopt();
  else tell(actions[name]?.({ office, player, item, part }) ?? []);
  draw();
  if (name === 'select') element('main').querySelector('.letter')?.scrollIntoView({ block: 'nearest' });
});

document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLSelectElement || target instanceof HTMLInputElement)) return;
  const { name, value } = target;
  if (name === 'locale') locale = matchLocale(value);
  else if (name === 'speed') speed = Number(value);
  else if (name === 'player') play(value);
  else if (name === 'order') setProposal({ order: value as Proposal['order'] });
  else if (name === 'overflowShare') setProposal({ overflowShare: Number(value) });
  draw();
});

function setProposal(change: Partial<Proposal>): void {
  whatIf = { ...whatIf, proposal: { ...whatIf.proposal, ...change } };
}

function play(advisor: string): void {
  player = advisor;
  office.player = advisor;
  selected = null;
}

addEventListener('hashchange', () => {
  page = pageOf(location.hash);
  draw();
  element('main').focus();
});

// Until the page opens, the person at the screen has worked like everybody else.
const start = asked.get('at');
office.advanceTo(start ? Date.parse(`${OPENING.slice(0, 10)}T${start}:00+02:00`) : timestampMs(OPENING));
play(player);
draw();
setInterval(() => {
  if (!running || office.nowMs >= timestampMs(CLOSING)) return;
  office.advanceTo(Math.min(office.nowMs + speed * 60 * TICK_MS, timestampMs(CLOSING)));
  draw();
}, TICK_MS);
