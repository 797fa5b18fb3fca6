import { timestamp } from '@dossierkit/core';
import {
  type ClientPolicy,
  createRegisterClient,
  defineClientPolicy,
  type Question,
  type RegisterId,
} from '../src/index.js';
import {
  createLocalFetch,
  createLocalRegisters,
  createVirtualTime,
  lei,
  swissUid,
  taxNotice,
} from '../src/testing.js';

export const at = timestamp('2026-01-15T10:00:00Z');

/** The local registers behind a fetch, in virtual time. */
export function localRegisters(policy: Partial<ClientPolicy> = {}) {
  const time = createVirtualTime(at);
  const local = createLocalFetch();
  const client = createRegisterClient({
    fetch: local.fetch,
    clock: time.clock,
    sleep: time.sleep,
    policy: defineClientPolicy({ maxBytes: 50_000, ...policy }),
  });
  const registers = createLocalRegisters(client, local.url);
  return { time, local, client, registers, all: Object.values(registers) };
}

/** One question that each register answers, and one that it does not know. */
export const questions: Readonly<
  Record<RegisterId, { readonly known: Question; readonly unknown?: Question }>
> = {
  'recherche-entreprises': french('representatives'),
  sirene: french('company'),
  'inpi-rne': french('representatives'),
  'api-entreprise': french('company'),
  vies: { known: { kind: 'vat', country: 'FR', number: '66999000011' } },
  gleif: {
    known: { kind: 'company', id: { scheme: 'lei', value: lei } },
    unknown: { kind: 'company', id: { scheme: 'lei', value: '529900T8BM49AURSDO55' } },
  },
  'companies-house': {
    known: { kind: 'representatives', id: { scheme: 'uk-company-number', value: '09990001' } },
    unknown: { kind: 'company', id: { scheme: 'uk-company-number', value: '09999999' } },
  },
  'base-adresse-nationale': {
    known: { kind: 'address', text: '12 rue des Tanneurs Nantes' },
    unknown: { kind: 'address', text: 'nowhere at all' },
  },
  zefix: {
    known: { kind: 'company', id: { scheme: 'swiss-uid', value: swissUid } },
    unknown: { kind: 'company', id: { scheme: 'swiss-uid', value: 'CHE999000025' } },
  },
  svair: notice(),
  'api-particulier': notice(),
};

function french(kind: 'company' | 'representatives'): {
  readonly known: Question;
  readonly unknown: Question;
} {
  return {
    known: { kind, id: { scheme: 'siren', value: '999000011' } },
    unknown: { kind, id: { scheme: 'siren', value: '999000128' } },
  };
}

function notice(): { readonly known: Question; readonly unknown: Question } {
  return {
    known: { kind: 'tax-notice', ...taxNotice },
    unknown: { kind: 'tax-notice', numeroFiscal: taxNotice.numeroFiscal, referenceAvis: '2544A00000000' },
  };
}
