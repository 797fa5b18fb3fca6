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

/** A register whose answers this package reads. */
export type RegisterId =
  | 'recherche-entreprises'
  | 'sirene'
  | 'inpi-rne'
  | 'api-entreprise'
  | 'vies'
  | 'gleif'
  | 'companies-house'
  | 'base-adresse-nationale'
  | 'zefix'
  | 'svair'
  | 'api-particulier';

const readers: Readonly<Record<RegisterId, (raw: RawAnswer, question?: Question) => Reading>> = {
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
};

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
  return answerFrom(register, 'recorded', raw, readers[register](raw, question));
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
  const proof = {
    register,
    endpoint,
    answeredAt: raw.at,
    ageMs: 0,
    digest: digestBytesSync(new TextEncoder().encode(raw.body)),
  };
  if (reading.outcome === 'not-found') {
    const { fieldsUsed } = reading;
    return { outcome: 'not-found', evidence: { ...proof, fieldsUsed, maskedFields: [], found: false } };
  }
  const { outcome, ...facts } = reading;
  return { outcome, evidence: { ...proof, found: true, ...facts } };
}
