/** What an answer may be. */
export type Answer = string | number | boolean;

/**
 * What the customer has told so far, by question. An answer that concerns one person only has that person in front:
 * `borrower-2.employment`. For that person it goes before the general answer.
 */
export type Answers = Readonly<Record<string, Answer>>;

/**
 * A condition on the answers, as data. A question that has not been answered meets no comparison, so `not` around a
 * comparison holds for it.
 *
 * @example
 * const condition: Condition = { all: [{ answer: 'employment', is: 'self-employed' }, { answer: 'amount', atLeast: 10000 }] };
 */
export type Condition =
  | { readonly answer: string; readonly is: Answer }
  | { readonly answer: string; readonly in: readonly Answer[] }
  | { readonly answer: string; readonly atLeast: number }
  | { readonly answer: string; readonly atMost: number }
  | { readonly answer: string; readonly given: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** Whether a condition holds for these answers; `subject` is the person or company it is asked about. */
export function conditionHolds(condition: Condition, answers: Answers, subject?: string): boolean {
  if ('all' in condition) return condition.all.every((part) => conditionHolds(part, answers, subject));
  if ('any' in condition) return condition.any.some((part) => conditionHolds(part, answers, subject));
  if ('not' in condition) return !conditionHolds(condition.not, answers, subject);
  const answer = answerTo(condition.answer, answers, subject);
  if ('given' in condition) return (answer !== undefined) === condition.given;
  if ('is' in condition) return answer === condition.is;
  if ('in' in condition) return answer !== undefined && condition.in.includes(answer);
  if (typeof answer !== 'number') return false;
  return 'atLeast' in condition ? answer >= condition.atLeast : answer <= condition.atMost;
}

/** The answer of one person or company where there is one, else the general answer. */
export function answerTo(question: string, answers: Answers, subject?: string): Answer | undefined {
  const own = subject === undefined ? undefined : `${subject}.${question}`;
  if (own !== undefined && Object.hasOwn(answers, own)) return answers[own];
  return Object.hasOwn(answers, question) ? answers[question] : undefined;
}
