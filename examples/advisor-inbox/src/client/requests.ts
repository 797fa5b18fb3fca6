import type { DelegatedPart, RequestPart } from '@dossierkit/priority-router';
import type { LetterRequest } from '../office/letters.js';
import type { Mail } from '../office/make-day.js';
import { h } from './dom.js';
import { nameOf } from './format.js';
import { button, card, type View } from './view.js';

/** The requests that one message holds: who is asked, what they have answered, and the reply as it grows. */
export function requestsBox(view: View, mail: Mail): HTMLElement | null {
  const { office, texts } = view;
  if (!mail.requests) return null;
  const delegated = office.router.delegation(mail.item);
  const rows = mail.requests.map((request) => {
    const part = delegated?.delegation.parts.find((each) => each.part === request.part);
    return h(
      'li',
      { 'data-key': request.part },
      h('span', { class: 'asks' }, request.asks),
      part ? partState(view, mail.item, part) : expert(view, request),
    );
  });
  const mayHand =
    office.router.item(mail.item)?.state !== 'in-hand' ||
    office.router.item(mail.item)?.holder === view.player;
  return h(
    'div',
    { 'data-key': 'requests' },
    card(
      texts.requests,
      h('ul', { class: 'requests' }, rows),
      !delegated && mayHand && button('split', texts.split, { 'data-item': mail.item, class: 'main' }),
      delegated && reply(view, delegated.reply),
    ),
  );
}

function expert({ texts }: View, request: LetterRequest): HTMLElement {
  return h('span', { class: 'chip' }, `${texts.expert}: ${expertName(request.expert)}`);
}

function partState(view: View, item: string, part: DelegatedPart): HTMLElement {
  const { office, texts, format } = view;
  const silent = part.status === 'open' && part.dueAt <= office.now();
  const state = silent ? 'silent' : part.status;
  return h(
    'span',
    { class: 'part' },
    h(
      'span',
      { class: 'chip part-state', 'data-state': state },
      `${expertName(part.expert)}: ${texts[state]}`,
    ),
    part.status === 'open' && h('span', { class: 'muted' }, ` ${texts.dueAt} ${format.time(part.dueAt)} `),
    part.status === 'open' &&
      button('recall', texts.recall, { 'data-item': item, 'data-part': part.part, class: 'small' }),
  );
}

function reply(
  { texts }: View,
  {
    status,
    sections,
  }: { status: 'complete' | 'partial' | 'blocked'; sections: readonly { part: string; text: string }[] },
): HTMLElement {
  return h(
    'div',
    { class: 'reply' },
    h('h3', {}, texts.reply, ' ', h('span', { class: 'chip', 'data-state': status }, texts[status])),
    sections.map(({ part, text }) => h('p', { 'data-key': part }, text)),
  );
}

/** What the expert of a request is called. */
export function expertName(expert: RequestPart['expert']): string {
  if ('external' in expert) return expert.external;
  return nameOf('advisor' in expert ? expert.advisor : expert.team);
}
