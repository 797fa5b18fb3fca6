import { timestamp } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { parseRegisterAnswer, type Question } from '../src/index.js';
import { localRegisters } from './local.js';

const question: Question = { kind: 'beneficial-owners', id: { scheme: 'siren', value: '999000029' } };
const raw = (body: object, status = 200) => ({
  status,
  headers: {},
  body: JSON.stringify(body),
  at: timestamp('2026-01-15T10:00:00Z'),
});

describe('beneficial owners', () => {
  it('come from API Entreprise with their shares', async () => {
    const { registers } = localRegisters();
    const answer = await registers['api-entreprise'].ask(question);
    expect(answer).toMatchObject({
      outcome: 'found',
      evidence: {
        endpoint: 'GET /v3/inpi/rne/unites_legales/{siren}/beneficiaires_effectifs',
        beneficialOwners: [{ givenNames: ['AMINA'], birth: '1971-09', capitalShare: 1, votingShare: 1 }],
      },
    });
  });

  it('are read with everything that the register tells about them', () => {
    const answer = parseRegisterAnswer(
      'api-entreprise',
      raw({
        data: [
          {
            data: {
              nom: 'PAYET',
              nom_usage: 'HOARAU',
              prenoms: ['Zoé', 'Lucie'],
              date_naissance: { annee: '1983', mois: '7' },
              nationalite: 'Française',
              pays_residence: 'FRANCE',
              modalites: {
                detention_de_capital: { parts_totale: 0, parts_directes: { pleine_propriete: 49 } },
                droits_de_vote: { total: 51 },
                pouvoirs_de_controle: { decision_ag: false, autres: true },
              },
            },
            links: {},
            meta: {},
          },
        ],
        links: {},
        meta: {},
      }),
    );
    expect(answer).toMatchObject({
      outcome: 'found',
      evidence: {
        beneficialOwners: [
          {
            familyNames: ['PAYET', 'HOARAU'],
            givenNames: ['Zoé', 'Lucie'],
            birth: '1983-07',
            nationality: 'Française',
            residence: 'FRANCE',
            capitalShare: 0.49,
            votingShare: 0.51,
            controls: true,
          },
        ],
      },
    });
  });

  it('are no list where one of them has no name', () => {
    const entries = [{ data: { nom: 'PAYET', modalites: {} } }, { data: { nom: null, modalites: {} } }];
    const answer = parseRegisterAnswer('api-entreprise', raw({ data: entries }), question);
    expect(answer).toMatchObject({ outcome: 'inconclusive', reason: 'changed-shape' });
  });

  it('are hidden, not absent, where the account at the RNE may not see them', async () => {
    const { registers } = localRegisters();
    expect(await registers['inpi-rne'].ask(question)).toMatchObject({
      outcome: 'inconclusive',
      reason: 'masked',
    });
  });

  it('come from the RNE itself without those who left', () => {
    const owner = (nom: string, indicateurActif: boolean) => ({
      indicateurActif,
      beneficiaire: { descriptionPersonne: { nom, prenoms: ['ZOE'], dateDeNaissance: '1983-07' } },
      modalite: { detentionPartTotale: 60, detentionVoteTotal: 60 },
    });
    const beneficiairesEffectifs = [owner('PAYET', true), owner('GRONDIN', false)];
    const content = { personneMorale: { identite: { entreprise: {} }, beneficiairesEffectifs } };
    const answer = parseRegisterAnswer(
      'inpi-rne',
      raw({ formality: { siren: '999000029', content } }),
      question,
    );
    expect(answer).toMatchObject({
      outcome: 'found',
      evidence: { beneficialOwners: [{ familyNames: ['PAYET'], birth: '1983-07', capitalShare: 0.6 }] },
    });
  });
});
