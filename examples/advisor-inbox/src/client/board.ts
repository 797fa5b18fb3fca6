import { type AdvisorView, summarizeAnswers } from '@dossierkit/priority-router';
import type { LogEntry } from '../office/office.js';
import { dayChart } from './chart.js';
import { h } from './dom.js';
import { nameOf } from './format.js';
import { expertName } from './requests.js';
import { button, card, duePill, type View } from './view.js';

const HOUR_MINUTES = 60;
const LOG_LINES = 9;

/** A team lead's page: figures of the day, who does what, which promises are about to break, and what just happened. */
export function boardPage(view: View): readonly HTMLElement[] {
  const { office, texts, format } = view;
  const { router } = office;
  const at = office.now();
  const { all } = summarizeAnswers(office.answers);
  const risks = router
    .atRisk(HOUR_MINUTES, { at })
    .map(({ params }) => params as { item: string; dueAt: typeof at; late: boolean });
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
    card(
      texts.aboutToBreak,
      risks.length === 0
        ? h('p', { class: 'empty' }, texts.allKept)
        : h(
            'ul',
            { class: 'risks' },
            risks.slice(0, 8).map(({ item, dueAt }) => risk(view, item, dueAt)),
          ),
    ),
    card(texts.silentExperts, silentList(view)),
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

function figure(label: string, value: string, state?: string): HTMLElement {
  return h(
    'div',
    { class: 'figure', 'data-state': state },
    h('span', { class: 'value' }, value),
    h('span', { class: 'label' }, label),
  );
}

function teamTable(view: View): HTMLElement {
  const { texts, office } = view;
  const byAdvisor = summarizeAnswers(office.answers, 'advisor');
  const heads = [
    texts.advisor,
    texts.state,
    texts.waiting,
    texts.busyWith,
    texts.answeredToday,
    texts.ownShare,
    '',
  ];
  return h(
    'div',
    { class: 'scroll' },
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heads.map((head) => h('th', { scope: 'col' }, head)),
        ),
      ),
      h(
        'tbody',
        {},
        office.router.advisors({ at: office.now() }).map((row) => teamRow(view, row, byAdvisor[row.advisor])),
      ),
    ),
  );
}

function teamRow(
  view: View,
  row: AdvisorView,
  figures: { answered: number; ownShare: number } | undefined,
): HTMLElement {
  const { office, texts, format } = view;
  const { advisor, state, inHand, capacity } = row;
  const waiting = office.router.list(advisor, { at: office.now(), limit: 200 }).items.length;
  const away = state === 'away';
  const toggle = button(away ? 'bring-back' : 'send-away', away ? texts.bringBack : texts.sendAway, {
    'data-item': advisor,
    class: 'small',
  });
  return h(
    'tr',
    { 'data-key': advisor },
    h('th', { scope: 'row' }, nameOf(advisor)),
    h(
      'td',
      {},
      h('span', { class: 'chip', 'data-state': state === 'present' ? 'fine' : 'soon' }, stateOf(view, row)),
    ),
    h('td', { class: 'number' }, String(waiting)),
    h('td', { class: 'number' }, `${inHand} / ${capacity}`),
    h('td', { class: 'number' }, String(figures?.answered ?? 0)),
    h('td', { class: 'number' }, figures ? format.percent(figures.ownShare) : '–'),
    h('td', {}, state === 'on-leave' ? null : toggle),
  );
}

function stateOf({ texts, format }: View, { state, until, advisor, standIn }: AdvisorView): string {
  if (state !== 'on-leave' || until === null) return state === 'away' ? texts.away : texts.present;
  const other = standIn === null || standIn === advisor ? '' : ` → ${nameOf(standIn)}`;
  return `${texts.onLeaveUntil} ${format.time(until)}${other}`;
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
