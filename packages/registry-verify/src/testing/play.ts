import type { RegisterId } from '../registers/parse-register-answer.js';
import { playApiEntreprise } from './play-api-entreprise.js';
import { playRecherche, playRne, playSirene } from './play-french.js';
import { playAddresses, playCompaniesHouse, playGleif, playVies, playZefix } from './play-others.js';
import { playApiParticulier, playSvair } from './play-tax.js';

/** A request as a local register sees it. */
export interface PlayedRequest {
  readonly method: string;
  /** Below the register's base URL. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer in the shape in which the register itself gives it over HTTP. */
export interface PlayedAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

const players: Readonly<Record<RegisterId, (request: PlayedRequest) => PlayedAnswer>> = {
  'recherche-entreprises': playRecherche,
  sirene: playSirene,
  'inpi-rne': playRne,
  'api-entreprise': playApiEntreprise,
  vies: playVies,
  gleif: playGleif,
  'companies-house': playCompaniesHouse,
  'base-adresse-nationale': playAddresses,
  zefix: playZefix,
  svair: playSvair,
  'api-particulier': playApiParticulier,
};

/** Answers as the register would, about the companies and people of the local world. */
export function playRegister(register: RegisterId, request: PlayedRequest): PlayedAnswer {
  return players[register](request);
}
