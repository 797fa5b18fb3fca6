import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Areas } from '../../../scripts/evaluation.js';
import { answerHours, type HoursCase } from './evaluate-hours.js';
import { answerRouting, type RoutingCase } from './evaluate-routing.js';

interface Graded {
  readonly id: string;
  readonly outcome: 'right' | 'wrong' | 'unsupported';
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Grades business time and routing on `sla-business-hours.json` and `routing-cases.json`. */
export const areas: Areas = {
  routing: async (path, progress) => {
    progress('business hours');
    const hours = read<HoursCase>(join(path, 'sla-business-hours.json')).map((each) =>
      grade(each, answerHours),
    );
    progress('routing');
    const routing = read<RoutingCase>(join(path, 'routing-cases.json')).map((each) =>
      grade(each, answerRouting),
    );
    const cases = [...hours, ...routing];
    const misses = cases
      .filter(({ outcome }) => outcome !== 'right')
      .map(
        ({ id, outcome, actual, expected }) =>
          `${outcome}: ${id} ${json(actual)}, expected ${json(expected)}`,
      );
    const lines = [...misses, `business hours: ${tally(hours)}`, `routing cases: ${tally(routing)}`];
    return { lines, figure: tally(cases), cases };
  },
};

function read<Case>(file: string): readonly Case[] {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

function grade<Case extends { id: string; expected: unknown }>(
  question: Case,
  answer: (question: Case) => unknown,
): Graded {
  const { id, expected } = question;
  try {
    const actual = answer(question);
    if (actual === undefined) return { id, outcome: 'unsupported', expected, actual: null };
    return { id, outcome: isDeepStrictEqual(plain(actual), expected) ? 'right' : 'wrong', expected, actual };
  } catch (error) {
    return { id, outcome: 'wrong', expected, actual: String(error) };
  }
}

function tally(cases: readonly Graded[]): string {
  const count = (outcome: Graded['outcome']): number =>
    cases.filter((each) => each.outcome === outcome).length;
  return `${count('right')}/${cases.length}, unsupported ${count('unsupported')}`;
}

const json = (value: unknown): string => JSON.stringify(value) ?? 'nothing';
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
