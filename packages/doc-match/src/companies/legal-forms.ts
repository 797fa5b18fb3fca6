/**
 * Legal forms as they are printed, by a common id. Two forms with different ids are different companies' forms.
 *
 * Sources: INSEE, catégories juridiques (2024); German commercial register usage (HGB § 19, GmbHG § 4, AktG § 4); Companies Act
 * 2006, sections 58-59; ISO 20275 entity legal forms.
 */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  sarl: ['sarl', 's a r l', 'societe a responsabilite limitee', 'sarlu'],
  eurl: ['eurl', 'entreprise unipersonnelle a responsabilite limitee'],
  sas: ['sas', 's a s', 'societe par actions simplifiee'],
  sasu: ['sasu', 'societe par actions simplifiee unipersonnelle'],
  sa: ['sa', 's a', 'societe anonyme'],
  sci: ['sci', 'societe civile immobiliere'],
  snc: ['snc', 'societe en nom collectif'],
  scop: ['scop', 'societe cooperative et participative'],
  selarl: ['selarl'],
  ei: ['ei', 'entreprise individuelle'],
  gmbh: ['gmbh', 'g m b h', 'mbh', 'gesellschaft mit beschrankter haftung', 'ges m b h', 'gesmbh'],
  'gmbh-co-kg': [
    'gmbh co kg',
    'gmbh u co kg',
    'gmbh und co kg',
    'gmbh cokg',
    'gmbh co kommanditgesellschaft',
  ],
  ug: [
    'ug',
    'ug haftungsbeschrankt',
    'unternehmergesellschaft',
    'unternehmergesellschaft haftungsbeschrankt',
  ],
  ag: ['ag', 'aktiengesellschaft'],
  kg: ['kg', 'kommanditgesellschaft'],
  ohg: ['ohg', 'offene handelsgesellschaft'],
  gbr: ['gbr', 'gesellschaft burgerlichen rechts', 'egbr'],
  ek: ['ek', 'e k', 'e kfm', 'eingetragener kaufmann', 'e kfr'],
  ev: ['ev', 'e v', 'eingetragener verein'],
  eg: ['eg', 'e g', 'eingetragene genossenschaft'],
  se: ['se', 'societas europaea'],
  ltd: ['ltd', 'limited', 'co ltd'],
  plc: ['plc', 'p l c', 'public limited company'],
  llp: ['llp', 'limited liability partnership'],
  llc: ['llc', 'l l c'],
  inc: ['inc', 'incorporated', 'corp', 'corporation'],
  bv: ['bv', 'b v'],
  nv: ['nv', 'n v'],
  srl: ['srl', 's r l'],
  spa: ['spa', 's p a'],
  sl: ['sl', 's l', 'sociedad limitada'],
};

const BY_WORDS: readonly (readonly [words: readonly string[], id: string])[] = Object.entries(FORMS)
  .flatMap(([id, spellings]) => spellings.map((text) => [text.split(' '), id] as const))
  .sort((a, b) => b[0].length - a[0].length);

/** Splits folded words into the name and the legal form, which stands at the end or, in French, at the start. */
export function splitLegalForm(words: readonly string[]): {
  readonly name: readonly string[];
  readonly form?: string;
} {
  for (const [form, id] of BY_WORDS) {
    if (words.length <= form.length) continue;
    const atEnd = form.every((word, at) => words[words.length - form.length + at] === word);
    if (atEnd) return { name: words.slice(0, -form.length), form: id };
    const atStart = form.every((word, at) => words[at] === word);
    if (atStart) return { name: words.slice(form.length), form: id };
  }
  return { name: words };
}
