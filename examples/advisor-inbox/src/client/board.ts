import type { Timestamp } from '@dossierkit/core';
import { summarizeAnswers } from '@dossierkit/priority-router';
import type { LogEntry } from '../office/office.js';
import { dayChart } from './chart.js';
import { h } from './dom.js';
import { nameOf } from './format.js';
import { expertName } from './requests.js';
import { teamTable } from './team-table.js';
import { card, duePill, type View } from './view.js';

const HOUR_MINUTES = 60;
const LOG_LINES = 9;
const RISK_LINES = 8;

/** A team lead's page: figures of the day, who does what, which promises are about to break, and what just happened. */
export function boardPage(view: View): readonly HTMLElement[] {
  const { office, texts, format } = view;
  const { router } = office;
  const at = office.now();
  const { all } = summarizeAnswers(office.answers);
  const risks = router.atRisk(HOUR_MINUTES, { at }).map(({ params }) => params as Risk);
  const late = risks.filter((risk) => risk.late).length;
  return [
    h(
      'div',
      { class: 'figures' },
      figure(texts.openNow, String(office.openCount())),
      figure(texts.lateNow, String(late), late > 0 ? 'bad' : 'good'),
      figure(texts.soonLate, String(risks.length - late), risks.length - late > 3 ? 'soon' : undefined),
      figure(texts.answeredToday, String(all.answered)),
      figure(texts.lateShare, format.percent(all.lateShare, 1), all.lateShare > 0.01 ? 'bad' : 'good'),
      figure(texts.ownShare, format.percent(all.ownShare)),
      figure(texts.median, format.length(all.medianResponseMs)),
    ),
    h('div', { class: 'wide' }, card(texts.team, teamTable(view))),
    card(texts.theDay, dayChart(view)),
    h(
      'div',
      { class: 'column' },
      card(texts.aboutToBreak, riskList(view, risks)),
      card(texts.silentExperts, silentList(view)),
    ),
    card(texts.byReason, reasonTable(view)),
    card(
      texts.justNow,
      h(
        'ul',
        { class: 'log' },
        office.log
          .filter(isTold)
          .slice(-LOG_LINES)
          .toReversed()
          .map((entry) => logLine(view, entry)),
      ),
    ),
  ];
}

interface Risk {
  readonly item: string;
  readonly dueAt: Timestamp;
  readonly late: boolean;
}

function riskList(view: View, risks: readonly Risk[]): HTMLElement {
  if (risks.length === 0) return h('p', { class: 'empty' }, view.texts.allKept);
  const rows = risks.slice(0, RISK_LINES).map(({ item, dueAt }) => risk(view, item, dueAt));
  return h('ul', { class: 'risks' }, rows);
}

function figure(label: string, value: string, state?: string): HTMLElement {
  return h(
    'div',
    { class: 'figure', 'data-state': state },
    h('span', { class: 'value' }, value),
    h('span', { class: 'label' }, label),
  );
}

function reasonTable({ office, texts, format }: View): HTMLElement {
  const { all: _all, ...byReason } = summarizeAnswers(office.answers, 'reason');
  return h(
    'table',
    {},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        ['', texts.answeredToday, texts.lateShare, texts.median].map((head) =>
          h('th', { scope: 'col' }, head),
        ),
      ),
    ),
    h(
      'tbody',
      {},
      Object.entries(byReason).map(([reason, { answered, lateShare, medianResponseMs }]) =>
        h(
          'tr',
          { 'data-key': reason },
          h('th', { scope: 'row' }, texts.reasons[reason] ?? reason),
          h('td', { class: 'number' }, String(answered)),
          h('td', { class: 'number' }, format.percent(lateShare, 1)),
          h('td', { class: 'number' }, format.length(medianResponseMs)),
        ),
      ),
    ),
  );
}

function risk(view: View, item: string, dueAt: Parameters<typeof duePill>[1]): HTMLElement {
  const { office } = view;
  const state = office.router.item(item);
  const who = state?.holder ?? state?.owner ?? null;
  return h(
    'li',
    { 'data-key': item },
    h(
      'span',
      {},
      h('strong', {}, office.requestOf(item)?.asks ?? office.mailOf(item)?.subject ?? item),
      h('span', { class: 'muted' }, ` ${nameOf(who)}`),
    ),
    duePill(view, dueAt),
  );
}

/** Requests whose experts have said nothing: who should be asked, about which message. */
function silentList(view: View): HTMLElement {
  const { office, texts } = view;
  const silent = office.router.silentExperts({ at: office.now() });
  if (silent.length === 0) return h('p', { class: 'empty' }, texts.nobodySilent);
  const rows = silent.slice(0, 6).map(({ params }) => {
    const { item, part, dueAt } = params as {
      item: string;
      part: string;
      dueAt: Parameters<typeof duePill>[1];
    };
    const asked = office.router.delegation(item)?.delegation.parts.find((each) => each.part === part);
    return h(
      'li',
      { 'data-key': `${item}/${part}` },
      h(
        'span',
        {},
        h('strong', {}, asked ? expertName(asked.expert) : part),
        h('span', { class: 'muted' }, ` ${office.requestOf(`${item}/${part}`)?.asks ?? ''}`),
      ),
      duePill(view, dueAt),
    );
  });
  return h('ul', { class: 'risks' }, rows);
}

function isTold({ event }: LogEntry): boolean {
  return 'item' in event;
}

function logLine({ office, texts, format }: View, { event, findings }: LogEntry): HTMLElement {
  const item = 'item' in event ? event.item : '';
  const advisor = 'advisor' in event ? nameOf(event.advisor) : '';
  const subject = office.mailOf(item)?.subject ?? item;
  return h(
    'li',
    { 'data-refused': String(findings.some(({ severity }) => severity !== 'info')) },
    h('time', {}, format.time(event.at)),
    ` ${subject} `,
    h('span', { class: 'muted' }, `${texts.events[event.type] ?? event.type} ${advisor}`),
  );
}
