import { createRegister, type RegisterOptions } from '../client/create-register.js';
import type { RegisterClient } from '../client/register-client.js';
import { type ApiEntrepriseCredentials, apiEntreprise } from './api-entreprise.js';
import { apiParticulier } from './api-particulier.js';
import { baseAdresseNationale } from './base-adresse-nationale.js';
import { companiesHouse } from './companies-house.js';
import { gleif } from './gleif.js';
import { rechercheEntreprises } from './recherche-entreprises.js';
import type { Register } from './register.js';
import { type RneCredentials, rne } from './rne.js';
import { sirene } from './sirene.js';
import { svair } from './svair.js';
import { vies } from './vies.js';
import { type ZefixCredentials, zefix } from './zefix.js';

/** Recherche d'entreprises (France): companies and their officers, open to all. 7 requests a second. */
export function createRechercheEntreprises(client: RegisterClient, options?: RegisterOptions): Register {
  return createRegister(rechercheEntreprises, client, options);
}

/** Sirene 3.11 of INSEE (France): companies. Wants the key of an integration. 30 requests a minute. */
export function createSirene(
  client: RegisterClient,
  options: RegisterOptions & { readonly apiKey: string },
): Register {
  return createRegister(sirene(options.apiKey), client, options);
}

/** Registre national des entreprises of INPI (France): companies and their officers. Wants an account. */
export function createRne(
  client: RegisterClient,
  options: RegisterOptions & { readonly credentials: RneCredentials },
): Register {
  return createRegister(rne(options.credentials), client, options);
}

/** API Entreprise (France): companies, officers, VAT numbers. For accredited bodies. */
export function createApiEntreprise(
  client: RegisterClient,
  options: RegisterOptions & { readonly credentials: ApiEntrepriseCredentials },
): Register {
  return createRegister(apiEntreprise(options.credentials), client, options);
}

/** VIES (European Union): VAT numbers, open to all. */
export function createVies(client: RegisterClient, options?: RegisterOptions): Register {
  return createRegister(vies, client, options);
}

/** GLEIF (worldwide): legal entity identifiers, open to all. 60 requests a minute. */
export function createGleif(client: RegisterClient, options?: RegisterOptions): Register {
  return createRegister(gleif, client, options);
}

/** Companies House (United Kingdom): companies and their officers. Wants a key. 600 requests in five minutes. */
export function createCompaniesHouse(
  client: RegisterClient,
  options: RegisterOptions & { readonly apiKey: string },
): Register {
  return createRegister(companiesHouse(options.apiKey), client, options);
}

/** Base Adresse Nationale (France): addresses, open to all. 50 requests a second. */
export function createBaseAdresseNationale(client: RegisterClient, options?: RegisterOptions): Register {
  return createRegister(baseAdresseNationale, client, options);
}

/** Zefix (Switzerland): companies. Wants an account. */
export function createZefix(
  client: RegisterClient,
  options: RegisterOptions & { readonly credentials: ZefixCredentials },
): Register {
  return createRegister(zefix(options.credentials), client, options);
}

/** Service de vérification des avis (France): whether a tax notice is the latest. Needs a server: browsers cannot set cookies. */
export function createSvair(client: RegisterClient, options?: RegisterOptions): Register {
  return createRegister(svair, client, options);
}

/** API Particulier (France): the figures of a tax notice. For accredited bodies. */
export function createApiParticulier(
  client: RegisterClient,
  options: RegisterOptions & { readonly apiKey: string },
): Register {
  return createRegister(apiParticulier(options.apiKey), client, options);
}
