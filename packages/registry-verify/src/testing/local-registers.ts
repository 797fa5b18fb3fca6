import type { RegisterClient } from '../client/register-client.js';
import {
  createApiEntreprise,
  createApiParticulier,
  createBaseAdresseNationale,
  createCompaniesHouse,
  createGleif,
  createRechercheEntreprises,
  createRne,
  createSirene,
  createSvair,
  createVies,
  createZefix,
} from '../registers/create.js';
import type { RegisterId } from '../registers/parse-register-answer.js';
import type { Register } from '../registers/register.js';

/** Every register of this package, asking under `<url>/<register id>` with made-up keys: for a server that plays them. */
export function createLocalRegisters(
  client: RegisterClient,
  url: string,
): Readonly<Record<RegisterId, Register>> {
  const at = (id: RegisterId): { readonly baseUrl: string } => ({ baseUrl: `${url}/${id}` });
  const account = { username: 'local', password: 'local-secret' };
  const body = { token: 'local-secret', recipient: '99900001100018', context: 'test', object: 'test' };
  const apiKey = 'local-secret';
  return {
    'recherche-entreprises': createRechercheEntreprises(client, at('recherche-entreprises')),
    sirene: createSirene(client, { ...at('sirene'), apiKey }),
    'inpi-rne': createRne(client, { ...at('inpi-rne'), credentials: account }),
    'api-entreprise': createApiEntreprise(client, { ...at('api-entreprise'), credentials: body }),
    vies: createVies(client, at('vies')),
    gleif: createGleif(client, at('gleif')),
    'companies-house': createCompaniesHouse(client, { ...at('companies-house'), apiKey }),
    'base-adresse-nationale': createBaseAdresseNationale(client, at('base-adresse-nationale')),
    zefix: createZefix(client, { ...at('zefix'), credentials: account }),
    svair: createSvair(client, at('svair')),
    'api-particulier': createApiParticulier(client, { ...at('api-particulier'), apiKey }),
  };
}
