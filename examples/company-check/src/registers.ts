import { timestampFromMs } from '@dossierkit/core';
import {
  createCompaniesHouse,
  createGermanRegister,
  createGleif,
  createRechercheEntreprises,
  createRegisterClient,
  createRne,
  createSirene,
  createVies,
  type GermanExtract,
  type Register,
  type RegisterClient,
} from '@dossierkit/registry-verify';
import { createLocalRegisters, createRegisterServer } from '@dossierkit/registry-verify/testing';

/** Registers that are ready to be asked. */
export interface OpenRegisters {
  readonly registers: readonly Register[];
  readonly isLocal: boolean;
  close(): Promise<void>;
}

const clock = { now: () => timestampFromMs(Date.now()) };

/** Opens the bundled registers, or the real ones as far as the environment has keys for them. */
export async function openRegisters(
  real: boolean,
  env: Readonly<Record<string, string | undefined>>,
): Promise<OpenRegisters> {
  const client = createRegisterClient({ fetch, clock });
  if (real) return { registers: realRegisters(client, env), isLocal: false, close: async () => {} };
  const server = await createRegisterServer();
  const german = createGermanRegister({ clock, lookUp: async (number) => extracts[number] ?? 'not-found' });
  const local = Object.values(createLocalRegisters(client, server.url));
  return { registers: [...local, german], isLocal: true, close: () => server.close() };
}

function realRegisters(
  client: RegisterClient,
  env: Readonly<Record<string, string | undefined>>,
): Register[] {
  const { INSEE_API_KEY, RNE_USERNAME: username, RNE_PASSWORD: password, COMPANIES_HOUSE_API_KEY } = env;
  return [
    createRechercheEntreprises(client),
    createVies(client),
    createGleif(client),
    ...(INSEE_API_KEY ? [createSirene(client, { apiKey: INSEE_API_KEY })] : []),
    ...(username && password ? [createRne(client, { credentials: { username, password } })] : []),
    ...(COMPANIES_HOUSE_API_KEY ? [createCompaniesHouse(client, { apiKey: COMPANIES_HOUSE_API_KEY })] : []),
  ];
}

/** A made-up extract whose two managing directors sign together. */
const extracts: Readonly<Record<string, GermanExtract | undefined>> = {
  'HRB 99901, Amtsgericht Kiel': {
    name: 'Nordlicht Anlagenbau GmbH',
    legalForm: 'Gesellschaft mit beschränkter Haftung',
    state: 'active',
    address: 'Hafenstraße 3, 24103 Kiel',
    officers: ['Brandt', 'Çelik'].map((name, at) => ({
      familyNames: [name],
      givenNames: ['Kim'],
      birth: `197${at}-01-01`,
      role: 'Geschäftsführer',
      representation: 'vertritt gemeinsam mit einem anderen Geschäftsführer',
    })),
  },
};
