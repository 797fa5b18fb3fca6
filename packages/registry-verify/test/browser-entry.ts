// What the browser test runs inside the browser: the public entry alone, with answers that the page hands in.
import { timestamp } from '@dossierkit/core';
import {
  createRegisterClient,
  createSirene,
  parseIban,
  parseSiret,
  parseVatNumber,
  verifyCompany,
} from '../src/index.js';

/** Reads numbers, and verifies a company against one register that answers with `body`. */
export async function verifyInBrowser(siret: string, body: string, time: string) {
  const at = timestamp(time);
  const fetch = async () => new Response(body, { headers: { 'content-type': 'application/json' } });
  const client = createRegisterClient({ fetch, clock: { now: () => at } });
  const registers = [createSirene(client, { apiKey: 'key', baseUrl: 'https://register.invalid' })];
  const report = await verifyCompany({ siret }, { registers, at });
  const numbers = [parseSiret(siret), parseVatNumber('DE136695976'), parseIban('DE89370400440532013000')];
  return { numbers, report };
}
