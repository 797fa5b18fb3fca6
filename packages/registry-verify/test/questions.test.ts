import { describe, expect, it } from 'vitest';
import {
  type Register,
  verifyAddress,
  verifyCompany,
  verifyTaxNotice,
  verifyVatNumber,
} from '../src/index.js';
import { lei, supersededNotice, swissUid, taxNotice } from '../src/testing.js';
import { at, localRegisters } from './local.js';

const openOf = (report: { findings: readonly { code: string; outcome: string }[] }): string[] =>
  report.findings
    .filter(({ outcome }) => outcome !== 'passed')
    .map(({ code, outcome }) => `${code.split('/')[1]} ${outcome}`);

describe('verifyCompany', () => {
  const verify = (claim: Parameters<typeof verifyCompany>[0], local = localRegisters()) =>
    verifyCompany(claim, { registers: local.all, at });

  it('accepts a company with its name and address, from the cheapest register', async () => {
    const claim = {
      siret: '99900001100018',
      name: 'Atelier Méridien',
      address: '12, rue des Tanneurs, 44000 Nantes',
    };
    const report = await verify(claim);
    expect([report.verdict, openOf(report)]).toEqual(['accept', []]);
    expect(report.value.asked).toEqual([
      {
        register: 'recherche-entreprises',
        question: 'company',
        about: { scheme: 'siret', value: '99900001100018' },
        outcome: 'found',
      },
    ]);
  });

  it('tells an establishment that closed from a company that ceased', async () => {
    const closed = await verify({ siret: '99900001100026' });
    expect([closed.verdict, openOf(closed)]).toEqual(['review', ['establishment-open failed']]);
    expect(closed.value.company).toMatchObject({
      state: 'active',
      establishment: { siret: '99900001100026', state: 'closed', closedOn: '2021-09-30' },
    });
    const ceased = await verify({ siret: '99900003700013' });
    expect(openOf(ceased)).toEqual(['company-active failed', 'establishment-open failed']);
  });

  it.each(['recherche-entreprises', 'sirene', 'api-entreprise'] as const)(
    'takes an unknown SIRET of a known company for what it is: %s',
    async (id) => {
      const { registers } = localRegisters();
      const options = { registers: [registers[id]], at };
      const report = await verifyCompany({ siret: '99900001100034' }, options);
      expect([report.verdict, openOf(report)]).toEqual(['review', ['establishment-open failed']]);
      expect(report.value.company?.establishment?.state).toBe('not-listed');
      for (const [siret, state] of [
        ['99900001100018', 'open'],
        ['99900001100026', 'closed'],
      ] as const) {
        expect((await verifyCompany({ siret }, options)).value.company?.establishment?.state).toBe(state);
      }
    },
  );

  it('asks the LEI register beside the national one, and compares them', async () => {
    const report = await verify({ siren: '999000011', lei });
    expect(report.verdict).toBe('accept');
    expect(report.value.asked.map(({ register }) => register)).toEqual(['recherche-entreprises', 'gleif']);
    const other = await verify({ siren: '999000029', lei });
    expect(openOf(other)).toEqual(['registers-disagree failed', 'registers-disagree failed']);
  });

  it('refuses numbers of two companies without asking', async () => {
    const report = await verify({ siren: '999000011', vat: 'FR23999000029' });
    expect([report.verdict, openOf(report)]).toEqual(['reject', ['identifiers-disagree failed']]);
  });

  it('refuses what the final register does not know', async () => {
    const report = await verify({ siren: '999000128' });
    expect([report.verdict, openOf(report)]).toEqual(['reject', ['company-registered failed']]);
    expect(report.value.asked.map(({ register }) => register)).toEqual(['recherche-entreprises', 'sirene']);
  });

  it('goes on to the next register during an outage, and says so', async () => {
    const local = localRegisters({ attempts: 1 });
    local.local.setFault('recherche-entreprises', 'rate-limited');
    const report = await verify({ siren: '999000011' }, local);
    expect([report.verdict, openOf(report)]).toEqual(['accept', ['register-not-answering inconclusive']]);
    expect(report.value.asked[0]).toEqual({
      register: 'recherche-entreprises',
      question: 'company',
      about: { scheme: 'siren', value: '999000011' },
      outcome: 'inconclusive',
      reason: 'rate-limited',
      retryAt: '2026-01-15T11:00:00.000Z',
    });
  });

  it('names both registers where they contradict each other', async () => {
    const local = localRegisters();
    const silent: Register = {
      ...local.registers['recherche-entreprises'],
      ask: async (question) => {
        const answer = await local.registers['recherche-entreprises'].ask(question);
        if (answer.outcome !== 'found' || !answer.evidence.company) return answer;
        const { address, ...company } = answer.evidence.company;
        return {
          outcome: 'found',
          evidence: { ...answer.evidence, company: { ...company, state: 'ceased' } },
        };
      },
    };
    const claim = { siren: '999000011', address: '12 rue des Tanneurs 44000 Nantes' };
    const report = await verifyCompany(claim, { registers: [silent, local.registers['inpi-rne']], at });
    expect(report.findings).toContainEqual({
      code: 'registry-verify/registers-disagree',
      outcome: 'failed',
      severity: 'warning',
      params: { registers: ['inpi-rne', 'recherche-entreprises'], about: 'state' },
    });
  });

  it.each([
    [{ siren: '999000011', name: 'Quelque chose' }, 'name-agrees failed'],
    [{ siren: '999000011', address: '99 boulevard Central 75001 Paris' }, 'address-agrees failed'],
    [{ siren: '999000037' }, 'company-active failed'],
    [{ ukCompanyNumber: '09990003' }, 'company-active failed'],
    [{ austrianFn: 'FN 122119 m' }, 'no-register inconclusive'],
  ])('%j: %s', async (claim, open) => {
    expect(openOf(await verify(claim))).toEqual([open]);
  });

  it('knows Swiss companies', async () => {
    expect((await verify({ swissUid, name: 'Alpenrad' })).verdict).toBe('accept');
  });

  it('is the same for the same answers, to the byte', async () => {
    const claim = { siren: '999000011', name: 'Atelier Méridien' };
    expect(JSON.stringify(await verify(claim))).toBe(JSON.stringify(await verify(claim)));
  });
});

describe('verifyVatNumber', () => {
  const verify = (claim: Parameters<typeof verifyVatNumber>[0], local = localRegisters()) =>
    verifyVatNumber(claim, { registers: local.all, at });

  it('accepts a number with its name, and proves the question where the asker is named', async () => {
    const report = await verify({ vat: 'FR66999000011', name: 'Atelier Méridien', requester: 'DE136695976' });
    expect(report.verdict).toBe('accept');
    expect(report.value.vat?.consultationNumber).toBe('WAPIAAAAX0000001');
  });

  it('refuses only on the word INVALID', async () => {
    expect((await verify({ vat: 'FR47999000037' })).verdict).toBe('reject');
    const local = localRegisters({ attempts: 1 });
    local.local.setFault('vies', 'server-error');
    local.local.setFault('api-entreprise', 'server-error');
    expect((await verify({ vat: 'FR47999000037' }, local)).verdict).toBe('review');
  });

  it('cannot compare a name that the state does not tell', async () => {
    const report = await verify({ vat: 'DE136695976', name: 'Somebody GmbH' });
    expect(openOf(report)).toEqual(['name-agrees inconclusive']);
  });
});

describe('verifyAddress', () => {
  it.each([
    ['12 rue des Tanneurs, 44000 Nantes', 'accept', 'housenumber'],
    ['99 rue des Tanneurs, 44000 Nantes', 'review', 'street'],
    ['1 nowhere', 'review', undefined],
  ])('%s: %s', async (text, verdict, precision) => {
    const report = await verifyAddress({ text }, { registers: localRegisters().all, at });
    expect([report.verdict, report.value.address?.precision]).toEqual([verdict, precision]);
  });
});

describe('verifyTaxNotice', () => {
  const declarant = { familyName: 'Fontaine', givenNames: 'Claire', birth: '1978-04-12' };
  const verify = (claim: Parameters<typeof verifyTaxNotice>[0], local = localRegisters()) =>
    verifyTaxNotice(claim, { registers: local.all, at });

  it('accepts the latest notice with its figures', async () => {
    const report = await verify({
      ...taxNotice,
      declarant,
      referenceIncomeEuros: 31450,
      householdShares: 1.5,
    });
    expect([report.verdict, openOf(report)]).toEqual(['accept', []]);
  });

  it('refuses other figures, a replaced notice, and one that nobody knows', async () => {
    expect(openOf(await verify({ ...taxNotice, referenceIncomeEuros: 61450 }))).toEqual([
      'tax-notice-agrees failed',
    ]);
    expect(openOf(await verify(supersededNotice))).toEqual(['tax-notice-latest failed']);
    const unknown = { ...taxNotice, referenceAvis: '2544A00000000' };
    expect(openOf(await verify(unknown))).toEqual(['tax-notice-known failed']);
  });

  it('takes a key that does not fit for a note beside the word of the authority', async () => {
    const report = await verify({ numeroFiscal: '3099900001262', referenceAvis: taxNotice.referenceAvis });
    expect(report.findings[0]).toMatchObject({ code: 'registry-verify/tax-number-key', severity: 'warning' });
  });
});
