import { type Answer, type Answers, type Condition, conditionHolds } from '../condition.js';
import type { DocumentOption, Product, Question } from '../product.js';

/** What is wrong with a product, and where. */
export interface ProductIssue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Beyond this many combinations of answers, whether a condition can hold is not worth finding out. */
const MAX_COMBINATIONS = 4_096;

/** What the shape of a product alone cannot tell: names that lead nowhere, cycles, and what could never happen. */
export function* productIssues(product: Product): Generator<ProductIssue> {
  yield* repeatedIds(product);
  yield* danglingNames(product);
  yield* conditionIssues(product);
  yield* impossibleOptions(product);
  yield* cycles(product);
  if (product.limits.reverifyMonths !== undefined && !product.requirements.some((r) => r.reverify)) {
    yield {
      path: ['limits', 'reverifyMonths'],
      message: 'no requirement has reverify: nothing would be asked',
    };
  }
}

function* repeatedIds({ subjects, requirements }: Product): Generator<ProductIssue> {
  for (const [key, list] of Object.entries({ subjects, requirements })) {
    const seen = new Set<string>();
    for (const [at, { id }] of list.entries()) {
      if (seen.has(id)) yield { path: [key, at, 'id'], message: `"${id}" is there twice` };
      seen.add(id);
    }
  }
}

function* danglingNames({ subjects, requirements, questions }: Product): Generator<ProductIssue> {
  const requirementIds = new Set(requirements.map(({ id }) => id));
  const subjectIds = new Set(subjects.map(({ id }) => id));
  for (const [at, { count }] of subjects.entries()) {
    if (typeof count === 'number') continue;
    const question = questions[count.answer];
    const path = ['subjects', at, 'count', 'answer'];
    if (question?.type !== 'number') yield { path, message: `"${count.answer}" is no question for a number` };
    else if (question.min < 0 || question.max > 100) yield { path, message: 'the number must be 0 to 100' };
  }
  for (const [at, { per, after }] of requirements.entries()) {
    if (per !== undefined && !subjectIds.has(per)) {
      yield { path: ['requirements', at, 'per'], message: `there is no subject "${per}"` };
    }
    for (const [index, id] of after.entries()) {
      if (!requirementIds.has(id)) {
        yield { path: ['requirements', at, 'after', index], message: `there is no requirement "${id}"` };
      }
    }
  }
}

function* conditionIssues(product: Product): Generator<ProductIssue> {
  for (const [path, condition] of conditionsOf(product)) {
    const names = new Set(comparisonsOf(condition).map(({ answer }) => answer));
    const unknown = [...names].filter((name) => !Object.hasOwn(product.questions, name));
    for (const name of unknown) yield { path, message: `there is no question "${name}"` };
    if (unknown.length === 0 && !canHold(condition, product.questions)) {
      yield { path, message: 'no answers fulfil this condition' };
    }
  }
}

function* conditionsOf(product: Product): Generator<[(string | number)[], Condition]> {
  for (const [at, { when }] of product.subjects.entries()) if (when) yield [['subjects', at, 'when'], when];
  for (const [at, { when }] of product.requirements.entries()) {
    if (when) yield [['requirements', at, 'when'], when];
  }
  const { fourEyesWhen } = product.decision;
  if (fourEyesWhen) yield [['decision', 'fourEyesWhen'], fourEyesWhen];
}

type Comparison = Extract<Condition, { answer: string }>;

function comparisonsOf(condition: Condition): Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsOf);
  if ('any' in condition) return condition.any.flatMap(comparisonsOf);
  return 'not' in condition ? comparisonsOf(condition.not) : [condition];
}

/** Tries one value out of each range of answers that the condition tells apart. */
function canHold(condition: Condition, questions: Product['questions']): boolean {
  const comparisons = comparisonsOf(condition);
  const names = [...new Set(comparisons.map(({ answer }) => answer))];
  const values = names.map((name) => {
    const own = comparisons.filter(({ answer }) => answer === name);
    return telling(questions[name] as Question, own);
  });
  const combinations = values.reduce((product, list) => product * list.length, 1);
  if (combinations > MAX_COMBINATIONS) return true;
  for (let n = 0; n < combinations; n++) {
    const answers: Record<string, Answer> = {};
    let rest = n;
    for (const [at, list] of values.entries()) {
      const value = list[rest % list.length];
      rest = Math.floor(rest / list.length);
      if (value !== undefined) answers[names[at] as string] = value;
    }
    if (conditionHolds(condition, answers as Answers)) return true;
  }
  return false;
}

function telling(question: Question, comparisons: readonly Comparison[]): (Answer | undefined)[] {
  if (question.type === 'boolean') return [undefined, true, false];
  if (question.type === 'choice') return [undefined, ...question.options];
  const named = comparisons.flatMap((c): readonly Answer[] =>
    'is' in c ? [c.is] : 'in' in c ? c.in : 'atLeast' in c ? [c.atLeast] : 'atMost' in c ? [c.atMost] : [],
  );
  if (question.type === 'text') {
    const texts = named.filter((value) => typeof value === 'string' && value.length <= question.maxLength);
    return [undefined, '', ...texts];
  }
  const { min, max } = question;
  const near = named.flatMap((value) => (typeof value === 'number' ? [value - 1, value, value + 1] : []));
  return [undefined, min, max, ...near.filter((value) => value >= min && value <= max)];
}

function* impossibleOptions({ requirements }: Product): Generator<ProductIssue> {
  for (const [at, requirement] of requirements.entries()) {
    const options: [(string | number)[], DocumentOption][] = [
      [['requirements', at], requirement],
      ...requirement.alternatives.map((option, index): [(string | number)[], DocumentOption] => [
        ['requirements', at, 'alternatives', index],
        option,
      ]),
    ];
    for (const [path, { count, months }] of options) {
      if (months && count > months.within) {
        yield {
          path: [...path, 'count'],
          message: `${count} documents cannot be of ${months.within} months`,
        };
      }
    }
  }
}

/** Walks `after` without recursion, so that a chain of 10,000 requirements does not exhaust the stack. */
function* cycles({ requirements }: Product): Generator<ProductIssue> {
  const index = new Map(requirements.map(({ id }, at) => [id, at]));
  const open = requirements.map(({ after }) => new Set(after.filter((id) => index.has(id))).size);
  const followers = new Map<string, number[]>();
  for (const [at, { after }] of requirements.entries()) {
    for (const id of new Set(after)) {
      const list = followers.get(id);
      if (list) list.push(at);
      else followers.set(id, [at]);
    }
  }
  const ready = open.flatMap((count, at) => (count === 0 ? [at] : []));
  for (let at = ready.pop(); at !== undefined; at = ready.pop()) {
    for (const follower of followers.get(requirements[at]?.id ?? '') ?? []) {
      open[follower] = (open[follower] as number) - 1;
      if (open[follower] === 0) ready.push(follower);
    }
  }
  for (const [at, count] of open.entries()) {
    if (count > 0)
      yield {
        path: ['requirements', at, 'after'],
        message: 'never asked: what it waits for goes round in a circle',
      };
  }
}
