import type { ListedItem } from '@dossierkit/priority-router';
import { h } from './dom.js';
import { nameOf } from './format.js';
import { letterPane } from './letter.js';
import { duePill, partName, type View } from './view.js';

/** An advisor's page: what is in hand, what comes next and why, and the message that was chosen. */
export function inboxPage(view: View): readonly HTMLElement[] {
  const { office, texts, player } = view;
  const list = office.router.list(player, { at: office.now() });
  const inHand = office.inHandOf(player);
  return [
    h(
      'div',
      { class: 'lists' },
      inHand.length > 0 &&
        section(
          texts.inHand,
          'in-hand',
          inHand.map((item) => row(view, item)),
        ),
      section(
        `${texts.toDo} (${list.items.length})`,
        'to-do',
        list.items.length === 0
          ? [h('li', { class: 'empty' }, texts.nothing)]
          : list.items.map((listed, place) => row(view, listed.item, listed, place)),
      ),
      list.snoozed.length > 0 &&
        section(
          texts.snoozed,
          'snoozed',
          list.snoozed.map(({ item, until }) =>
            row(view, item, undefined, undefined, `${texts.snoozedUntil} ${view.format.time(until)}`),
          ),
        ),
    ),
    h('article', { class: 'letter card', 'aria-live': 'off' }, letterPane(view, list.findings)),
  ];
}

function section(title: string, key: string, rows: readonly HTMLElement[]): HTMLElement {
  return h('section', { 'data-key': key, class: 'card list' }, h('h2', {}, title), h('ol', {}, rows));
}

function row(view: View, item: string, listed?: ListedItem, place?: number, note?: string): HTMLElement {
  const { office, texts, selected } = view;
  const mail = office.mailOf(item);
  const request = office.requestOf(item);
  const state = office.router.item(item);
  const pinned = listed?.own?.pinned === true;
  return h(
    'li',
    { 'data-key': item },
    h(
      'button',
      {
        type: 'button',
        class: 'row',
        'data-do': 'select',
        'data-item': item,
        'aria-current': item === selected && 'true',
      },
      h('span', { class: 'place' }, pinned ? '📌' : place === undefined ? '' : String(place + 1)),
      h(
        'span',
        { class: 'what' },
        h(
          'span',
          { class: 'who' },
          mail?.customer ?? item,
          whose(view, state?.owner ?? null),
          request ? h('span', { class: 'chip' }, texts.part) : null,
        ),
        h('span', { class: 'subject', dir: 'auto' }, request ? request.asks : (mail?.subject ?? '')),
        h('span', { class: 'because' }, note ?? because(view, item)),
      ),
      state && duePill(view, state.dueAt),
    ),
  );
}

/** Whose it is, where it is not one's own. */
function whose({ texts, player }: View, owner: string | null): HTMLElement {
  if (owner === player) return h('span', { class: 'chip own' }, texts.yours);
  return h(
    'span',
    { class: 'chip' },
    owner === null ? texts.pool : `${texts.standingInFor} ${nameOf(owner)}`,
  );
}

/** The two heaviest reasons for its place. */
function because({ office, texts, format }: View, item: string): string {
  const parts = office.router.explain(item, { limit: 1 })?.parts ?? [];
  return parts
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, 3)
    .map((part) => `${partName(texts, part)} ${format.points(part.points)}`)
    .join(' · ');
}
