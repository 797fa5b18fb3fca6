import { timestamp } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { createBusinessCalendar } from '../business-time/business-calendar.js';
import { defineBusinessHours } from '../business-time/business-hours.js';
import { type AnswerRecord, summarizeAnswers } from '../metrics/answers.js';
import { referenceModel, referenceStrategy } from '../testing.js';
import { drawComparison } from './draw-comparison.js';
import { generateHistory } from './generate-history.js';
import { type History, replay } from './replay.js';
import { standardPolicies } from './standard-policies.js';

const day = [['09:00', '17:00']] as [string, string][];
const calendar = createBusinessCalendar(
  defineBusinessHours({ zone: 'Europe/Paris', weekly: { mon: day, tue: day, wed: day, thu: day, fri: day } }),
);
const from = timestamp('2026-06-01T07:00:00Z');
const small = { ...referenceModel, days: 3, advisors: 8, load: 0.9, from };

describe('generateHistory', () => {
  it('follows from its seed, and brings as much work as was asked for', () => {
    const history = generateHistory({ ...small, days: 20 }, calendar);
    expect(generateHistory({ ...small, days: 20 }, calendar)).toEqual(history);
    expect(generateHistory({ ...small, days: 20, seed: 2 }, calendar)).not.toEqual(history);
    const work = history.messages.reduce((sum, { serviceMs }) => sum + serviceMs, 0);
    const capacity = 20 * 8 * 3_600_000 * 8 * (1 - small.absence);
    expect(work / capacity).toBeGreaterThan(0.75);
    expect(work / capacity).toBeLessThan(1.05);
    const leaveShare = history.leaves.length / (20 * 8);
    expect(leaveShare).toBeGreaterThan(0.04);
    expect(leaveShare).toBeLessThan(0.17);
  });
});

describe('replay', () => {
  const history = generateHistory(small, calendar);
  const results = standardPolicies(referenceStrategy).map((policy) => replay(history, policy, calendar));

  it('answers every message once, under each of the eight policies', () => {
    expect(results).toHaveLength(8);
    for (const { answers, unanswered } of results) {
      const items = [...answers.map(({ item }) => item), ...unanswered];
      expect(items.toSorted()).toEqual(history.messages.map(({ message }) => message.item).toSorted());
    }
  });

  it('lets nobody answer two messages at a time, or during a leave', () => {
    const services = new Map(history.messages.map(({ message, serviceMs }) => [message.item, serviceMs]));
    for (const { answers } of results) {
      const lastOf = new Map<string, AnswerRecord>();
      for (const answer of answers) {
        const before = lastOf.get(answer.advisor);
        if (before) {
          const between = calendar.between(before.answeredAt, answer.answeredAt);
          expect(between).toBeGreaterThanOrEqual(services.get(answer.item) ?? 0);
        }
        lastOf.set(answer.advisor, answer);
        const began = calendar.subtract(answer.answeredAt, services.get(answer.item) ?? 0);
        const absent = history.leaves.some(
          (leave) =>
            leave.advisor === answer.advisor && leave.from < began && calendar.nextOpen(began) < leave.until,
        );
        expect(absent).toBe(false);
      }
    }
  });

  it('finds the owner more often when owners come first', () => {
    const ownShare = (name: string) => results.find(({ policy }) => policy === name)?.summary.ownShare ?? 0;
    expect(ownShare('owner first')).toBeGreaterThan(2 * ownShare('earliest deadline'));
  });

  it('names what nobody may answer', () => {
    const message = { item: 'm', team: 'branch', skills: ['law'] };
    const impossible: History = {
      advisors: [{ advisor: 'a', teams: ['branch'] }],
      leaves: [],
      messages: [{ at: from, message, serviceMs: 60_000 }],
    };
    for (const policy of standardPolicies(referenceStrategy)) {
      expect(replay(impossible, policy, calendar).unanswered).toEqual(['m']);
    }
  });

  it('is drawn with each policy by name', () => {
    const svg = drawComparison(results);
    for (const { policy } of results) expect(svg).toContain(`>${policy}</text>`);
  });
});

describe('figures', () => {
  const answer = (advisor: string, minutes: number, late = false): AnswerRecord => ({
    item: `${advisor}${minutes}`,
    advisor,
    owner: 'ana',
    team: 't',
    branch: 'north',
    reason: 'r',
    channel: 'mail',
    arrivedAt: from,
    dueAt: timestamp('2026-06-01T10:00:00Z'),
    answeredAt: timestamp(late ? '2026-06-01T10:00:01Z' : '2026-06-01T10:00:00Z'),
    responseMs: minutes * 60_000,
  });
  const answers = [answer('ana', 10), answer('ana', 20), answer('bob', 30, true), answer('ana', 40)];

  it('come from one definition, in all and by advisor', () => {
    const { all, bob } = summarizeAnswers(answers, 'advisor');
    expect(all).toEqual({
      answered: 4,
      late: 1,
      lateShare: 0.25,
      ownShare: 0.75,
      medianResponseMs: 1_200_000,
      p95ResponseMs: 2_400_000,
    });
    expect(bob).toMatchObject({ answered: 1, lateShare: 1, ownShare: 0 });
    expect(summarizeAnswers([]).all.answered).toBe(0);
  });
});
