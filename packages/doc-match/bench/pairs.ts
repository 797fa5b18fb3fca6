/**
 * Labelled pairs of a document's value and a record's, for measuring. All persons, companies and addresses are made up here: names
 * are put together from lists of common names of each country (first names and family names that many people bear), streets are
 * names that hundreds of towns have. The variations are those that papers and forms really show: MRZ transliteration (ICAO
 * Doc 9303 part 3), capitals without accents, order, OCR look-alikes, postal abbreviations (AFNOR NF Z10-011, Deutsche Post,
 * Royal Mail). `agree` says whether a clerk would take them for the same.
 *
 * Two splits: rules were written while looking at `development`; `test` has other names and streets.
 */
export interface Pair {
  readonly about: 'name' | 'address' | 'company';
  readonly document: string;
  /** For names `given names|family name|other family name`. */
  readonly record: string;
  readonly agree: boolean;
  /** What makes it hard. */
  readonly why: string;
  readonly split: 'development' | 'test';
}

type Split = Pair['split'];

const PEOPLE: Readonly<Record<Split, readonly string[]>> = {
  development: [
    'Marie|Dupont',
    'Lucas|Moreau',
    'Zoé|Lefèvre',
    'Jean-Pierre|Martin',
    'Jürgen|Müller',
    'Anna|Weiß',
    'Ursula|von der Heide',
    'Ian|McDonald',
    'François|Le Goff',
    'Ana|García López',
    'Siobhán|O’Connor',
    'Mehmet|Yılmaz',
    'Karim|El Khatib',
    'Łukasz|Wójcik',
    'Hélène|Bernard',
  ],
  test: [
    'Camille|Rousseau',
    'Noël|Béranger',
    'Anne-Sophie|Lambert',
    'Björn|Schröder',
    'Käthe|Groß',
    'Alexander|von Humbach',
    'Fiona|MacLeod',
    'Yann|Le Bihan',
    'Inés|Núñez Romero',
    'Aoife|O’Brien',
    'Çağla|Öztürk',
    'Samir|Ben Salah',
    'Žofia|Kováč',
    'Gaëlle|Cornet',
    'Émile|Perrin',
  ],
};

const OTHERS: Readonly<Record<Split, readonly string[]>> = {
  development: ['Sophie|Girard', 'Thomas|Keller', 'Emma|Wilson', 'Hugo|Fontaine'],
  test: ['Manon|Chevalier', 'Lukas|Brandt', 'Oliver|Turner', 'Léa|Marchand'],
};

const bare = (text: string): string =>
  text
    .replace(/ß/g, 'ss')
    .replace(/ł/gi, 'l')
    .replace(/ı/g, 'i')
    .replace(/ø/gi, 'o')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
const written = (text: string): string =>
  text
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/Ö/g, 'Oe')
    .replace(/Ü/g, 'Ue')
    .replace(/Ä/g, 'Ae');
const mrz = (text: string): string =>
  bare(written(text)).toUpperCase().replace(/['’]/g, '').replace(/-/g, ' ');

/** One letter that OCR takes for another, in a name long enough for it; nothing where there is none. */
function misread(family: string): string | undefined {
  const upper = bare(family).toUpperCase();
  const digit = [
    ['O', '0'],
    ['I', '1'],
    ['S', '5'],
    ['B', '8'],
  ].find(([letter]) => upper.includes(letter as string));
  if (digit) return upper.replace(digit[0] as string, digit[1] as string);
  return upper.length >= 6 && upper.includes('RN') ? upper.replace('RN', 'M') : undefined;
}

/** Another name that differs by more than spelling. */
const NEAR_GIVEN: readonly (readonly [string, string])[] = [
  ['Lucas', 'Lucie'],
  ['Jean', 'Jeanne'],
  ['Marie', 'Marion'],
  ['Julien', 'Julie'],
  ['Daniel', 'Danielle'],
  ['Michel', 'Michèle'],
  ['Simon', 'Simone'],
  ['Gabriel', 'Gabrielle'],
  ['Martin', 'Martine'],
  ['Louis', 'Louise'],
  ['Paul', 'Paula'],
  ['Alexandre', 'Alexandra'],
  ['Christian', 'Christiane'],
  ['Andrea', 'Andreas'],
  ['Johann', 'Johanna'],
  ['Hanna', 'Nanna'],
  ['Lena', 'Leni'],
  ['Tim', 'Tom'],
  ['Clara', 'Klara-Marie'],
  ['Valentin', 'Valentine'],
  ['Max', 'Marx'],
  ['Stefan', 'Stefanie'],
  ['Carl', 'Carla'],
  ['Eric', 'Erica'],
  ['Jan', 'Jana'],
  ['Noah', 'Noa'],
  ['Emil', 'Emilie'],
  ['Léo', 'Léa'],
  ['Elisa', 'Elise'],
  ['Dora', 'Cora'],
  ['Oliver', 'Olivia'],
  ['Philip', 'Philippa'],
  ['Robert', 'Roberta'],
  ['Victor', 'Victoria'],
  ['Joseph', 'Josephine'],
  ['Denis', 'Denise'],
  ['Frédéric', 'Frédérique'],
  ['Dominik', 'Dominika'],
  ['Jean-Pierre', 'Jean-Paul'],
  ['Anne-Sophie', 'Anne-Marie'],
];
const NEAR_FAMILY: readonly (readonly [string, string])[] = [
  ['Dupont', 'Dupond'],
  ['Meyer', 'Meier'],
  ['Schmidt', 'Schmitt'],
  ['Lefebvre', 'Lefevre'],
  ['Martin', 'Marty'],
  ['Moreau', 'Moreno'],
  ['Bernard', 'Bertrand'],
  ['Weber', 'Wieber'],
  ['Braun', 'Brown'],
  ['Hoffmann', 'Hofmann'],
  ['Thomas', 'Thoma'],
  ['Lambert', 'Lamberti'],
  ['Garcia', 'Gracia'],
  ['Roussel', 'Rousseau'],
  ['Schneider', 'Schreiner'],
  ['Fischer', 'Fischler'],
  ['Petit', 'Petitjean'],
  ['Richard', 'Ricard'],
  ['Keller', 'Kessler'],
  ['Blanc', 'Blanchard'],
  ['Stein', 'Steiner'],
  ['Wolf', 'Wolff'],
  ['Kaya', 'Kara'],
  ['Berger', 'Bergeron'],
  ['Clark', 'Clarke'],
  ['Reed', 'Reid'],
  ['Perrin', 'Perron'],
  ['Simon', 'Simonet'],
  ['Jung', 'Junge'],
  ['Roy', 'Royer'],
];

function namePairs(split: Split): Pair[] {
  const pairs: Pair[] = [];
  const add = (document: string, record: string, agree: boolean, why: string): void => {
    pairs.push({ about: 'name', document, record, agree, why, split });
  };
  for (const record of PEOPLE[split]) {
    const [given = '', family = ''] = record.split('|');
    add(`${given} ${family}`, record, true, 'as it is');
    add(`${bare(family).toUpperCase()} ${bare(given)}`, record, true, 'order, capitals, accents');
    add(`${mrz(family)}<<${mrz(given).replace(/ /g, '<')}<<<<`, record, true, 'MRZ');
    add(`Mme ${family.toUpperCase()} ${given}`, record, true, 'title');
    add(
      `${bare(given)} ${bare(family).replace(/['’ ]/g, '')}`,
      record,
      true,
      'particles and apostrophes run together',
    );
    add(`${given} Alice ${family}`, record, true, 'second given name on the paper');
    add(`${given} ${family} épouse Mercier`, record, true, 'married name on the paper');
    add(`${given} Mercier`, `${given}|${family}|Mercier`, true, 'other family name in the record');
    add(
      `${given} ${family.split(/[- ]/).at(-1)}-Mercier`,
      `${given}|${family}`,
      !/[ ]/.test(family) || /^(?:von|Le|El|Ben)/.test(family),
      'double name on the paper',
    );
    const ocr = misread(family);
    if (ocr) add(`${bare(given).toUpperCase()} ${ocr}`, record, true, 'OCR look-alike');
    for (const other of OTHERS[split]) {
      const [otherGiven = '', otherFamily = ''] = other.split('|');
      add(`${otherGiven} ${family}`, record, false, 'same family, another person');
      if (pairs.length % 2 === 0)
        add(`${given} ${otherFamily}`, record, false, 'same given name, another person');
    }
    add(`${given.slice(0, 1)}. ${family}`, record, false, 'an initial is not enough');
    add(`M. ${family}`, record, false, 'no given name');
  }
  const half = (list: readonly (readonly [string, string])[]) =>
    list.filter((_, at) => (at % 2 === 0) === (split === 'development'));
  for (const [one, two] of half(NEAR_GIVEN)) {
    add(`${two} Laurent`, `${one}|Laurent`, false, 'a given name that is nearly the same');
    add(
      `LAURENT ${bare(one).toUpperCase()}`,
      `${two}|Laurent`,
      false,
      'a given name that is nearly the same',
    );
  }
  for (const [one, two] of half(NEAR_FAMILY)) {
    add(`Alice ${two}`, `Alice|${one}`, false, 'a family name that is nearly the same');
    add(`${bare(one).toUpperCase()} ALICE`, `Alice|${two}`, false, 'a family name that is nearly the same');
  }
  return pairs;
}

/** Number, street, postcode, town; then other ways to write the street. */
const PLACES: Readonly<
  Record<
    Split,
    readonly (readonly [number: string, street: string, code: string, town: string, ...also: string[]])[]
  >
> = {
  development: [
    ['12 bis', 'rue des Lilas', '69003', 'Lyon', 'r. des Lilas', 'R DES LILAS'],
    ['4', 'avenue du Général de Gaulle', '75014', 'Paris', 'av. du Gal de Gaulle', 'AVE GENERAL DE GAULLE'],
    ['27', 'boulevard Victor Hugo', '06000', 'Nice', 'bd Victor Hugo', 'BLD V. HUGO'],
    ['3', 'place de l’Église', '44100', 'Nantes', 'pl. de l’Eglise', 'PLACE EGLISE'],
    ['5a', 'Hauptstraße', '10115', 'Berlin', 'Hauptstr.', 'HAUPTSTRASSE'],
    ['122', 'Karl-Liebknecht-Straße', '04109', 'Leipzig', 'Karl-Liebknecht-Str.', 'Karl Liebknecht Strasse'],
    ['7', 'Am Stadtpark', '80331', 'München', 'AM STADTPARK'],
    ['12', 'Bahnhofstrasse', '8001', 'Zürich', 'Bahnhofstr.'],
    ['67', 'Queensway', 'SW1A 9ZZ', 'London', 'QUEENSWAY'],
    ['14', 'Victoria Road', 'M14 5RL', 'Manchester', 'Victoria Rd'],
  ],
  test: [
    ['9', 'rue Jean Jaurès', '59000', 'Lille', 'r. Jean Jaurès', 'RUE J. JAURES'],
    ['101 ter', 'chemin des Vignes', '34000', 'Montpellier', 'che. des Vignes', 'CHEM DES VIGNES'],
    ['18', 'allée des Tilleuls', '31000', 'Toulouse', 'all. des Tilleuls', 'ALLEE TILLEULS'],
    ['6', 'route de Saint-Denis', '95000', 'Cergy', 'rte de St-Denis', 'RTE SAINT DENIS'],
    ['44', 'Schillerstraße', '50667', 'Köln', 'Schillerstr.', 'SCHILLERSTRASSE'],
    ['3', 'Lindenallee', '20095', 'Hamburg', 'LINDENALLEE'],
    ['15', 'Mariahilfer Straße', '1060', 'Wien', 'Mariahilfer Str.'],
    ['2b', 'Kirchgasse', '3011', 'Bern', 'KIRCHGASSE'],
    ['33', 'Church Lane', 'LS6 2AB', 'Leeds', 'Church Ln'],
    ['8', 'Station Road', 'CF10 1AA', 'Cardiff', 'Station Rd', 'STATION ROAD'],
  ],
};

const numberLast = (code: string, street: string): boolean =>
  /^\d{4,5}$/.test(code) &&
  !/^(?:rue|r|avenue|ave?|boulevard|bl?d|place|pl|chem?i?n?|allée|all|route|rte)\b/i.test(street);

function addressOf(number: string, street: string, code: string, town: string): string {
  const line = numberLast(code, street) ? `${street} ${number}` : `${number} ${street}`;
  return /[A-Z]/.test(code) ? `${line}, ${town}, ${code}` : `${line}, ${code} ${town}`;
}

function addressPairs(split: Split): Pair[] {
  const pairs: Pair[] = [];
  for (const [at, [number, street, code, town, ...also]] of PLACES[split].entries()) {
    const record = addressOf(number, street, code, town);
    const add = (document: string, agree: boolean, why: string): void => {
      pairs.push({ about: 'address', document, record, agree, why, split });
    };
    add(record.toUpperCase(), true, 'capitals');
    add(bare(record), true, 'without accents');
    for (const other of also) add(addressOf(number, other, code, town), true, 'street written otherwise');
    add(`c/o Weber, ${record}`, true, 'care of');
    add(
      /^\d{5}$/.test(code) && !numberLast(code, street) ? `Bât. B, Appt 12, ${record}` : `Flat 3, ${record}`,
      true,
      'building and flat',
    );
    add(addressOf(number.replace(' ', ''), street, code, town), true, 'spaces in the number');
    const [, otherStreet = '', otherCode = '', otherTown = ''] =
      PLACES[split][(at + 1) % PLACES[split].length] ?? [];
    add(addressOf(String(Number.parseInt(number, 10) + 2), street, code, town), false, 'another number');
    add(addressOf(`${Number.parseInt(number, 10)}1`, street, code, town), false, 'a digit more');
    add(addressOf(number, otherStreet, code, town), false, 'another street');
    add(addressOf(number, street, otherCode, otherTown), false, 'another town, same street');
    add(/[A-Z]/.test(code) ? `${town}, ${code}` : `${code} ${town}`, false, 'the town alone is not enough');
  }
  return pairs;
}

const COMPANIES: Readonly<
  Record<Split, readonly (readonly [name: string, form: string, same: string, otherForm: string])[]>
> = {
  development: [
    ['Boulangerie Durand', 'SARL', 'S.A.R.L.', 'SAS'],
    ['Lumière & Réseaux', 'SA', 'Société Anonyme', 'SARL'],
    ['Müller & Söhne', 'GmbH', 'Gesellschaft mit beschränkter Haftung', 'AG'],
    ['Nordlicht Energie', 'AG', 'Aktiengesellschaft', 'GmbH'],
    ['Thames Plumbing', 'Ltd', 'Limited', 'PLC'],
    ['Atelier du Marais', 'SAS', 'Société par actions simplifiée', 'SCI'],
  ],
  test: [
    ['Menuiserie Chevalier', 'EURL', 'E.U.R.L.', 'SAS'],
    ['Transports Béranger', 'SAS', 'S.A.S.', 'SARL'],
    ['Brandt Maschinenbau', 'GmbH & Co. KG', 'GmbH und Co KG', 'GmbH'],
    ['Gärtnerei Öztürk', 'OHG', 'offene Handelsgesellschaft', 'GmbH'],
    ['Severn Books', 'PLC', 'Public Limited Company', 'Ltd'],
    ['Étoile Conseil', 'SCI', 'Société civile immobilière', 'SARL'],
  ],
};

function companyPairs(split: Split): Pair[] {
  const list = COMPANIES[split];
  return list.flatMap(([name, form, same, otherForm], at) => {
    const record = `${name} ${form}`;
    const [otherName = ''] = list[(at + 1) % list.length] ?? [];
    const make = (document: string, agree: boolean, why: string): Pair => ({
      about: 'company',
      document,
      record,
      agree,
      why,
      split,
    });
    return [
      make(bare(record).toUpperCase(), true, 'capitals'),
      make(`${name} ${same}`, true, 'legal form written out'),
      make(name, true, 'without legal form'),
      make(`${name.replace('&', 'et')} ${form}`, true, 'the word for &'),
      make(`${name} ${otherForm}`, false, 'another legal form'),
      make(`${otherName} ${form}`, false, 'another company'),
      make(`${name} Holding ${form}`, false, 'a company of the same group'),
      make(`${name.split(' ')[0]} ${otherName.split(' ')[1]} ${form}`, false, 'one word in common'),
    ];
  });
}

/** All pairs. */
export const PAIRS: readonly Pair[] = (['development', 'test'] as const).flatMap((split) => [
  ...namePairs(split),
  ...addressPairs(split),
  ...companyPairs(split),
]);
