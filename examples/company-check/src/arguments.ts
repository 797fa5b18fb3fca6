import { parseArgs } from 'node:util';
import { type Locale, matchLocale } from '@dossierkit/core';
import type { CompanyClaim, RepresentativeClaim } from '@dossierkit/registry-verify';

export const USAGE = `May this person sign for this company?

  pnpm start -- [company] [person] [options]

company  --siren 999000011 | --siret … | --vat FR… | --uk 09990001 | --german "HRB 99901, Amtsgericht Kiel" | --lei …
         --company-name "Atelier Méridien"     compared with the register
person   --family-name Fontaine  --given-names Claire  --birth 1978-04
         --role "Directeur Général"            compared with the register
options  --real            ask the real registers; keys come from the environment (see README)
         --json            the whole reports with their evidence, as JSON
         --locale fr       en, fr, de or ar
         --help

Without --real, registers that are bundled with this example answer: made-up companies, no network.
Without a company, a few sample questions are asked.
Exit code: 0 there is an answer, 2 the question was not understood.
`;

/** What was asked for. */
export interface Arguments {
  /** Absent: ask the samples. */
  readonly claim?: RepresentativeClaim;
  readonly real: boolean;
  readonly json: boolean;
  readonly locale: Locale;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const options = {
  siren: text,
  siret: text,
  vat: text,
  uk: text,
  german: text,
  lei: text,
  'company-name': text,
  'family-name': text,
  'given-names': text,
  birth: text,
  role: text,
  locale: text,
  real: flag,
  json: flag,
  help: { ...flag, short: 'h' },
} as const;

/** The arguments, `help`, or what is wrong with them. */
export function readArguments(argv: readonly string[]): Arguments | 'help' | string {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(argv);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (values.help) return 'help';
  const { real, json } = values;
  const common = { real, json, locale: matchLocale(values.locale ?? 'en') };
  const company = companyOf(values);
  const [familyName, givenNames] = [values['family-name'], values['given-names']];
  if (Object.keys(company).length === 0 && familyName === undefined) return common;
  if (Object.keys(company).filter((key) => key !== 'name').length === 0)
    return 'Give a number of the company.';
  if (familyName === undefined || givenNames === undefined)
    return 'Give --family-name and --given-names of the person.';
  if (values.birth !== undefined && !/^\d{4}-\d{2}(-\d{2})?$/.test(values.birth))
    return 'Write --birth as 1978-04 or 1978-04-12.';
  const birth = values.birth === undefined ? {} : { birth: values.birth };
  const role = values.role === undefined ? {} : { role: values.role };
  return { ...common, claim: { company, person: { familyName, givenNames, ...birth }, ...role } };
}

function parse(argv: readonly string[]) {
  // `pnpm start -- --help` hands the two dashes on.
  const args = argv.filter((each, at) => !(at === 0 && each === '--'));
  return parseArgs({ args, options, allowPositionals: false }).values;
}

function companyOf(values: ReturnType<typeof parse>): CompanyClaim {
  const {
    siren,
    siret,
    vat,
    lei,
    uk: ukCompanyNumber,
    german: germanRegisterNumber,
    'company-name': name,
  } = values;
  const all = { siren, siret, vat, lei, ukCompanyNumber, germanRegisterNumber, name };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
