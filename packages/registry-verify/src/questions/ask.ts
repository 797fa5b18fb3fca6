import type { Timestamp } from '@dossierkit/core';
import type { RegistryFinding } from '../findings.js';
import type { Evidence } from '../registers/evidence.js';
import type { CompanyId, Question, QuestionKind } from '../registers/question.js';
import type { InconclusiveReason, Register, RegisterAnswer } from '../registers/register.js';

/** One register that was asked, and what came of it. */
export interface Asked {
  readonly register: string;
  readonly question: QuestionKind;
  /** The company that it was asked about; another one than in the claim where a chain was followed. */
  readonly about?: CompanyId;
  readonly outcome: RegisterAnswer['outcome'];
  readonly reason?: InconclusiveReason;
  readonly retryAt?: Timestamp;
}

/** A register's answer, and whether its "not found" is final. */
export interface Reply {
  readonly register: Register;
  readonly question: Question;
  readonly answer: RegisterAnswer;
}

/**
 * Asks the registers that take the question, the cheapest first, until one answer is enough. A final "no such entry" is
 * enough as well.
 */
export async function askInTurn(
  questionFor: (register: Register) => Question | undefined,
  registers: readonly Register[],
  isEnough: (evidence: Evidence, register: Register) => boolean | Promise<boolean>,
  signal: AbortSignal | undefined,
): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (const register of [...registers].sort((a, b) => a.cost - b.cost)) {
    const question = questionFor(register);
    if (!question) continue;
    const answer = await register.ask(question, { signal });
    replies.push({ register, question, answer });
    if (answer.outcome === 'found' && (await isEnough(answer.evidence, register))) break;
    if (isFinalNo({ register, question, answer })) break;
  }
  return replies;
}

/** A question about a company, by the first of its numbers that a register takes. */
export function questionAbout(
  kind: 'company' | 'representatives',
  ids: readonly CompanyId[],
): (register: Register) => Question | undefined {
  return (register) =>
    ids.map((id): Question => ({ kind, id })).find((question) => register.accepts(question));
}

/** The evidence of those that found something. */
export function evidenceOf(replies: readonly Reply[]): Evidence[] {
  return replies.flatMap(({ answer }) => (answer.outcome === 'found' ? [answer.evidence] : []));
}

/** Everything that was learned, found or not: what a report keeps. */
export function allEvidenceOf(replies: readonly Reply[]): Evidence[] {
  return replies.flatMap(({ answer }) => (answer.outcome === 'inconclusive' ? [] : [answer.evidence]));
}

/** Who was asked, for the report. */
export function askedOf(replies: readonly Reply[]): Asked[] {
  return replies.map(({ register, question, answer }) => ({
    register: register.id,
    question: question.kind,
    ...('id' in question ? { about: question.id } : {}),
    outcome: answer.outcome,
    ...(answer.outcome === 'inconclusive'
      ? { reason: answer.reason, ...(answer.retryAt ? { retryAt: answer.retryAt } : {}) }
      : {}),
  }));
}

/** Whether a register whose word is final knows no such entry. */
export function isFinalNo({ register, question, answer }: Reply): boolean {
  return answer.outcome === 'not-found' && register.authoritativeFor.includes(question.kind);
}

/** Findings about registers that gave no answer: reasons for a person to look, or mere notes where another one answered. */
export function silenceOf(
  replies: readonly Reply[],
  kind: QuestionKind,
  answered: boolean,
): RegistryFinding[] {
  if (replies.length === 0) {
    const params = { question: kind };
    return [{ code: 'registry-verify/no-register', outcome: 'inconclusive', severity: 'warning', params }];
  }
  return replies.flatMap(({ register, answer }): RegistryFinding[] => {
    if (answer.outcome !== 'inconclusive') return [];
    const { reason, retryAt } = answer;
    const params = { register: register.id, reason, ...(retryAt ? { retryAt } : {}) };
    const severity = answered ? 'info' : 'warning';
    return [{ code: 'registry-verify/register-not-answering', outcome: 'inconclusive', severity, params }];
  });
}
