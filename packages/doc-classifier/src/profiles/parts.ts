import type { AnchorInput as Anchor, FieldSpecInput as Field, KindProfileInput } from '../profile.js';

/** Words that stand out as a title. */
export const title = (weight: number, ...any: string[]): Anchor => ({ any, weight, as: 'title' });

/** Words that count wherever they stand. */
export const words = (weight: number, ...any: string[]): Anchor => ({ any, weight });

/** Dates that are never the day of issue: birth, due, validity, period, hiring, printing. */
export const OTHER_DATES: string[] = [
  ...['né le', 'née le', 'né(e) le', 'naissance', 'date de naissance', 'né e le'],
  ...[
    'geboren am',
    'geboren',
    'geb.',
    'geburtsdatum',
    'geburtstag',
    'date of birth',
    'dob',
    'born',
    'd.o.b.',
  ],
  ...[
    "date d'échéance",
    'échéance',
    'à payer avant le',
    'date limite de paiement',
    'à régler avant le',
    'prélevé le',
    'date de prélèvement',
    'prélèvement le',
    'sera prélevé le',
  ],
  ...[
    'fällig am',
    'fällig bis',
    'zahlbar bis',
    'fälligkeit',
    'zu zahlen bis',
    'wird abgebucht am',
    'due date',
    'payment due',
    'pay by',
    'due by',
    'please pay by',
    'payable by',
    'will be taken on',
    'direct debit on',
  ],
  ...[
    'valable jusqu',
    "jusqu'au",
    'gültig bis',
    'valid until',
    'expires',
    'expiry',
    'fin de validité',
    'expire le',
    'date d expiration',
  ],
  ...[
    "date d'entrée",
    'entré le',
    "date d'embauche",
    'ancienneté',
    'eintritt',
    'eintrittsdatum',
    'start date',
    'date joined',
    'einzug',
    'einzugsdatum',
    'tag des einzugs',
    'moved in',
    'date of moving in',
  ],
  ...[
    'prochaine facture',
    'prochain relevé',
    'prochain prélèvement',
    'nächste rechnung',
    'nächste ablesung',
    'next bill',
    'next meter reading',
    'date de relevé',
    'relevé le',
    'ablesedatum',
    'imprimé le',
    'édité le à',
    'gedruckt am',
    'druckdatum',
    'printed on',
  ],
  ...[
    "date d'immatriculation",
    'immatriculée le',
    'immatriculation le',
    'date de constitution',
    "date d'activité",
    'début d activité',
    'date de début',
    'commencement d activité',
    'gesellschaftsvertrag vom',
    'satzung vom',
  ],
  ...[
    'période du',
    'du',
    'au',
    'période de consommation',
    'zeitraum',
    'abrechnungszeitraum',
    'billing period',
    'statement period',
    'vom',
    'vertragsbeginn',
    'contract start',
    'depuis le',
    'mise en service',
  ],
  ...[
    'ancien solde',
    'nouveau solde',
    'solde au',
    'alter saldo',
    'neuer saldo',
    'kontostand am',
    'balance on',
    'opening balance',
    'closing balance',
  ],
];

/** The day on which a document was issued. */
export function issueDate(labels: string[] = [], more: Partial<Field> = {}): Field {
  return {
    name: 'issueDate',
    type: 'date',
    labels: [
      ...[
        "date d'émission",
        'émis le',
        'émise le',
        'date de facture',
        'date facture',
        'facture du',
        'date de la facture',
        "date d'établissement",
        'établi le',
        'établie le',
        'fait le',
        'fait à',
        'date',
        'en date du',
        'délivré le',
        'date de délivrance',
        'édité le',
        "date d'édition",
        'quittance du',
      ],
      ...[
        'rechnungsdatum',
        'datum',
        'ausgestellt am',
        'ausstellungsdatum',
        'erstellt am',
        'stand',
        'datum des bescheids',
        'bescheid vom',
        'rechnung vom',
        'druckdatum',
        'belegdatum',
      ],
      ...[
        'issue date',
        'date of issue',
        'issued on',
        'bill date',
        'invoice date',
        'date of bill',
        'date of invoice',
        'statement date',
        'date issued',
        'dated',
        'invoice issued',
        'bill issued',
      ],
      ...labels,
    ],
    not: OTHER_DATES,
    unlabelled: 'top',
    ...more,
  };
}

/** The person the document is made out to. */
export const holder = (labels: string[], more: Partial<Field> = {}): Field => ({
  name: 'holderName',
  type: 'person',
  labels,
  unlabelled: 'addressee',
  ...more,
});

/** The address of the person the document is made out to. */
export const address = (labels: string[] = []): Field => ({
  name: 'address',
  type: 'address',
  labels,
  unlabelled: 'anywhere',
});

export const birthDate: Field = {
  name: 'birthDate',
  type: 'date',
  labels: [
    'né le',
    'née le',
    'né(e) le',
    'né e le',
    'date de naissance',
    'date et lieu de naissance',
    'naissance',
    'date de naiss',
    'geburtsdatum',
    'geboren am',
    'geburtstag',
    'geb. am',
    'date of birth',
    'born on',
    'dob',
    'birth',
  ],
  not: [],
};

export const iban: Field = {
  name: 'iban',
  type: 'iban',
  labels: ['iban', 'identifiant international de compte'],
  unlabelled: 'anywhere',
};
export const bic: Field = {
  name: 'bic',
  type: 'bic',
  labels: ['bic', 'swift', 'bic swift', 'code bic', 'bank identifier code', 'adresse swift'],
};
export const siren: Field = {
  name: 'siren',
  type: 'siren',
  labels: [
    'siren',
    'numéro siren',
    'n° siren',
    'rcs',
    'identifiant siren',
    'immatriculation au rcs',
    'numéro',
  ],
};
export const siret: Field = {
  name: 'siret',
  type: 'siret',
  labels: ['siret', 'numéro siret', 'n° siret', 'siret du siège', 'identifiant siret du siège'],
  unlabelled: 'anywhere',
};
export const vat: Field = {
  name: 'vat',
  type: 'vat',
  labels: [
    'tva',
    'tva intracommunautaire',
    'n° tva',
    'ust-idnr',
    'ust-id',
    'umsatzsteuer-identifikationsnummer',
    'vat',
    'vat number',
    'vat reg',
    'vat no',
  ],
  unlabelled: 'anywhere',
};

/** An age of so many months, counted from the day of issue. */
export function maxMonths(months: number, source?: Source): NonNullable<KindProfileInput['age']> {
  return { rule: 'max-age', field: 'issueDate', months, ...(source ? { source } : {}) };
}

type Source = { id: string; title: string; url: string; validFrom: string };

/** Where the age rules come from. */
export const SOURCES = {
  address: {
    id: 'fr/proof-of-address',
    title: 'Service-Public.fr, Justificatif de domicile (moins de 3 mois)',
    url: 'https://www.service-public.fr/particuliers/vosdroits/F14807',
    validFrom: '2019-01-01',
  },
  payslips: {
    id: 'fr/decret-2015-1437',
    title: 'Décret n° 2015-1437 du 5 novembre 2015, annexe I (trois derniers bulletins de salaire)',
    url: 'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000031433155',
    validFrom: '2015-11-08',
  },
  taxNotice: {
    id: 'fr/impots-calendrier',
    title: 'impots.gouv.fr, calendrier: avis d’impôt mis à disposition du 31 juillet au 15 septembre',
    url: 'https://www.impots.gouv.fr/particulier/calendrier-fiscal',
    validFrom: '2019-01-01',
  },
  oldIdCard: {
    id: 'fr/decret-2013-1188',
    title: 'Décret n° 2013-1188 du 18 décembre 2013 (carte nationale d’identité: 15 ans)',
    url: 'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000028345897',
    validFrom: '2014-01-01',
  },
  vigilance: {
    id: 'fr/code-travail-d8222-5',
    title: 'Code du travail, article D8222-5 (attestation de moins de six mois)',
    url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000025115183',
    validFrom: '2012-01-01',
  },
} as const satisfies Record<string, Source>;
