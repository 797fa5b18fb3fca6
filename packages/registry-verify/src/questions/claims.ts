import type { PersonName } from '../registers/evidence.js';

/** What somebody says about a company. At least one number; a German register number is written with its court. */
export interface CompanyClaim {
  readonly siren?: string;
  readonly siret?: string;
  readonly vat?: string;
  readonly lei?: string;
  readonly ukCompanyNumber?: string;
  readonly germanRegisterNumber?: string;
  readonly swissUid?: string;
  readonly austrianFn?: string;
  readonly name?: string;
  readonly address?: string;
}

/** Who wants to sign. Personal data: it is compared, never put into findings or evidence. */
export interface PersonClaim {
  readonly familyName: string;
  /** Birth name, or another name that the person goes by. */
  readonly otherFamilyName?: string;
  /** The first given name, or all of them separated by spaces or commas. */
  readonly givenNames: string;
  /** `YYYY-MM-DD` or `YYYY-MM`. Without it, people of the same name cannot be told apart. */
  readonly birth?: string;
}

/** A claimed person in the form in which registers name one. */
export function personOf({ familyName, otherFamilyName, givenNames, birth }: PersonClaim): PersonName {
  return {
    familyNames: [familyName, ...(otherFamilyName === undefined ? [] : [otherFamilyName])],
    givenNames: givenNames.split(/,\s*|\s+/).filter((name) => name !== ''),
    ...(birth === undefined ? {} : { birth }),
  };
}
