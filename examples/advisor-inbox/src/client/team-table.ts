import { type AdvisorView, summarizeAnswers } from '@dossierkit/priority-router';
import { h } from './dom.js';
import { nameOf } from './format.js';
import { button, type View } from './view.js';

/** Everybody who answers: whether they are there, what they have, what they have done. */
export function teamTable(view: View): HTMLElement {
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
