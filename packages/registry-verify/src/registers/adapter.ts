import type { Question, QuestionKind } from './question.js';
import type { RawAnswer, Reading } from './reading.js';

/** A request to a register. */
export interface RegisterRequest {
  readonly method: 'GET' | 'POST';
  /** Below the base URL, with values filled in. */
  readonly path: string;
  /** The path for the evidence: without values, secrets and personal data. */
  readonly endpoint: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends one request politely; the reading says why there is no answer. */
export type Send = (request: RegisterRequest) => Promise<RawAnswer | Reading>;

/** What is special about one register; everything else is the client's. */
export interface Adapter {
  readonly id: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly authoritativeFor: readonly QuestionKind[];
  readonly cost: number;
  /** What the operator allows. */
  readonly limit: { readonly requests: number; readonly perMs: number };
  accepts(question: Question): boolean;
  ask(question: Question, send: Send): Promise<Reading>;
}

/**
 * Asks about an establishment; where the register does not know its SIRET, about the company, which may exist all the
 * same.
 */
export async function askBySiret(
  siret: string,
  askEstablishment: () => Promise<Reading>,
  askCompany: () => Promise<Reading>,
): Promise<Reading> {
  const establishment = await askEstablishment();
  if (establishment.outcome !== 'not-found') return establishment;
  const reading = await askCompany();
  if (reading.outcome !== 'found' || !reading.company || reading.company.establishment) return reading;
  return { ...reading, company: { ...reading.company, establishment: { siret, state: 'not-listed' } } };
}

/** Whether sending gave an answer, and not a reason why there is none. */
export function isRaw(answer: RawAnswer | Reading): answer is RawAnswer {
  return 'status' in answer;
}

/** Asks with one request and reads its answer. */
export async function askOnce(
  send: Send,
  request: RegisterRequest,
  read: (raw: RawAnswer) => Reading,
): Promise<Reading> {
  const answer = await send(request);
  return isRaw(answer) ? read(answer) : answer;
}
