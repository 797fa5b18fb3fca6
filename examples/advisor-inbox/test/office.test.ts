import { timestampMs } from '@dossierkit/core';
import { standardPolicies, summarizeAnswers } from '@dossierkit/priority-router';
import { describe, expect, it } from 'vitest';
import { CLOSING, OPENING, strategy } from '../src/office/branch.js';
import { createOffice, type Office } from '../src/office/office.js';
import { compare, fortnight, policiesFor } from '../src/office/what-if.js';

function wholeDay(seed: number, stepMs: number): Office {
  const office = createOffice(seed);
  for (let ms = timestampMs(OPENING); ms < timestampMs(CLOSING); ms += stepMs) office.advanceTo(ms);
  office.advanceTo(timestampMs(CLOSING));
  return office;
}

describe('a day in the office', () => {
  const office = wholeDay(7, 3_600_000);

  it('is the same at any speed', () => {
    expect(wholeDay(7, 60_000).answers).toEqual(office.answers);
  });

  it('leaves each message either answered or open, and none in both', () => {
    const answered = office.answers.map(({ item }) => item);
    const open = office.router.items().filter((item) => !item.includes('/'));
    expect([...answered, ...open].toSorted()).toEqual(office.day.map(({ item }) => item).toSorted());
    expect(new Set(answered).size).toBe(answered.length);
  });

  it('gives no event that the router refuses', () => {
    const refused = office.log.filter(({ findings }) => findings.some(({ severity }) => severity !== 'info'));
    expect(refused).toEqual([]);
  });

  it('answers in time, mostly by the own advisor, and nobody during a leave', () => {
    const { all } = summarizeAnswers(office.answers);
    expect(all.answered).toBeGreaterThan(150);
    expect(all.lateShare).toBeLessThan(0.02);
    expect(all.ownShare).toBeGreaterThan(0.6);
    expect(office.answers.some(({ advisor }) => advisor === 'ben')).toBe(false);
  });

  it('collects the answers of experts into one reply', () => {
    const split = office.log.filter(({ event }) => event.type === 'delegated').length;
    const parts = office.log.filter(({ event }) => event.type === 'part-answered').length;
    expect(split).toBeGreaterThan(2);
    expect(parts).toBeGreaterThan(split);
  });
});

it('brings a message back while there is time, where somebody outside is silent', () => {
  const office = wholeDay(7, 3_600_000);
  const recalled = office.log.filter(({ event }) => event.type === 'part-recalled').map(({ event }) => event);
  expect(recalled.length).toBeGreaterThan(0);
  for (const event of recalled) {
    const answer = office.answers.find(({ item }) => 'item' in event && item === event.item);
    expect(answer && answer.answeredAt <= answer.dueAt).toBe(true);
  }
});

describe('a dry run', () => {
  it('answers the same fortnight under each strategy, with figures and a picture', () => {
    const history = fortnight();
    const short = { ...history, messages: history.messages.slice(0, 400) };
    const titles = { late: 'Late', own: 'Own' };
    const proposal = { order: 'earliest-deadline', overflowShare: 1 } as const;
    const policies = policiesFor(strategy, proposal, {
      today: 'today',
      proposed: 'proposed',
      policies: { 'round robin': 'reihum' },
      picture: titles,
    });
    const steps: number[] = [];
    const { outcomes, picture, messages } = compare(short, policies, titles, (done) => steps.push(done));
    expect(messages).toBe(400);
    expect(outcomes.map(({ policy }) => policy).slice(0, 4)).toEqual([
      'today',
      'proposed',
      'reihum',
      'fewest open',
    ]);
    expect(outcomes).toHaveLength(standardPolicies(strategy).length + 1);
    const [today, proposed] = outcomes;
    expect(today?.summary.ownShare).toBeGreaterThan(2 * (proposed?.summary.ownShare ?? 1));
    for (const text of ['proposed', 'reihum', 'Late', 'Own']) expect(picture).toContain(`>${text}</text>`);
    expect(steps.at(-1)).toBe(1);
  });
});
