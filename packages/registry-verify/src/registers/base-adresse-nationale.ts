import { optional } from '../internal/optional.js';
import { type Adapter, askOnce } from './adapter.js';
import type { AddressCandidate } from './evidence.js';
import type { Fields } from './fields.js';
import { found, inconclusive, notFound, type RawAnswer, type Reading, readAnswer } from './reading.js';

/**
 * Base Adresse Nationale through the geocoder of the Géoplateforme: the addresses of France.
 *
 * @see https://geoservices.ign.fr/documentation/services/services-geoplateforme/geocodage
 */
export const baseAdresseNationale: Adapter = {
  id: 'base-adresse-nationale',
  name: 'Base Adresse Nationale (IGN)',
  baseUrl: 'https://data.geopf.fr/geocodage',
  authoritativeFor: ['address'],
  cost: 1,
  limit: { requests: 50, perMs: 1000 },
  accepts: (question) => question.kind === 'address',
  ask: (question, send) => {
    if (question.kind !== 'address') return Promise.resolve(inconclusive('refused'));
    // The service takes 3 to 200 characters, and a letter or digit first.
    const text = question.text.replace(/^[^\p{L}\p{N}]+/u, '').slice(0, 200);
    const query = new URLSearchParams({ q: text, limit: '5', ...optional('postcode', question.postcode) });
    return askOnce(
      send,
      { method: 'GET', path: `/search?${query}`, endpoint: 'GET /search?q={text}' },
      readAddresses,
    );
  },
};

/** Reads the candidates of a search, the best first. */
export function readAddresses(raw: RawAnswer): Reading {
  return readAnswer(raw, (fields) => readCandidates(raw.status, fields));
}

function readCandidates(status: number, fields: Fields): Reading {
  const features = fields.entries('features');
  if (status === 404 || !features) return inconclusive('changed-shape');
  if (features.length === 0) return notFound(['features[]']);
  const addresses = features.map((feature) => candidateOf(feature.at('properties')));
  const known = addresses.filter((address) => address !== undefined);
  if (known.length < addresses.length) return inconclusive('changed-shape');
  return found(fields, { addresses: known.sort((a, b) => b.score - a.score) });
}

const PRECISIONS: Readonly<Record<string, AddressCandidate['precision'] | undefined>> = {
  housenumber: 'housenumber',
  street: 'street',
  locality: 'locality',
  municipality: 'municipality',
};

function candidateOf(properties: Fields): AddressCandidate | undefined {
  const [label, score] = [properties.text('label'), properties.number('score')];
  if (label === undefined || score === undefined) return undefined;
  return {
    label,
    score: Math.min(Math.max(score, 0), 1),
    precision: PRECISIONS[properties.text('type') ?? ''] ?? 'other',
    ...optional('postcode', properties.text('postcode')),
    ...optional('city', properties.text('city')),
    ...optional('citycode', properties.text('citycode')),
  };
}
