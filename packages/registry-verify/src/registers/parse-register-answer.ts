import { digestBytesSync, timestampFromMs, timestampMs } from '@dossierkit/core';
import { readApiEntreprise } from './api-entreprise.js';
import { readApiParticulier } from './api-particulier.js';
import { readAddresses } from './base-adresse-nationale.js';
import { readCompaniesHouse } from './companies-house.js';
import { readGleif } from './gleif.js';
import type { Question } from './question.js';
import type { RawAnswer, Reading } from './reading.js';
import { readRechercheEntreprises } from './recherche-entreprises.js';
import type { RegisterAnswer } from './register.js';
import { readRne } from './rne.js';
import { readSirene } from './sirene.js';
import { readSvair } from './svair.js';
import { readVies } from './vies.js';
import { readZefix } from './zefix.js';

const readers = {
  'recherche-entreprises': readRechercheEntreprises,
  sirene: readSirene,
  'inpi-rne': readRne,
  'api-entreprise': readApiEntreprise,
  vies: readVies,
  gleif: readGleif,
  'companies-house': readCompaniesHouse,
  'base-adresse-nationale': readAddresses,
  zefix: readZefix,
  svair: readSvair,
  'api-particulier': readApiParticulier,
} as const satisfies Readonly<Record<string, (raw: RawAnswer, question?: Question) => Reading>>;

/** A register whose answers this package reads. */
export type RegisterId = keyof typeof readers;

/** The registers whose answers this package reads. */
export const REGISTER_IDS: readonly RegisterId[] = Object.keys(readers) as RegisterId[];

/**
 * Reads an answer that the host got from a register by its own means: a recording, a batch file, a proxy's log.
 *
 * Never throws. With `question`, an answer about somebody else is `wrong-subject`.
 *
 * @param register whose answer it is
 * @returns the evidence, "no such entry", or why the answer may not be used
 */
export function parseRegisterAnswer(
  register: RegisterId,
  raw: RawAnswer,
  question?: Question,
): RegisterAnswer {
  const read: (raw: RawAnswer, question?: Question) => Reading = readers[register];
  return answerFrom(register, 'recorded', raw, read(raw, question));
}

/** Completes a reading with where and when it was answered. */
export function answerFrom(
  register: string,
  endpoint: string,
  raw: RawAnswer,
  reading: Reading,
): RegisterAnswer {
  if (reading.outcome === 'inconclusive') {
    const { reason, retryAfterMs } = reading;
    const retryAt =
      retryAfterMs === undefined ? {} : { retryAt: timestampFromMs(timestampMs(raw.at) + retryAfterMs) };
    return { outcome: 'inconclusive', register, reason, ...retryAt };
  }
  const { outcome, fieldsUsed, ...rest } = reading;
  const { maskedFields = [], ...facts } =
    outcome === 'found'
      ? (rest as Omit<typeof reading & { outcome: 'found' }, 'outcome' | 'fieldsUsed'>)
      : {};
  const evidence = {
    register,
    endpoint,
    answeredAt: raw.at,
    ageMs: 0,
    digest: digestBytesSync(new TextEncoder().encode(raw.body)),
    fieldsUsed,
    maskedFields,
    found: outcome === 'found',
    ...facts,
  };
  return { outcome, evidence };
}
