import { describe, expect, it } from 'vitest';
import {
  createGermanRegister,
  type Question,
  REGISTER_IDS,
  type RegisterId,
  verifyAddress,
  verifyCompany,
  verifyRepresentative,
  verifyTaxNotice,
  verifyVatNumber,
} from '../src/index.js';
import { REGISTER_FAULTS, registerContract } from '../src/testing.js';
import { at, localRegisters, questions } from './local.js';

/** The question of a register as a person would ask it. */
function verify(question: Question, local: ReturnType<typeof localRegisters>) {
  const options = { registers: local.all, at };
  if (question.kind === 'vat') return verifyVatNumber({ vat: question.country + question.number }, options);
  if (question.kind === 'address') return verifyAddress({ text: question.text }, options);
  if (question.kind === 'tax-notice') return verifyTaxNotice(question, options);
  const { scheme, value } = question.id;
  const key = { siren: 'siren', lei: 'lei', 'uk-company-number': 'ukCompanyNumber', 'swiss-uid': 'swissUid' }[
    scheme as 'siren'
  ];
  const company = { [key]: value };
  if (question.kind === 'company') return verifyCompany(company, options);
  return verifyRepresentative(
    { company, person: { familyName: 'Fontaine', givenNames: 'Claire', birth: '1978-04' } },
    options,
  );
}

describe.each(REGISTER_IDS)('%s', (id: RegisterId) => {
  const { known, unknown } = questions[id];

  it.each(REGISTER_FAULTS)('%s is inconclusive with a reason, and is not kept', async (fault) => {
    const { registers, local, time } = localRegisters({ attempts: 1 });
    local.setFault(id, fault);
    const answer = await registers[id].ask(known);
    expect(answer).toMatchObject({
      outcome: 'inconclusive',
      register: id,
      reason: expect.stringMatching(/^[a-z-]+$/),
    });
    local.setFault(id, undefined);
    await time.sleep(7_200_000);
    expect((await registers[id].ask(known)).outcome).toBe('found');
  });

  it.each(REGISTER_FAULTS)(
    '%s of every register is a verdict for a person, never valid or invalid',
    async (fault) => {
      const local = localRegisters({ attempts: 2, maxWaitMs: 600_000 });
      for (const each of REGISTER_IDS) local.local.setFault(each, fault);
      const report = await verify(known, local);
      expect(report.verdict).toBe('review');
      expect(report.value.asked.every((asked) => asked.outcome === 'inconclusive')).toBe(true);
      expect(report.value.evidence).toEqual([]);
    },
  );

  const contract = registerContract({
    create: (state) => {
      const { registers, local } = localRegisters({ attempts: 1 });
      if (state === 'down') local.setFault(id, 'down');
      return registers[id];
    },
    known,
    ...(unknown ? { unknown } : {}),
    foreign:
      known.kind === 'address'
        ? { kind: 'vat', country: 'DE', number: '136695976' }
        : { kind: 'address', text: '12 rue des Tanneurs Nantes' },
    secrets: ['local-secret', 'local-token', btoa('local:local-secret'), btoa('local-secret:')],
  });
  it.each(contract)('$name', ({ run }) => run());
});

describe('german-register', () => {
  const number = (value: string): Question => ({
    kind: 'representatives',
    id: { scheme: 'german-register-number', value },
  });
  const contract = registerContract({
    create: (state) =>
      createGermanRegister({
        clock: { now: () => at },
        lookUp: async (registerNumber, { signal }) => {
          if (signal?.aborted) return 'cancelled';
          if (state === 'down') throw new Error('fetch failed');
          return registerNumber.startsWith('HRB 1,')
            ? { name: 'Nordlicht GmbH', state: 'active', officers: [] }
            : 'not-found';
        },
      }),
    known: number('HRB 1, Amtsgericht Kiel'),
    unknown: number('HRB 2, Amtsgericht Kiel'),
    foreign: { kind: 'address', text: 'Kiel' },
    secrets: [],
  });
  it.each(contract)('$name', ({ run }) => run());
});
