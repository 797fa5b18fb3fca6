import { renderMessage } from '@dossierkit/core';
import {
  type CandidateExplanation,
  type Change,
  messages,
  type RouterReason,
} from '@dossierkit/priority-router';
import { h } from './dom.js';
import { nameOf } from './format.js';
import { partName, type View } from './view.js';

/** Why a message stands where it stands: its points, who may take it, and what would change that. */
export function whyBox(view: View, item: string): HTMLElement | null {
  const { office, texts, format } = view;
  const explained = office.router.explain(item, { at: office.now() });
  if (!explained) return null;
  const shown = explained.parts.filter(({ points }) => Math.abs(points) >= 0.05);
  const most = Math.max(1, ...shown.map(({ points }) => Math.abs(points)));
  const may = explained.candidates.filter(({ eligible }) => eligible);
  const others = explained.candidates.filter(({ eligible }) => !eligible);
  return h(
    'section',
    { class: 'card why', 'data-key': 'why' },
    h('h2', {}, `${texts.why}: ${format.points(explained.score)} ${texts.score}`),
    h(
      'dl',
      { class: 'bars' },
      shown.map((part) => bar(view, part, most)),
    ),
    may.length > 0 && h('h3', {}, texts.whoMay),
    h(
      'ul',
      { class: 'people' },
      may.map((each) => person(view, each)),
    ),
    h(
      'details',
      { 'data-key': 'others' },
      h('summary', {}, `${texts.others} (${others.length})`),
      h(
        'ul',
        { class: 'people' },
        others.map((each) => person(view, each)),
      ),
    ),
    explained.changes.length > 0 && h('h3', {}, texts.changes),
    h(
      'ul',
      { class: 'changes' },
      explained.changes.map((change) => h('li', {}, changeText(view, change))),
    ),
  );
}

function bar(
  { texts, format }: View,
  part: { part: string; key?: string; points: number },
  most: number,
): HTMLElement {
  const share = (100 * Math.abs(part.points)) / most;
  const width = `inline-size:${share.toFixed(1)}%`;
  return h(
    'div',
    { 'data-key': `${part.part}${part.key ?? ''}` },
    h('dt', {}, partName(texts, part)),
    h(
      'dd',
      {},
      h('span', { class: 'bar', 'data-sign': part.points < 0 ? 'less' : 'more', style: width }),
      h('span', { class: 'points' }, format.points(part.points)),
    ),
  );
}

function person(view: View, { advisor, eligible, reasons }: CandidateExplanation): HTMLElement {
  return h(
    'li',
    { 'data-key': advisor, 'data-eligible': String(eligible) },
    h('strong', {}, nameOf(advisor)),
    ` ${reasons.map((reason) => reasonText(view, reason)).join(' ')}`,
  );
}

/** The package's own words, with people by their names and times of this day in the branch's zone. */
function reasonText({ locale, texts, format }: View, reason: RouterReason): string {
  if (reason.code === 'priority-router/on-leave')
    return `${texts.onLeaveUntil} ${format.time(reason.params.until)}.`;
  if (reason.code === 'priority-router/lacks-skill') {
    const skills = reason.params.skills.map((skill) => texts.reasons[skill] ?? skill);
    return renderMessage(messages, { ...reason, params: { skills } }, locale).text;
  }
  if (reason.code === 'priority-router/reserved-for-owner') {
    const { owner, until } = reason.params;
    return `${texts.standingInFor} ${nameOf(owner)}${until ? ` (${texts.change.overflow} ${format.time(until)})` : ''}.`;
  }
  const named = Object.entries(reason.params).map(([key, value]) => [
    key,
    typeof value === 'string' ? nameOf(value) : Array.isArray(value) ? value.map(nameOf) : value,
  ]);
  return renderMessage(messages, { ...reason, params: Object.fromEntries(named) }, locale).text;
}

function changeText({ texts, format, office }: View, change: Change): string {
  if (change.change !== 'overtakes') return `${texts.change[change.change]} ${format.time(change.at)}`;
  const subject = office.requestOf(change.item)?.asks ?? office.mailOf(change.item)?.subject ?? change.item;
  return `${format.points(change.points)} ${texts.change.overtakes} “${subject}”`;
}
