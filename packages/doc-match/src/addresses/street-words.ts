/** Words for streets by a common id, without accents. French and English write them apart, German as an ending. */
const STREET_WORDS: Readonly<Record<string, string>> = {
  street: 'rue r street st str strasse',
  avenue: 'avenue ave av',
  alley: 'allee all al',
  boulevard: 'boulevard bd bld blvd boul',
  place: 'place pl platz',
  square: 'square sq',
  esplanade: 'esplanade',
  lane: 'chemin che chem ch weg lane ln',
  path: 'sentier',
  close: 'impasse imp close cl',
  cite: 'cite',
  villa: 'villa',
  passage: 'passage pass',
  road: 'route rte road rd',
  quay: 'quai q',
  cours: 'cours crs',
  faubourg: 'faubourg fbg fg',
  gasse: 'gasse',
  damm: 'damm',
  ufer: 'ufer',
  ring: 'ring',
  drive: 'drive dr',
  court: 'court ct',
  gardens: 'gardens gdns',
  terrace: 'terrace terr',
  crescent: 'crescent cres',
  way: 'way',
  grove: 'grove',
  mews: 'mews',
  lot: 'lotissement lot',
  hameau: 'hameau ham',
  residence: 'residence res',
};

/** The id of each word for a street. */
export const STREET_TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries(STREET_WORDS).flatMap(([id, words]) => words.split(' ').map((word) => [word, id] as const)),
);

/** Those that German writes as an ending. */
export const STREET_ENDINGS: readonly string[] = [
  'strasse',
  'str',
  'platz',
  'pl',
  'allee',
  'weg',
  'gasse',
  'damm',
  'ufer',
  'ring',
];

/** Words in names of streets that are often written short. */
export const LONG_FORMS: Readonly<Record<string, string>> = {
  gal: 'general',
  mal: 'marechal',
  marechal: 'marechal',
  pdt: 'president',
  dr: 'docteur',
  prof: 'professeur',
  cdt: 'commandant',
  col: 'colonel',
  cap: 'capitaine',
  st: 'saint',
  ste: 'sainte',
  sts: 'saints',
  mgr: 'monseigneur',
  n: 'nord',
  s: 'sud',
};

/** Words too common to tell streets or towns apart. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  'de du des d la le les l a au aux en sur sous am an der die das dem den zum zur im in the of and et upon on'.split(
    ' ',
  ),
);

/** Beginnings of lines and parts that only say where in the building it is. */
const INSIDE_WORDS = [
  ...'appartement appt apt app bat batiment esc escalier etage et porte residence res hall entree bp cs chez flat unit floor wohnung whg og eg ug stock hinterhaus hh vorderhaus stiege top tur postfach chambre logement lgt immeuble imm cidex boite bte bal'.split(
    ' ',
  ),
  ...['lieu dit', 'c o', 'z hd', 'case postale'],
];

/** First words of lines that may be such. */
export const INSIDE_BEGINS: ReadonlySet<string> = new Set(
  INSIDE_WORDS.map((words) => words.split(' ')[0] as string),
);
/** A line that is such: also "3e étage", "2. OG". */
export const INSIDE: RegExp = new RegExp(
  `^(?:(?:${INSIDE_WORDS.join('|')})(?: |$)|\\d+(?:er|e|eme|st|nd|rd|th) (?:etage|floor|stock|og)|\\d+ ?og\\b)`,
);
