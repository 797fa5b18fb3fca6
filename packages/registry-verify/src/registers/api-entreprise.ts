import { type Adapter, askBySiret, askOnce } from './adapter.js';
import { readBusiness } from './api-entreprise-shapes.js';
import { companyIn, sirenIn } from './company-ids.js';
import type { Question } from './question.js';
import { inconclusive, notFound, type RawAnswer, type Reading, readJson, readStatus } from './reading.js';

/** What API Entreprise wants of an accredited body with every call, and writes into its own log. */
export interface ApiEntrepriseCredentials {
  readonly token: string;
  /** SIRET of the body that asks. */
  readonly recipient: string;
  /** The legal framework: the tender, the procedure. */
  readonly context: string;
  /** Why: the number of the file. */
  readonly object: string;
  /** The version of the endpoints for legal units. @default 'v4' */
  readonly version?: 'v3' | 'v4';
}

/**
 * API Entreprise (DINUM), for accredited public bodies: INSEE, Infogreffe, RNE and VIES behind one door.
 *
 * @see https://entreprise.api.gouv.fr/developpeurs
 */
export function apiEntreprise(credentials: ApiEntrepriseCredentials): Adapter {
  const { token, recipient, context, object, version = 'v4' } = credentials;
  const query = new URLSearchParams({ recipient, context, object }).toString();
  const paths = {
    company: `/${version}/insee/sirene/unites_legales/{siren}`,
    establishment: `/${version}/insee/sirene/etablissements/{siret}`,
    representatives: '/v3/infogreffe/rcs/unites_legales/{siren}/mandataires_sociaux',
    'beneficial-owners': '/v3/inpi/rne/unites_legales/{siren}/beneficiaires_effectifs',
    vat: '/v3/european_commission/unites_legales/{siren}/numero_tva',
  };
  return {
    id: 'api-entreprise',
    name: 'API Entreprise (DINUM)',
    baseUrl: 'https://entreprise.api.gouv.fr',
    authoritativeFor: ['company', 'beneficial-owners'],
    cost: 4,
    limit: { requests: 250, perMs: 60_000 },
    accepts: (question) => question.kind in paths && sirenIn(question) !== undefined,
    ask: (question, send) => {
      const siret = companyIn(question)?.scheme === 'siret' ? companyIn(question)?.value : undefined;
      const ask = (path: string): Promise<Reading> => {
        const filled = path.replace('{siren}', sirenIn(question) ?? '').replace('{siret}', siret ?? '');
        const headers = { authorization: `Bearer ${token}` };
        const request = {
          method: 'GET',
          path: `${filled}?${query}`,
          endpoint: `GET ${path}`,
          headers,
        } as const;
        return askOnce(send, request, (raw) => readApiEntreprise(raw, question));
      };
      const askKind = (): Promise<Reading> => ask(paths[question.kind as keyof typeof paths]);
      return siret === undefined || question.kind !== 'company'
        ? askKind()
        : askBySiret(siret, () => ask(paths.establishment), askKind);
    },
  };
}

/**
 * Reads an answer of any endpoint of versions 3 and 4: `{ data, links, meta }`, or `{ errors }`. Documents that say nothing
 * about identity, officers or VAT are `not-an-answer`.
 */
export function readApiEntreprise(raw: RawAnswer, question?: Question): Reading {
  const json = readJson(raw.body);
  if ('fields' in json) {
    const error = json.fields.entries('errors')?.[0];
    if (error) return readError(raw, error.text('code') ?? '', error.number('meta.retry_in'));
  }
  const status = readStatus(raw);
  if (status) return status;
  if ('reading' in json) return json.reading;
  if (raw.status === 404 || !json.fields.has('data')) return inconclusive('changed-shape');
  return readBusiness(json.fields, question);
}

/** Codes are two or more digits for the source and three for the trouble: 003 is "no such entity", 5xx the source's outage. */
function readError(raw: RawAnswer, code: string, retryInSeconds: number | undefined): Reading {
  const trouble = code.slice(-3);
  if (raw.status === 404 && trouble === '003') return notFound(['errors[].code']);
  const wait = retryInSeconds === undefined ? undefined : retryInSeconds * 1000;
  const status = readStatus(raw);
  if (status?.outcome === 'inconclusive') return inconclusive(status.reason, wait ?? status.retryAfterMs);
  return inconclusive(trouble.startsWith('5') ? 'unavailable' : 'refused', wait);
}
