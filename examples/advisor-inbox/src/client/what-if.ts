import type { Comparison, Outcome, Proposal } from '../office/what-if.js';
import { h } from './dom.js';
import { button, card, type View } from './view.js';

const ORDERS: readonly Proposal['order'][] = ['weighted', 'earliest-deadline', 'generalised-cmu'];

/** What the page knows about the comparison. */
export interface WhatIfState {
  readonly proposal: Proposal;
  readonly progress: number | null;
  readonly comparison: Comparison | null;
}

/** A team lead's dry run: change the strategy, see what two weeks of mail would have been, adopt it or not. */
export function whatIfPage(
  view: View,
  { proposal, progress, comparison }: WhatIfState,
): readonly (HTMLElement | null)[] {
  const { texts, format, office } = view;
  const { strategy } = office.router;
  const inForce = strategy.order === proposal.order && strategy.overflowShare === proposal.overflowShare;
  return [
    card(
      texts.whatIf,
      h('p', {}, texts.whatIfIntro),
      h(
        'form',
        { class: 'dials', id: 'what-if' },
        h(
          'label',
          {},
          texts.order,
          h(
            'select',
            { name: 'order' },
            ORDERS.map((order) =>
              h('option', { value: order, selected: order === proposal.order }, texts.orders[order] ?? order),
            ),
          ),
        ),
        h(
          'label',
          {},
          `${texts.overflow}: ${format.percent(proposal.overflowShare)}`,
          h('input', {
            type: 'range',
            name: 'overflowShare',
            min: 0,
            max: 1,
            step: 0.05,
            value: proposal.overflowShare,
          }),
          h('small', { class: 'muted' }, texts.overflowHint),
        ),
        h(
          'div',
          { class: 'actions' },
          button('compare', texts.compare, { class: 'main', disabled: progress !== null }),
          button('adopt', texts.adopt, { disabled: inForce }),
        ),
      ),
      progress !== null && h('p', {}, `${texts.comparing} `, h('progress', { value: progress, max: 1 })),
    ),
    comparison ? outcomeCard(view, comparison) : null,
    comparison ? pictureCard(view, comparison) : null,
  ];
}

function outcomeCard({ texts, format }: View, { outcomes, messages }: Comparison): HTMLElement {
  const heads = [texts.policy, texts.lateShare, texts.ownShare, texts.median, texts.spreadOfWork];
  const most = Math.max(...outcomes.flatMap(({ load }) => load));
  const row = ({ policy, summary, load }: Outcome, index: number): HTMLElement =>
    h(
      'tr',
      { 'data-key': String(index), class: index < 2 ? 'ours' : '' },
      h('th', { scope: 'row' }, policy),
      h('td', { class: 'number' }, format.percent(summary.lateShare, 2)),
      h('td', { class: 'number' }, format.percent(summary.ownShare)),
      h('td', { class: 'number' }, format.length(summary.medianResponseMs)),
      h('td', {}, loadBars(load, most)),
    );
  return h(
    'div',
    { 'data-key': 'outcomes' },
    card(
      `${messages} ${texts.messagesReplayed}`,
      h(
        'div',
        { class: 'scroll' },
        h(
          'table',
          { id: 'outcomes' },
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              heads.map((head) => h('th', { scope: 'col' }, head)),
            ),
          ),
          h('tbody', {}, outcomes.map(row)),
        ),
      ),
    ),
  );
}

function loadBars(load: readonly number[], most: number): HTMLElement {
  const label = `${load[0] ?? 0} – ${load.at(-1) ?? 0}`;
  return h(
    'span',
    { class: 'loads', role: 'img', 'aria-label': label, title: label },
    load.map((count) => h('i', { style: `block-size:${((100 * count) / most).toFixed(0)}%` })),
  );
}

/** The package draws it as SVG text; an image of it can hold no script. */
function pictureCard({ texts }: View, { picture, outcomes }: Comparison): HTMLElement {
  const alt = outcomes.map(({ policy }) => policy).join(', ');
  const src = `data:image/svg+xml;utf8,${encodeURIComponent(picture)}`;
  return h(
    'div',
    { 'data-key': 'picture' },
    card(`${texts.before} / ${texts.after}`, h('img', { class: 'picture', src, alt })),
  );
}
