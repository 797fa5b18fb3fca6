import type {
  CompanyRepresentative,
  PersonName,
  PersonRepresentative,
  Representative,
  SigningPower,
} from '../registers/evidence.js';
import { matchPerson, type PersonMatch } from './compare-names.js';

/** What one register's list of officers says about one person. */
export interface ListReading {
  /** The person's best office, as sure as the name and the birth allow. */
  readonly office?: Office;
  /** An office of a person of that name who was born at another time. */
  readonly homonym?: PersonRepresentative;
  /** An office that the person has left. */
  readonly left?: Representative;
  /** Companies in office that may act for the company. */
  readonly companies: readonly CompanyRepresentative[];
  /** Officers whose names the register hides. */
  readonly masked: number;
}

/** One office of a person in a company, with what it allows them to sign and how well the person matches. */
export interface Office {
  readonly role: string;
  readonly power: SigningPower;
  readonly signers?: number;
  readonly match: Exclude<PersonMatch, 'different' | 'same-name-other-birth'>;
}

// Surer identity counts before more power: a namesake with full power must not hide the person with half of it.
const MATCH_RANK = { same: 0, 'birth-unknown': 1, 'given-name-unknown': 2 } as const;
const POWER_RANK = { sole: 0, joint: 1, unknown: 2, none: 3 } as const;

/** Finds a person in a list of officers. Those who left are not representatives; beside a liquidator others have no say. */
export function readList(listed: readonly Representative[], person: PersonName, role?: string): ListReading {
  const active = listed.filter((each) => each.resigned === undefined);
  const hasLiquidator = active.some((each) => each.liquidator);
  const offices: Office[] = [];
  let homonym: PersonRepresentative | undefined;
  for (const each of active) {
    const name = each.kind === 'person' ? each : each.permanentRepresentative;
    const match = name ? matchPerson(person, name) : 'different';
    if (match === 'same-name-other-birth' && each.kind === 'person') homonym = each;
    if (match === 'different' || match === 'same-name-other-birth') continue;
    offices.push(officeOf(each, match, hasLiquidator));
  }
  const wanted = (office: Office): number => (role !== undefined && office.role === role ? 0 : 1);
  offices.sort(
    (a, b) =>
      MATCH_RANK[a.match] - MATCH_RANK[b.match] ||
      POWER_RANK[a.power] - POWER_RANK[b.power] ||
      wanted(a) - wanted(b),
  );
  const left = listed.find((each) => each.resigned !== undefined && isSame(each, person));
  return {
    ...(offices[0] ? { office: offices[0] } : {}),
    ...(homonym ? { homonym } : {}),
    ...(left ? { left } : {}),
    companies: active.filter((each) => each.kind === 'company').filter((each) => canAct(each, hasLiquidator)),
    masked: active.filter((each) => each.kind === 'person' && each.masked === true).length,
  };
}

function officeOf(each: Representative, match: Office['match'], hasLiquidator: boolean): Office {
  const silenced = hasLiquidator && !each.liquidator && each.power !== 'none';
  return {
    role: each.role,
    power: silenced ? 'unknown' : each.power,
    ...(each.signers === undefined ? {} : { signers: each.signers }),
    match,
  };
}

function isSame(each: Representative, person: PersonName): boolean {
  if (each.kind !== 'person') return false;
  const match = matchPerson(person, each);
  return match === 'same' || match === 'birth-unknown';
}

const canAct = (each: CompanyRepresentative, hasLiquidator: boolean): boolean =>
  each.power !== 'none' && (!hasLiquidator || each.liquidator === true);
