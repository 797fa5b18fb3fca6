import { type Answers, answerTo, conditionHolds } from '../condition.js';
import type { Product, Requirement } from '../product.js';

/** A requirement as it is asked of one dossier: of one person or company, or once for the dossier. */
export interface Instance {
  /** `identity`, or with its subject `identity:borrower-2`. */
  readonly id: string;
  readonly requirement: Requirement;
  readonly subject?: string | undefined;
}

const known = new WeakMap<Answers, { product: Product; instances: readonly Instance[] }>();

/** What the product asks for, given these answers, in the product's order. */
export function instancesOf(product: Product, answers: Answers): readonly Instance[] {
  const cached = known.get(answers);
  if (cached?.product === product) return cached.instances;
  const subjects = subjectsOf(product, answers);
  const instances: Instance[] = [];
  for (const requirement of product.requirements) {
    if (requirement.per === undefined) {
      if (isAsked(requirement, answers)) instances.push({ id: requirement.id, requirement });
      continue;
    }
    for (const subject of subjects.get(requirement.per) ?? []) {
      if (!isAsked(requirement, answers, subject)) continue;
      instances.push({ id: `${requirement.id}:${subject}`, requirement, subject });
    }
  }
  known.set(answers, { product, instances });
  return instances;
}

/** The persons and companies of a dossier, by the subject of the product that they are. */
export function subjectsOf(product: Product, answers: Answers): ReadonlyMap<string, readonly string[]> {
  const subjects = new Map<string, readonly string[]>();
  for (const { id, count, when } of product.subjects) {
    if (when && !conditionHolds(when, answers)) continue;
    subjects.set(id, namesOf(id, count, answers));
  }
  return subjects;
}

function namesOf(id: string, count: number | { readonly answer: string }, answers: Answers): string[] {
  if (count === 1) return [id];
  const number = typeof count === 'number' ? count : answerTo(count.answer, answers);
  const whole = typeof number === 'number' ? Math.floor(number) : 1;
  return Array.from({ length: whole }, (_, at) => `${id}-${at + 1}`);
}

function isAsked({ when }: Requirement, answers: Answers, subject?: string): boolean {
  return when === undefined || conditionHolds(when, answers, subject);
}
