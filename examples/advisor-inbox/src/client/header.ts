import { LOCALES, timestampMs } from '@dossierkit/core';
import { CLOSING, colleagues } from '../office/branch.js';
import { h } from './dom.js';
import { button, type View } from './view.js';

export type Page = 'inbox' | 'board' | 'what-if';

/** Simulated minutes that pass in a second. */
const SPEEDS = [0.5, 2, 5, 15];
const LANGUAGES = { en: 'English', fr: 'Français', de: 'Deutsch', ar: 'العربية' };

/** Where one is, what time it is, how fast it passes, who one is. */
export function headerOf(
  view: View,
  { page, speed, running }: { readonly page: Page; readonly speed: number; readonly running: boolean },
): readonly HTMLElement[] {
  const { office, texts, format, player, locale } = view;
  const closed = office.nowMs >= timestampMs(CLOSING);
  const tab = (target: Page, label: string): HTMLElement =>
    h('a', { href: `#${target}`, 'aria-current': target === page && 'page' }, label);
  return [
    h('h1', { class: 'brand' }, texts.title),
    h('nav', {}, tab('inbox', texts.inbox), tab('board', texts.board), tab('what-if', texts.whatIf)),
    h(
      'div',
      { class: 'clock' },
      h('time', { id: 'clock', title: closed ? texts.closed : undefined }, format.time(office.now())),
      button('run', running ? `❚❚ ${texts.pause}` : `▶ ${texts.play}`, {
        'aria-pressed': String(!running),
        disabled: closed,
      }),
      choice(
        'speed',
        texts.speed,
        SPEEDS.map((each) => [String(each), `${each} ${texts.minutesASecond}`]),
        String(speed),
      ),
    ),
    choice(
      'player',
      texts.youAre,
      colleagues.map(({ advisor, name }) => [advisor, name]),
      player,
    ),
    choice(
      'locale',
      texts.language,
      LOCALES.map((each) => [each, LANGUAGES[each]]),
      locale,
    ),
  ];
}

function choice(
  name: string,
  label: string,
  options: readonly (readonly [string, string])[],
  chosen: string,
): HTMLElement {
  return h(
    'select',
    { name, 'aria-label': label },
    options.map(([value, text]) => h('option', { value, selected: value === chosen }, text)),
  );
}
