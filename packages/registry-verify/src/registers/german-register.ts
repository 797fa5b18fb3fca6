import { type Clock, digestJson, type JsonObject } from '@dossierkit/core';
import { optional } from '../internal/optional.js';
import type { CompanyState, Evidence, PersonName, Representative } from './evidence.js';
import type { Inconclusive, InconclusiveReason, Register, RegisterAnswer } from './register.js';
import { signingPowerOf } from './signing-power.js';

/** What a host read in a current extract (Aktueller Abdruck) of the Handelsregister. */
export interface GermanExtract {
  /** Firma. */
  readonly name: string;
  /** Rechtsform: `Gesellschaft mit beschränkter Haftung`. */
  readonly legalForm?: string;
  readonly state: CompanyState;
  readonly address?: string;
  /** Geschäftsführer, Vorstand, Prokurist, Liquidator: everyone who is listed, and those who were. */
  readonly officers: readonly GermanOfficer[];
}

export interface GermanOfficer extends PersonName {
  /** The office: `Geschäftsführer`. */
  readonly role: string;
  /** The words of the register on the power to represent: `einzelvertretungsberechtigt`. */
  readonly representation?: string;
  /** `YYYY-MM-DD` */
  readonly resignedOn?: string;
}

/** How a host finds an extract. It may ask a service that it pays for, or a person who looks it up. */
export interface GermanRegisterOptions {
  readonly clock: Clock;
  /** Called with `HRB 12345, Amtsgericht München`. A string is the reason why there is no answer. */
  lookUp(
    registerNumber: string,
    options: { readonly signal?: AbortSignal | undefined },
  ): Promise<GermanExtract | 'not-found' | InconclusiveReason>;
}

/**
 * The adapter point for the German Handelsregister. Its operator offers a web page for people and allows sixty questions
 * an hour, so this package asks nothing itself: the host brings the extract, and gets the same evidence and rules.
 *
 * @see https://www.handelsregister.de/rp_web/information.xhtml (terms of use); GmbHG § 35 (2)
 */
export function createGermanRegister({ clock, lookUp }: GermanRegisterOptions): Register {
  return {
    id: 'german-register',
    name: 'Handelsregister (Germany)',
    authoritativeFor: ['company', 'representatives'],
    cost: 5,
    accepts: (question) =>
      (question.kind === 'company' || question.kind === 'representatives') &&
      question.id.scheme === 'german-register-number',
    ask: async (question, { signal } = {}) => {
      if (question.kind !== 'company' && question.kind !== 'representatives') return inconclusive('refused');
      const extract = await lookUp(question.id.value, { signal }).catch(() => 'unreachable' as const);
      if (typeof extract === 'string' && extract !== 'not-found') return inconclusive(extract);
      return answerOf(question.id.value, extract === 'not-found' ? undefined : extract, clock);
    },
  };
}

const inconclusive = (reason: InconclusiveReason): Inconclusive => ({
  outcome: 'inconclusive',
  register: 'german-register',
  reason,
});

function answerOf(number: string, extract: GermanExtract | undefined, clock: Clock): RegisterAnswer {
  const now = clock.now();
  const evidence: Evidence = {
    register: 'german-register',
    endpoint: 'host lookup',
    answeredAt: now,
    ageMs: 0,
    digest: digestJson((extract ?? null) as unknown as JsonObject),
    fieldsUsed: Object.keys(extract ?? {}),
    maskedFields: [],
    found: extract !== undefined,
    ...(extract ? factsOf(number, extract) : {}),
  };
  return { outcome: extract ? 'found' : 'not-found', evidence };
}

function factsOf(number: string, extract: GermanExtract): Pick<Evidence, 'company' | 'representatives'> {
  const { name, legalForm, state, address, officers } = extract;
  const directors = officers.filter((officer) => isDirector(officer) && officer.resignedOn === undefined);
  return {
    company: {
      name,
      otherNames: [],
      ids: [{ scheme: 'german-register-number', value: number }],
      ...(legalForm === undefined ? {} : { legalForm: { label: legalForm } }),
      state,
      ...(address === undefined ? {} : { address: { text: address } }),
    },
    representatives: officers.map((officer) => representativeOf(officer, directors.length)),
  };
}

const isDirector = ({ role }: GermanOfficer): boolean => /gesch[aä]e?ftsf[uü]e?hrer|vorstand/i.test(role);

/** Without words of the register, one director acts alone and several act together, all of them (GmbHG § 35 (2)). */
function representativeOf(officer: GermanOfficer, directors: number): Representative {
  const { role, representation, resignedOn, familyNames, givenNames, birth } = officer;
  const said = signingPowerOf(`${role} ${representation ?? ''}`);
  const byLaw =
    directors === 1 ? ({ power: 'sole' } as const) : ({ power: 'joint', signers: directors } as const);
  return {
    kind: 'person',
    familyNames,
    givenNames,
    ...optional('birth', birth),
    role: representation ? `${role}, ${representation}` : role,
    ...(said.power === 'unknown' && representation === undefined && isDirector(officer) ? byLaw : said),
    ...optional('resigned', resignedOn),
  };
}
