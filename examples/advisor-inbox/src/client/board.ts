import { type Leave, summarizeAnswers } from '@dossierkit/priority-router';
import { type Colleague, colleagues, leaves } from '../office/branch.js';
import type { LogEntry } from '../office/office.js';
import { dayChart } from './chart.js';
import { h } from './dom.js';
import { nameOf } from './format.js';
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
        colleagues.map((colleague) => teamRow(view, colleague, byAdvisor[colleague.advisor])),
      ),
    ),
  );
}

function teamRow(
  view: View,
  colleague: Colleague,
  figures: { answered: number; ownShare: number } | undefined,
): HTMLElement {
  const { office, texts, format } = view;
  const { advisor, name, capacity } = colleague;
  const at = office.now();
  const inHand = office.inHandOf(advisor).length;
  const leave = leaveOf(advisor, at);
  const away = isAway(office.log, advisor);
  const state = leave
    ? `${texts.onLeaveUntil} ${format.time(leave.until)}`
    : away
      ? texts.away
      : texts.present;
  return h(
    'tr',
    { 'data-key': advisor },
    h('th', { scope: 'row' }, name),
    h('td', {}, h('span', { class: 'chip', 'data-state': leave || away ? 'soon' : 'fine' }, state)),
    h('td', { class: 'number' }, String(office.router.list(advisor, { at, limit: 200 }).items.length)),
    h('td', { class: 'number' }, `${inHand} / ${capacity}`),
    h('td', { class: 'number' }, String(figures?.answered ?? 0)),
    h('td', { class: 'number' }, figures ? format.percent(figures.ownShare) : '–'),
    h(
      'td',
      {},
      !leave &&
        button(away ? 'bring-back' : 'send-away', away ? texts.bringBack : texts.sendAway, {
          'data-item': advisor,
          class: 'small',
        }),
    ),
  );
}

function leaveOf(advisor: string, at: string): Leave | undefined {
  return leaves.find((leave) => leave.advisor === advisor && leave.from <= at && at < leave.until);
}

/** Sent away and not brought back; a leave that was planned is another matter. */
function isAway(log: readonly LogEntry[], who: string): boolean {
  const last = log.findLast(({ event }) => event.type === 'availability-changed' && event.advisor === who);
  return last?.event.type === 'availability-changed' && !last.event.available;
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
