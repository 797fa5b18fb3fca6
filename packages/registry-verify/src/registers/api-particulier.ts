import { optional } from '../internal/optional.js';
import { type Adapter, askOnce } from './adapter.js';
import { birthOf } from './dates.js';
import type { PersonName, TaxNoticeFacts } from './evidence.js';
import type { Fields } from './fields.js';
import { personNames } from './person-names.js';
import { found, inconclusive, notFound, type RawAnswer, type Reading, readAnswer } from './reading.js';

/**
 * API Particulier / API Impôt particulier, for accredited bodies: the figures of a tax notice by its two numbers.
 *
 * @see https://particulier.api.gouv.fr
 */
export function apiParticulier(apiKey: string): Adapter {
  return {
    id: 'api-particulier',
    name: 'API Particulier (DGFiP)',
    baseUrl: 'https://particulier.api.gouv.fr',
    authoritativeFor: ['tax-notice'],
    cost: 2,
    limit: { requests: 20, perMs: 1000 },
    accepts: (question) => question.kind === 'tax-notice',
    ask: (question, send) => {
      if (question.kind !== 'tax-notice') return Promise.resolve(inconclusive('refused'));
      const { numeroFiscal, referenceAvis } = question;
      const path = `/api/v2/avis-imposition?${new URLSearchParams({ numeroFiscal, referenceAvis })}`;
      const request = {
        method: 'GET',
        path,
        endpoint: 'GET /api/v2/avis-imposition',
        headers: { 'x-api-key': apiKey },
      } as const;
      return askOnce(send, request, readApiParticulier);
    },
  };
}

/** Reads a tax notice in the names of either version: `revenuFiscalReference` or `data.revenu_fiscal_reference`. */
export function readApiParticulier(raw: RawAnswer): Reading {
  return readAnswer(raw, (fields) => readNotice(raw.status, fields));
}

function readNotice(status: number, fields: Fields): Reading {
  if (status === 404) {
    const isOwnWord =
      fields.text('error') === 'not_found' || fields.list('errors')?.[0]?.has('code') === true;
    return isOwnWord ? notFound(['error']) : inconclusive('changed-shape');
  }
  if (fields.has('error') || fields.has('errors')) return inconclusive('refused');
  const notice = fields.has('data') ? fields.at('data') : fields;
  const first = declarantOf(either(notice, 'declarant1', 'declarant_1'));
  if (!first) {
    const isNotice =
      notice.has('revenuFiscalReference') || notice.has('declarant1') || notice.has('declarant_1');
    return inconclusive(isNotice ? 'changed-shape' : 'not-an-answer');
  }
  const second = declarantOf(either(notice, 'declarant2', 'declarant_2'));
  return found(fields, { taxNotice: noticeOf(notice, second ? [first, second] : [first]) });
}

function noticeOf(notice: Fields, declarants: readonly PersonName[]): TaxNoticeFacts {
  const home = either(notice, 'foyerFiscal', 'foyer_fiscal');
  const amount = (camel: string, snake: string): number | undefined =>
    notice.number(camel) ?? notice.number(snake);
  return {
    ...optional('taxYear', notice.text('anneeImpots') ?? notice.text('annee_impots')),
    ...optional('incomeYear', notice.text('anneeRevenus') ?? notice.text('annee_revenus')),
    superseded: /correctif|corrig/i.test(
      notice.text('erreurCorrectif') ?? notice.text('erreur_correctif') ?? '',
    ),
    partial: (notice.text('situationPartielle') ?? notice.text('situation_partielle')) !== undefined,
    declarants,
    ...optional('referenceIncomeEuros', amount('revenuFiscalReference', 'revenu_fiscal_reference')),
    ...optional('taxEuros', amount('montantImpot', 'montant_impot')),
    ...optional('householdShares', amount('nombreParts', 'nombre_parts')),
    ...optional('address', home.text('adresse')),
  };
}

const either = (fields: Fields, camel: string, snake: string): Fields =>
  fields.has(camel) ? fields.at(camel) : fields.at(snake);

function declarantOf(person: Fields): PersonName | undefined {
  const birthName = person.text('nomNaissance') ?? person.text('nom_naissance');
  const family = person.text('nom') ?? birthName;
  if (family === undefined) return undefined;
  const birth = birthOf(person.text('dateNaissance') ?? person.text('date_naissance'));
  return { ...personNames(family, person.text('prenoms'), birthName), ...optional('birth', birth) };
}
