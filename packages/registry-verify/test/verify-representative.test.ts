import { describe, expect, it } from 'vitest';
import { createGermanRegister, type RepresentativeClaim, verifyRepresentative } from '../src/index.js';
import { at, localRegisters } from './local.js';

const claire = { familyName: 'Fontaine', givenNames: 'Claire', birth: '1978-04-12' };

/** The report in short: the verdict, and what did not pass. */
async function ask(claim: RepresentativeClaim, local = localRegisters(), registers = local.all) {
  const report = await verifyRepresentative(claim, { registers, at });
  const open = report.findings.filter(({ outcome }) => outcome !== 'passed');
  return { ...report, open: open.map(({ code, outcome }) => `${code.split('/')[1]} ${outcome}`) };
}

describe('may this person sign for this company?', () => {
  it('yes: in office, alone, surely the person', async () => {
    const { verdict, open, value } = await ask({
      company: { siren: '999 000 011', name: 'Atelier Méridien SAS' },
      person: claire,
    });
    expect({ verdict, open, role: value.role, through: value.through }).toEqual({
      verdict: 'accept',
      open: [],
      role: 'Directeur Général',
      through: [],
    });
    expect(value.asked.map(({ register }) => register)).toEqual(['recherche-entreprises']);
  });

  it('yes, through the company that presides it', async () => {
    const person = { familyName: 'Benali', givenNames: 'Amina', birth: '1971-09' };
    const { verdict, value, findings } = await ask({ company: { siren: '999000011' }, person });
    expect(verdict).toBe('accept');
    expect(value.through).toEqual(['FONTAINE PARTICIPATIONS']);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'registry-verify/signs-through' }));
  });

  it('by the birth name as well as the name in use', async () => {
    const person = { familyName: 'Fontaine', givenNames: 'Amina', birth: '1971-09' };
    expect((await ask({ company: { siren: '999000029' }, person })).verdict).toBe('accept');
  });

  it('no: the person resigned', async () => {
    const person = { familyName: 'Mercier', givenNames: 'Paul', birth: '1969-11' };
    const { verdict, open } = await ask({ company: { siren: '999000011' }, person });
    expect({ verdict, open }).toEqual({ verdict: 'reject', open: ['representative-resigned failed'] });
  });

  it('no: the company has ceased', async () => {
    const person = { familyName: 'Carpentier', givenNames: 'Louis', birth: '1955-02' };
    const { verdict, open } = await ask({ company: { siren: '999000037' }, person });
    expect({ verdict, open }).toEqual({ verdict: 'reject', open: ['company-active failed'] });
  });

  it('no: nobody of that name in the register whose word is final', async () => {
    const person = { familyName: 'Durand', givenNames: 'Luc', birth: '1980-01' };
    const { verdict, open } = await ask({ company: { siren: '999000052' }, person });
    expect({ verdict, open }).toEqual({ verdict: 'reject', open: ['representative-listed failed'] });
  });

  it('a look by a person where only a derived register could be asked', async () => {
    const local = localRegisters();
    const person = { familyName: 'Durand', givenNames: 'Luc', birth: '1980-01' };
    const only = [local.registers['recherche-entreprises']];
    expect((await ask({ company: { siren: '999000052' }, person }, local, only)).verdict).toBe('review');
  });

  it('no: an auditor or board member does not represent the company', async () => {
    const person = { familyName: 'Martin', givenNames: 'Jean', birth: '1952-07' };
    const { verdict, open } = await ask({ company: { siren: '999000052' }, person });
    expect({ verdict, open }).toEqual({ verdict: 'reject', open: ['signing-power failed'] });
  });

  it('a look: the name is right, the birth is another', async () => {
    const { verdict, open } = await ask({
      company: { siren: '999000011' },
      person: { ...claire, birth: '1990-01' },
    });
    expect({ verdict, open }).toEqual({ verdict: 'review', open: ['representative-identity inconclusive'] });
  });

  it('a look: without a birth, two of the same name cannot be told apart', async () => {
    const { verdict, open } = await ask({
      company: { siren: '999000052' },
      person: { familyName: 'Martin', givenNames: 'Jean' },
    });
    expect({ verdict, open }).toEqual({ verdict: 'review', open: ['representative-identity inconclusive'] });
  });

  it('a look: beside a liquidator the manager has no say, the liquidator has', async () => {
    const company = { siren: '999000086' };
    const manager = { familyName: 'Roy', givenNames: 'Marc', birth: '1964-01' };
    expect((await ask({ company, person: manager })).open).toEqual(['signing-power inconclusive']);
    const liquidator = { familyName: 'Lefèvre', givenNames: 'Hélène', birth: '1966-12' };
    expect((await ask({ company, person: liquidator })).verdict).toBe('accept');
  });

  it('a look: companies that preside each other in a circle', async () => {
    const { verdict, findings } = await ask({ company: { siren: '999000060' }, person: claire });
    expect(verdict).toBe('review');
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'registry-verify/chain-unresolved', params: { reason: 'circular' } }),
    );
  });

  it('a look: a chain that is longer than allowed', async () => {
    const person = { familyName: 'Benali', givenNames: 'Amina', birth: '1971-09' };
    const { all } = localRegisters();
    const claim = { company: { siren: '999000011' }, person };
    const report = await verifyRepresentative(claim, { registers: all, at, maxChainLength: 0 });
    expect(report.verdict).toBe('review');
    expect(report.findings).toContainEqual(
      expect.objectContaining({ code: 'registry-verify/chain-unresolved', params: { reason: 'too-long' } }),
    );
  });

  it('a look: the register hides who it is', async () => {
    const person = { familyName: 'Petit', givenNames: 'Nadia', birth: '1990-01' };
    const local = localRegisters();
    const only = [local.registers['recherche-entreprises']];
    const { verdict, open, value } = await ask({ company: { siren: '999000045' }, person }, local, only);
    expect(verdict).toBe('review');
    expect(open).toContain('officers-masked inconclusive');
    expect(value.evidence[0]?.maskedFields).toContain('results[].dirigeants[].nom');
  });

  it('a look: even the final register has no list for a company whose people are hidden', async () => {
    const person = { familyName: 'Petit', givenNames: 'Nadia', birth: '1990-01' };
    const local = localRegisters();
    const only = [local.registers['inpi-rne']];
    const { verdict, open } = await ask({ company: { siren: '999000045' }, person }, local, only);
    expect([verdict, open]).toEqual(['review', ['representative-listed inconclusive']]);
  });

  it('refuses a number with a typing error without asking anybody', async () => {
    const local = localRegisters();
    const { verdict, open } = await ask({ company: { siren: '999000012' }, person: claire }, local);
    expect({ verdict, open, asked: local.local.requests.length }).toEqual({
      verdict: 'reject',
      open: ['identifier-invalid failed'],
      asked: 0,
    });
  });

  it('tells another role than the claimed one', async () => {
    const { verdict, open } = await ask({
      company: { siren: '999000011' },
      person: claire,
      role: 'Président',
    });
    expect({ verdict, open }).toEqual({ verdict: 'review', open: ['role-agrees failed'] });
  });

  it('says nothing about the person when the link in the chain does not answer', async () => {
    const local = localRegisters({ attempts: 1 });
    for (const id of ['inpi-rne', 'api-entreprise', 'recherche-entreprises'] as const)
      local.local.setFault(id, 'html');
    const { verdict, open } = await ask({ company: { siren: '999000011' }, person: claire }, local);
    expect(verdict).toBe('review');
    expect(open).toContain('register-not-answering inconclusive');
  });
});

describe('in the United Kingdom', () => {
  const company = { ukCompanyNumber: '9990001' };

  it('accepts a director, and the director of a corporate director', async () => {
    expect(
      (await ask({ company, person: { familyName: 'Shaw', givenNames: 'Emily', birth: '1984-05-20' } }))
        .verdict,
    ).toBe('accept');
    const through = await ask({
      company,
      person: { familyName: 'Okafor', givenNames: 'Ada', birth: '1976-08-01' },
    });
    expect([through.verdict, through.value.through]).toEqual(['accept', ['NORTHFIELD HOLDINGS LTD']]);
  });

  it('refuses a director who resigned', async () => {
    expect(
      (await ask({ company, person: { familyName: 'Cole', givenNames: 'Peter', birth: '1970-01' } })).verdict,
    ).toBe('reject');
  });
});

describe('joint signature', () => {
  const officer = (familyName: string, birth: string, representation: string) => ({
    familyNames: [familyName],
    givenNames: ['Kim'],
    birth,
    role: 'Geschäftsführer',
    representation,
  });
  const german = createGermanRegister({
    clock: { now: () => at },
    lookUp: async () => ({
      name: 'Nordlicht Anlagenbau GmbH',
      state: 'active',
      officers: [
        officer('Brandt', '1970-01-01', 'vertritt gemeinsam mit einem anderen Geschäftsführer'),
        officer('Çelik', '1980-02-02', 'vertritt gemeinsam mit einem anderen Geschäftsführer'),
        officer('Dietrich', '1990-03-03', 'einzelvertretungsberechtigt'),
      ],
    }),
  });
  const company = { germanRegisterNumber: 'HRB 99901, Amtsgericht Kiel' };
  const brandt = { familyName: 'Brandt', givenNames: 'Kim', birth: '1970-01-01' };
  const celik = { familyName: 'Celik', givenNames: 'Kim', birth: '1980-02-02' };

  it('is for review while one of two signs, and enough when both do', async () => {
    const alone = await ask({ company, person: brandt }, localRegisters(), [german]);
    expect([alone.verdict, alone.open]).toEqual(['review', ['joint-signature failed']]);
    expect(
      (await ask({ company, person: brandt, cosigners: [celik] }, localRegisters(), [german])).verdict,
    ).toBe('accept');
  });

  it('counts the same person once', async () => {
    const twice = await ask({ company, person: brandt, cosigners: [brandt] }, localRegisters(), [german]);
    expect(twice.verdict).toBe('review');
  });

  it('is not needed for one who represents alone', async () => {
    const person = { familyName: 'Dietrich', givenNames: 'Kim', birth: '1990-03-03' };
    expect((await ask({ company, person }, localRegisters(), [german])).verdict).toBe('accept');
  });
});

it('puts no name and no birth of a person into a finding', async () => {
  const local = localRegisters();
  for (const person of [
    claire,
    { ...claire, birth: '1990-01' },
    { familyName: 'Mercier', givenNames: 'Paul', birth: '1969-11' },
  ]) {
    const { findings } = await ask({ company: { siren: '999000011' }, person }, local);
    expect(JSON.stringify(findings)).not.toMatch(/Claire|Mercier|1978|1990|1969/i);
  }
});
