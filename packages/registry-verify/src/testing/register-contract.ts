import { isSha256, parseTimestamp } from '@dossierkit/core';
import type { Question } from '../registers/question.js';
import type { Register, RegisterAnswer } from '../registers/register.js';

/** What the contract suite needs of a register. */
export interface RegisterContract {
  /** A fresh register, in order or with its source cut off. */
  create(state: 'working' | 'down'): Promise<Register> | Register;
  /** A question that it answers with facts. */
  readonly known: Question;
  /** A question about something that it does not know; absent where the register never says "no such entry". */
  readonly unknown?: Question;
  /** A question that it does not take. */
  readonly foreign: Question;
  /** Texts that may never be seen in an answer: keys, passwords, tokens. */
  readonly secrets: readonly string[];
}

/** One case of a contract: `run` rejects where the register breaks it. Works with any test runner. */
export interface ContractCase {
  readonly name: string;
  run(): Promise<void>;
}

/**
 * What every implementation of the port `Register` must do.
 *
 * @example
 * for (const { name, run } of registerContract(mine)) it(name, run);
 */
export function registerContract(contract: RegisterContract): ContractCase[] {
  const { create, known, unknown, foreign, secrets } = contract;
  const ask = async (
    question: Question,
    state: 'working' | 'down' = 'working',
    signal?: AbortSignal,
  ): Promise<RegisterAnswer> => {
    const register = await create(state);
    return register.ask(question, { signal });
  };
  const cases: ContractCase[] = [
    {
      name: 'takes the questions that it answers, and no others',
      run: async () => {
        const register = await create('working');
        expect(register.accepts(known), 'takes the known question');
        expect(!register.accepts(foreign), 'refuses the foreign question');
        expectInconclusive(await register.ask(foreign));
      },
    },
    {
      name: 'proves what it found',
      run: async () => {
        const answer = await ask(known);
        if (answer.outcome !== 'found') return expect(false, `found, not ${answer.outcome}`);
        const { evidence } = answer;
        const { company, representatives, beneficialOwners, vat, addresses, taxNotice } = evidence;
        expect(evidence.found, 'found is true');
        expect(isSha256(evidence.digest), 'a digest of the raw answer');
        expect(parseTimestamp(evidence.answeredAt).ok, 'when it was answered');
        expect(evidence.endpoint !== '', 'what was asked');
        expect(evidence.fieldsUsed.length > 0, 'the fields it rests on');
        expect(
          [company, representatives, beneficialOwners, vat, addresses, taxNotice].some(
            (facts) => facts !== undefined,
          ),
          'facts',
        );
      },
    },
    {
      name: 'answers in plain JSON, without its secrets',
      run: async () => {
        const answer = await ask(known);
        const text = JSON.stringify(answer);
        expect(JSON.stringify(JSON.parse(text)) === text, 'plain JSON');
        for (const secret of secrets) expect(!text.includes(secret), 'no secret in the answer');
      },
    },
    {
      name: 'says nothing about anybody while its source is down',
      run: async () => expectInconclusive(await ask(known, 'down')),
    },
    {
      name: 'says nothing when it is cancelled',
      run: async () => {
        const abort = new AbortController();
        abort.abort();
        expectInconclusive(await ask(known, 'working', abort.signal));
      },
    },
  ];
  if (unknown) {
    cases.push({
      name: 'says so where there is no such entry',
      run: async () => {
        const answer = await ask(unknown);
        expect(answer.outcome === 'not-found' && !answer.evidence.found, `not-found, not ${answer.outcome}`);
      },
    });
  }
  return cases;
}

function expectInconclusive(answer: RegisterAnswer): void {
  expect(
    answer.outcome === 'inconclusive' && answer.reason.length > 0,
    `inconclusive, not ${answer.outcome}`,
  );
}

function expect(holds: boolean, what: string): void {
  if (!holds) throw new Error(`A register must keep its contract: ${what}`);
}
