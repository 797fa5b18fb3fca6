import { timestamp } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { parseRegisterAnswer, type RegisterId } from './parse-register-answer.js';
import type { Question } from './question.js';

const at = timestamp('2026-01-15T10:00:00Z');

/** Reads a raw answer and says what came of it. */
function read(id: RegisterId, body: unknown, status = 200, headers = {}, question?: Question) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return parseRegisterAnswer(id, { status, headers, body: text, at }, question);
}

const reason = (answer: ReturnType<typeof read>): string =>
  answer.outcome === 'inconclusive' ? answer.reason : answer.outcome;
const ask = (siren: string): Question => ({ kind: 'company', id: { scheme: 'siren', value: siren } });

describe('VIES', () => {
  it.each([
    [{ isValid: true, userError: 'VALID', vatNumber: '1' }, 'found'],
    [{ isValid: false, userError: 'INVALID', vatNumber: '1' }, 'found'],
    [{ isValid: false, userError: 'MS_UNAVAILABLE' }, 'unavailable'],
    [{ isValid: false, userError: 'MS_MAX_CONCURRENT_REQ' }, 'rate-limited'],
    [{ isValid: false, userError: 'TIMEOUT' }, 'timeout'],
    [{ isValid: false, userError: 'INVALID_INPUT' }, 'refused'],
    [{ isValid: false, userError: 'A_WORD_OF_TOMORROW' }, 'unavailable'],
    [{ actionSucceed: false, errorWrappers: [{ error: 'SERVICE_UNAVAILABLE' }] }, 'unavailable'],
    [{ isValid: false }, 'changed-shape'],
    [{ isValid: false, userError: 'VALID', vatNumber: '1' }, 'changed-shape'],
  ])('%j is %s', (body, expected) => {
    expect(reason(read('vies', body))).toBe(expected);
  });
});

describe('the state of a company', () => {
  const sirene = (period: object) => ({
    header: { statut: 200 },
    uniteLegale: {
      siren: '999000011',
      periodesUniteLegale: [{ dateFin: '2020-01-01', etatAdministratifUniteLegale: 'A' }, period],
    },
  });

  it('lives in the current period of Sirene', () => {
    const answer = read(
      'sirene',
      sirene({ dateFin: null, dateDebut: '2020-01-02', etatAdministratifUniteLegale: 'C' }),
    );
    expect(answer).toMatchObject({ evidence: { company: { state: 'ceased', ceasedOn: '2020-01-02' } } });
  });

  it('is not guessed from a letter that nobody knows', () => {
    expect(reason(read('sirene', sirene({ dateFin: null, etatAdministratifUniteLegale: 'X' })))).toBe(
      'changed-shape',
    );
  });

  it.each([
    ['ACTIVE', 'ISSUED', 'active'],
    ['ACTIVE', 'LAPSED', 'unknown'],
    ['ACTIVE', 'DUPLICATE', 'unknown'],
    ['INACTIVE', 'RETIRED', 'ceased'],
  ])('GLEIF: %s, %s is %s', (status, registration, state) => {
    const attributes = { lei: 'L', entity: { status }, registration: { status: registration } };
    const answer = read('gleif', { data: { type: 'lei-records', attributes } });
    expect(answer).toMatchObject({ evidence: { company: { state } } });
  });

  it('of a branch that has closed is that of its company', () => {
    const unite_legale = { siren: '999000011', forme_juridique: { code: '5710' }, etat_administratif: 'A' };
    const data = { siret: '99900001100018', etat_administratif: 'F', unite_legale };
    expect(read('api-entreprise', { data, links: {}, meta: {} })).toMatchObject({
      evidence: { company: { state: 'active' } },
    });
  });
});

describe('what is not an answer to the question', () => {
  const result = { siren: '999000029', etat_administratif: 'A', dirigeants: [] };

  it('an entry about somebody else', () => {
    const list = { results: [result], total_results: 1 };
    expect(reason(read('recherche-entreprises', list, 200, {}, ask('999000011')))).toBe('wrong-subject');
    expect(reason(read('recherche-entreprises', list, 200, {}, ask('999000029')))).toBe('found');
  });

  it('an empty page of a list that is not empty', () => {
    expect(reason(read('recherche-entreprises', { results: [], total_results: 3 }))).toBe('changed-shape');
    expect(reason(read('recherche-entreprises', { results: [], total_results: 0 }))).toBe('not-found');
  });

  it.each<[RegisterId]>([
    ['gleif'],
    ['companies-house'],
    ['api-entreprise'],
    ['inpi-rne'],
    ['zefix'],
    ['api-particulier'],
  ])('%s: a 404 that is not the register’s own', (id) => {
    expect(reason(read(id, '<html><body>nginx</body></html>', 404))).toBe('maintenance-page');
    expect(reason(read(id, {}, 404))).toBe('changed-shape');
  });

  it('an entry that INSEE does not publish', () => {
    const body = { header: { statut: 403, message: 'Unité légale non diffusable (999000011)' } };
    expect(reason(read('sirene', body, 403))).toBe('masked');
  });
});

describe('when to come back', () => {
  it.each([
    [{ 'retry-after': '120' }, '2026-01-15T10:02:00.000Z'],
    [{ 'retry-after': 'Thu, 15 Jan 2026 10:05:00 GMT' }, '2026-01-15T10:05:00.000Z'],
    [{ 'x-ratelimit-reset': String(Date.parse('2026-01-15T10:04:00Z') / 1000) }, '2026-01-15T10:04:00.000Z'],
    [{ 'ratelimit-reset': '30' }, '2026-01-15T10:00:30.000Z'],
    [{ 'retry-after': 'soon' }, '2026-01-15T10:01:00.000Z'],
  ])('%j: %s', (headers, retryAt) => {
    expect(read('sirene', { message: 'slow down' }, 429, headers)).toMatchObject({
      reason: 'rate-limited',
      retryAt,
    });
  });

  it('tells an empty quota from too much haste', () => {
    expect(reason(read('inpi-rne', { message: 'Quota journalier dépassé' }, 429))).toBe('quota-exhausted');
  });

  it('takes the hint of API Entreprise about the source behind it', () => {
    const errors = [
      { code: '04002', title: 'Erreur du fournisseur', meta: { provider: 'INSEE', retry_in: 300 } },
    ];
    expect(read('api-entreprise', { errors }, 502)).toMatchObject({
      reason: 'unavailable',
      retryAt: '2026-01-15T10:05:00.000Z',
    });
  });
});

describe('people in a register', () => {
  it('RNE: resigned, no longer active, hidden, represented by somebody', () => {
    const person = (nom: string) => ({
      individu: { descriptionPersonne: { nom, prenoms: ['Ada'], dateDeNaissance: '1980-05' } },
    });
    const pouvoirs = [
      { roleEntreprise: '73', ...person('A') },
      { roleEntreprise: '53', mentionDemissionOrdre: true, ...person('B') },
      { roleEntreprise: '53', actif: false, ...person('C') },
      { roleEntreprise: '4711', ...person('[NON-DIFFUSIBLE]') },
      {
        roleEntreprise: '30',
        entreprise: { siren: '999000029', denomination: 'X' },
        representant: { descriptionPersonne: { nom: 'D', prenoms: ['Eve'] } },
      },
    ];
    const personneMorale = { identite: { entreprise: { denomination: 'Y' } }, composition: { pouvoirs } };
    const answer = read('inpi-rne', { formality: { siren: '999000011', content: { personneMorale } } });
    expect(answer).toMatchObject({
      evidence: {
        maskedFields: [
          'formality.content.personneMorale.composition.pouvoirs[].individu.descriptionPersonne.nom',
        ],
        representatives: [
          { familyNames: ['A'], power: 'sole', birth: '1980-05' },
          { familyNames: ['B'], resigned: true },
          { familyNames: ['C'], resigned: true },
          { masked: true, role: '4711', power: 'unknown' },
          { kind: 'company', power: 'sole', permanentRepresentative: { familyNames: ['D'] } },
        ],
      },
    });
  });
});
