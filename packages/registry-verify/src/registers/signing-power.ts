import { plain } from '../internal/plain-text.js';
import type { SigningPower } from './evidence.js';

/** What a role lets its holder do, as far as its name tells. */
export interface RolePower {
  readonly power: SigningPower;
  readonly signers?: number;
  readonly liquidator?: true;
}

/**
 * Roles by their name in the register (lower case, no accents), the first match counts.
 *
 * France: Code de commerce art. L221-5, L223-18 (gérant), L225-56 (directeur général, also délégué), L225-66 (directoire),
 * L227-6 (SAS), L237-24 (liquidateur); the chair of a board does not represent the company (L225-51).
 * United Kingdom: Companies Act 2006 s. 44: a director before a witness, or two authorised signatories, a secretary among
 * them. Switzerland: the register prints the kind of signature. Germany: GmbHG § 35 (2): jointly unless the register says
 * otherwise, so a role alone tells nothing.
 */
const ROLES: readonly (readonly [RegExp, RolePower])[] = [
  [
    /commissaire aux (comptes|apports)|controle|censeur|suppleant|comptable|auditor|revisionsstelle/,
    { power: 'none' },
  ],
  [/conseil de surveillance|supervisory|aufsichtsrat/, { power: 'none' }],
  [/liquidat|abwickler/, { power: 'sole', liquidator: true }],
  [/ohne (zeichnung|unterschrift)|sans (droit de )?signature|senza diritto di firma/, { power: 'none' }],
  [
    /(kollektiv\w*|signature collective|firma collettiva) .*(zweien|deux|due)/,
    { power: 'joint', signers: 2 },
  ],
  [
    /gemeinsam|gemeinschaftlich|kollektiv|conjointement|signature collective|firma collettiva|gesamtprokura/,
    { power: 'joint' },
  ],
  [
    /einzelvertretung|alleinvertretung|einzelunterschrift|signature individuelle|firma individuale/,
    { power: 'sole' },
  ],
  [
    /mandataire ad hoc|administrateur (provisoire|judiciaire)|administrator|receiver|prokur/,
    { power: 'unknown' },
  ],
  [/membre du directoire/, { power: 'unknown' }],
  [/gerant/, { power: 'sole' }],
  [/president.*directeur general|p\.?d\.?g\b|president du directoire|directeur general/, { power: 'sole' }],
  [/president du conseil d administration|president du conseil/, { power: 'none' }],
  [/vice president/, { power: 'unknown' }],
  [/president( de (la )?(sas|sasu|societe|l association))?$/, { power: 'sole' }],
  [
    /^(corporate |nominee )?director$|^(corporate )?(llp|limited liability partnership)?.*designated member|^(corporate )?llp member/,
    { power: 'sole' },
  ],
  [/^(corporate |nominee )?secretary$/, { power: 'joint', signers: 2 }],
  [/administrateur|verwaltungsrat|board member/, { power: 'none' }],
  [/^entrepreneur( individuel)?$|^exploitant$|einzelkaufmann|titolare/, { power: 'sole' }],
];

/** What the name of a role says about signing for the company; `unknown` where it says nothing. */
export function signingPowerOf(role: string): RolePower {
  const text = plain(role);
  // Several roles in one field ("Autre, Liquidateur"): the table is searched in the order of its rules, not of the text.
  return ROLES.find(([pattern]) => pattern.test(text))?.[1] ?? { power: 'unknown' };
}
