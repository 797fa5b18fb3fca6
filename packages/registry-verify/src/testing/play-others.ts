import type { PlayedAnswer, PlayedRequest } from './play.js';
import { json } from './played-json.js';
import { addressLabel, frenchCompanies, lei, swissUid, ukCompanies } from './world.js';

export function playVies({ path, body }: PlayedRequest): PlayedAnswer {
  const asked = path.includes('/check-vat-number') ? (JSON.parse(body) as Record<string, string>) : undefined;
  const country = asked?.countryCode ?? /\/ms\/(\w\w)/.exec(path)?.[1] ?? '';
  const vatNumber = asked?.vatNumber ?? path.split('/').at(-1) ?? '';
  const company =
    country === 'FR' ? frenchCompanies.find(({ siren }) => vatNumber.endsWith(siren)) : undefined;
  const valid = company?.state === 'A' || (country === 'DE' && vatNumber === '136695976');
  const facts = {
    requestDate: '2026-01-15T10:00:00.000Z',
    vatNumber,
    // Germany does not tell names.
    name: company?.name ?? '---',
    address: company ? `${company.street}\n${company.postcode} ${company.city}` : '---',
  };
  if (asked) {
    const requestIdentifier = asked.requesterNumber ? 'WAPIAAAAX0000001' : '';
    return json({ countryCode: country, valid, requestIdentifier, ...facts });
  }
  return json({ isValid: valid, userError: valid ? 'VALID' : 'INVALID', requestIdentifier: '', ...facts });
}

export function playGleif({ path }: PlayedRequest): PlayedAnswer {
  if (!path.endsWith(lei)) return json({ errors: [{ status: '404', title: 'Not Found' }] }, 404);
  const [company] = frenchCompanies;
  const address = { addressLines: [company?.street], city: 'NANTES', country: 'FR', postalCode: '44000' };
  const entity = {
    legalName: { name: company?.name },
    otherNames: [],
    legalAddress: address,
    registeredAt: { id: 'RA000189' },
    registeredAs: company?.siren,
    status: 'ACTIVE',
    creationDate: '2015-04-01T00:00:00Z',
  };
  const attributes = {
    lei,
    entity,
    registration: { status: 'ISSUED', nextRenewalDate: '2026-09-01T00:00:00Z' },
  };
  return json({ data: { type: 'lei-records', id: lei, attributes } });
}

export function playCompaniesHouse({ path, query, headers }: PlayedRequest): PlayedAnswer {
  if (!headers.authorization?.startsWith('Basic '))
    return json({ error: 'Empty Authorization header', type: 'ch:service' }, 401);
  const company = ukCompanies.find(({ number }) => path.includes(number));
  if (!company) return json({ errors: [{ error: 'company-profile-not-found', type: 'ch:service' }] }, 404);
  if (!path.endsWith('/officers')) {
    const office = { address_line_1: '7 Mill Lane', locality: 'Leeds', postal_code: 'LS1 1AA' };
    return json({
      company_number: company.number,
      company_name: company.name,
      company_status: company.status,
      type: 'ltd',
      date_of_creation: '2015-04-01',
      registered_office_address: office,
    });
  }
  const start = Number(query.get('start_index') ?? 0);
  const items = company.officers.slice(start, start + 35).map((officer) => ({
    name: officer.name,
    officer_role: officer.role,
    appointed_on: '2015-04-01',
    ...(officer.birth ? { date_of_birth: officer.birth } : {}),
    ...(officer.resigned ? { resigned_on: officer.resigned } : {}),
    ...(officer.registration
      ? {
          identification: {
            identification_type: 'uk-limited-company',
            registration_number: officer.registration,
          },
        }
      : {}),
  }));
  return json({ items, total_results: company.officers.length, start_index: start, items_per_page: 35 });
}

export function playAddresses({ query }: PlayedRequest): PlayedAnswer {
  const text = (query.get('q') ?? '').toLowerCase();
  const properties = { city: 'Nantes', postcode: '44000', citycode: '44109' };
  const features = text.includes('tanneurs')
    ? text.includes('12')
      ? [{ properties: { ...properties, label: addressLabel, score: 0.97, type: 'housenumber' } }]
      : [
          {
            properties: {
              ...properties,
              label: 'Rue des Tanneurs 44000 Nantes',
              score: 0.82,
              type: 'street',
            },
          },
        ]
    : [];
  return json({ type: 'FeatureCollection', features });
}

export function playZefix({ path, headers }: PlayedRequest): PlayedAnswer {
  if (!headers.authorization)
    return json({ error: { type: 'INVALID_REQUEST_DATA', message: 'unauthorized' } }, 401);
  if (!path.endsWith(swissUid)) return json({ error: { type: 'NOT_FOUND', message: 'no company' } }, 404);
  const address = { street: 'Seestrasse', houseNumber: '4', swissZipCode: '8002', city: 'Zürich' };
  return json([
    {
      name: 'Alpenrad AG',
      uid: swissUid,
      status: 'ACTIVE',
      legalForm: { uid: '0106', name: { de: 'Aktiengesellschaft' } },
      address,
    },
  ]);
}
