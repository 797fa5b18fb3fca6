import { renderMessage } from '@dossierkit/core';
import { messages, type RouterFinding } from '@dossierkit/priority-router';
import { h } from './dom.js';
import { nameOf } from './format.js';
import { requestsBox } from './requests.js';
import { button, duePill, type View } from './view.js';
import { whyBox } from './why.js';

/** The chosen message: its text, what can be done with it, its requests, and why it stands where it stands. */
export function letterPane(view: View, findings: readonly RouterFinding[]): readonly (HTMLElement | null)[] {
  const { office, texts, selected, locale } = view;
  const mail = selected === null ? undefined : office.mailOf(selected);
  const state = selected === null ? null : office.router.item(selected);
  if (!mail || !state || selected === null) return [h('p', { class: 'empty' }, texts.choose)];
  const request = office.requestOf(selected);
  const endangered = findings.find(({ params }) => 'item' in params && params.item === selected);
  return [
    h(
      'header',
      { 'data-key': 'head' },
      h(
        'p',
        { class: 'chips' },
        h(
          'span',
          { class: 'chip reason', 'data-reason': state.reason },
          texts.reasons[state.reason] ?? state.reason,
        ),
        (mail.flags ?? []).map((flag) => h('span', { class: 'chip flag' }, texts.flags[flag] ?? flag)),
        duePill(view, state.dueAt),
      ),
      h('h2', { dir: 'auto' }, request ? request.asks : mail.subject),
      h(
        'p',
        { class: 'from' },
        request
          ? `${texts.part} ${texts.ofMessage} “${mail.subject}”, ${mail.customer}`
          : `${mail.customer} · ${view.format.time(state.arrivedAt)}`,
      ),
    ),
    h('div', { class: 'actions', 'data-key': 'actions' }, actions(view, selected, state.state === 'in-hand')),
    endangered
      ? h('p', { class: 'warning', 'data-key': 'warning' }, renderMessage(messages, endangered, locale).text)
      : null,
    h('blockquote', { 'data-key': 'body', lang: mail.language, dir: 'auto' }, mail.body),
    request ? null : requestsBox(view, mail),
    whyBox(view, selected),
  ];
}

function actions(
  { office, texts, player, selected }: View,
  item: string,
  inHand: boolean,
): readonly HTMLElement[] {
  const at = { 'data-item': item };
  const holder = office.router.item(item)?.holder ?? null;
  const missing = office.router.delegation(item)?.reply.missing.length ?? 0;
  if (inHand && holder !== player) return [h('span', { class: 'chip' }, nameOf(holder))];
  if (inHand) {
    return [
      button('send', texts.send, { ...at, class: 'main', disabled: missing > 0 }),
      button('hand-back', texts.handBack, at),
    ];
  }
  if (office.router.item(item)?.state !== 'waiting') return [];
  const listed = office.router.list(player, { at: office.now(), limit: 200 });
  const own = listed.items.find((each) => each.item === selected)?.own;
  const snoozed = listed.snoozed.some((each) => each.item === selected);
  return [
    button('take', texts.take, { ...at, class: 'main' }),
    button('pin', own?.pinned ? texts.pinned : texts.pin, {
      ...at,
      'aria-pressed': own?.pinned ? 'true' : 'false',
    }),
    button('raise', `↑ ${texts.raise}`, at),
    button('lower', `↓ ${texts.lower}`, at),
    button('snooze', texts.snooze, at),
    ...(own || snoozed ? [button('release', texts.release, at)] : []),
  ];
}
