import type { Locale } from '@dossierkit/core';
import { calendar } from '../office/branch.js';
import type { Office } from '../office/office.js';
import type { Texts } from '../texts/texts.js';
import { h } from './dom.js';
import type { Format } from './format.js';

/** What every part of the page is drawn from. */
export interface View {
  readonly office: Office;
  readonly texts: Texts;
  readonly format: Format;
  readonly locale: Locale;
  readonly player: string;
  readonly selected: string | null;
}

/** A button; what it does is looked up by name when it is clicked. */
export function button(
  action: string,
  label: string,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
): HTMLElement {
  return h('button', { type: 'button', 'data-do': action, ...attributes }, label);
}

/** How much open time is left, said in words and shown by colour. */
export function duePill({ office, texts, format }: View, dueAt: Parameters<Format['time']>[0]): HTMLElement {
  const leftMs = calendar.between(office.now(), dueAt);
  const state = leftMs < 0 ? 'late' : leftMs < 3_600_000 ? 'soon' : 'fine';
  const words = `${format.length(leftMs)} ${leftMs < 0 ? texts.late : texts.left}`;
  return h('span', { class: 'pill', 'data-state': state, title: format.time(dueAt) }, words);
}

export function card(title: string, ...children: Parameters<typeof h>[2][]): HTMLElement {
  return h('section', { class: 'card' }, h('h2', {}, title), children);
}

/** What an addend of a score is called. */
export function partName(texts: Texts, { part, key = '' }: { part: string; key?: string }): string {
  const named = part === 'reason' ? texts.reasons[key] : part === 'flag' ? texts.flags[key] : undefined;
  return named ?? texts.parts[part] ?? part;
}
