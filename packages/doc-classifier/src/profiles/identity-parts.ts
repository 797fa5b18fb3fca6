import type { AnchorInput, Cue, FieldSpecInput, KindProfileInput } from '../profile.js';
import { birthDate, words } from './parts.js';

type Change = Partial<FieldSpecInput>;

export const LANGUAGES: string[] = ['fra', 'eng', 'deu'];

export const identityFields: FieldSpecInput[] = [
  {
    name: 'surname',
    type: 'person',
    wanted: 'if-there',
    labels: [
      'nom',
      'nom surname',
      'surname',
      'surname nom',
      'name',
      'name surname nom',
      'name surname',
      'familienname',
      'nachname',
      'nom de famille',
      'a name surname',
    ],
    not: [],
  },
  {
    name: 'givenNames',
    type: 'person',
    wanted: 'if-there',
    labels: [
      'prénoms',
      'prénoms given names',
      'prénom(s)',
      'prénom',
      'given names',
      'given name',
      'given names prénoms',
      'vornamen',
      'vorname',
      'vornamen given names prénoms',
      'vornamen given names',
      'forenames',
      'first name',
    ],
  },
  {
    name: 'alternateName',
    type: 'person',
    labels: [
      "nom d'usage",
      'alternate name',
      "nom d'usage alternate name",
      'nom d usage',
      'épouse',
      'geburtsname',
    ],
  },
  { ...birthDate, wanted: 'if-there' },
  {
    name: 'documentNumber',
    type: 'code',
    wanted: 'if-there',
    labels: [
      'n° du document',
      'document no',
      'n° du document document no',
      'passport no',
      'passeport n',
      'passport no passeport n',
      'card no',
      'carte n',
      "carte nationale d'identité n°",
      'numéro',
      'permit no',
      'ausweisnummer',
      'dokumentennummer',
      'reisepass nr',
      'pass nr',
      'card number',
      'document number',
      'licence no',
      'visa no',
    ],
  },
  {
    name: 'issueDate',
    type: 'date',
    labels: [
      'date de délivrance',
      'date of issue',
      'délivrée le',
      'délivré le',
      'ausstellungsdatum',
      'datum',
      'datum date',
      'date of issue date de délivrance',
      'issued',
      '4a',
      'date',
      'on le',
    ],
    not: [
      'date d expir',
      "date d'expiration",
      'gültig bis',
      'date of expiry',
      'date of birth',
      'date de naissance',
      'date de naiss',
      'geburtstag',
    ],
  },
  {
    name: 'expiryDate',
    type: 'date',
    wanted: true,
    labels: [
      "date d'expiration",
      'date d expir',
      'date of expiry',
      'expiry date',
      'valable jusqu',
      "valable jusqu'au",
      "carte valable jusqu'au",
      'gültig bis',
      'gültig bis date of expiry',
      'valid until',
      'date of expiry date d expiration',
      'expires',
      'exp',
      'valid to',
      '4b',
      'valid thru',
    ],
    not: [
      'date of birth',
      'date de naissance',
      'date de naiss',
      'geburtstag',
      'date de délivrance',
      'date of issue',
      '4a',
    ],
  },
];

export const numberAndExpiry: FieldSpecInput[] = identityFields.filter(
  ({ name }) => /Number$|Date$/.test(name) && name !== 'birthDate',
);
/** Numbers of cards and stickers have nine characters as a rule, and often no label (ICAO Doc 9303 part 4, 4.2). */
export const UNLABELLED_NUMBER: Change = { lengths: [8, 9, 10], unlabelled: 'anywhere' };
/** The numbered fields of a driving licence (Directive 2006/126/EC, annex I, 3). */
export const LICENCE_ROWS: Readonly<Record<string, Change>> = {
  surname: { rows: ['1'] },
  givenNames: { rows: ['2'] },
  birthDate: { rows: ['3'], unlabelled: 'earliest' },
  issueDate: { rows: ['4a'] },
  expiryDate: { rows: ['4b'] },
  // As small a digit as that before its number is often lost.
  documentNumber: { rows: ['5'], unlabelled: 'anywhere', lengths: [8, 9, 10, 11, 12, 13, 16] },
};
/** On a visa the passport's number has the label, the visa's own mostly none. */
export const VISA_FIELDS: Readonly<Record<string, Change>> = {
  documentNumber: {
    ...UNLABELLED_NUMBER,
    labels: ['visa no', 'visa number', 'numéro de visa', 'visum nr', 'visumnummer'],
    not: [
      'passport no',
      'passport number',
      'number of passport',
      'numéro de passeport',
      'passeport n',
      'reisepass nr',
    ],
  },
  expiryDate: {
    labels: [
      'until',
      'until au',
      'au',
      'bis',
      'to',
      'valid until',
      'expiry date',
      'date of expiry',
      'gültig bis',
      "valable jusqu'au",
    ],
  },
};
export const age: Extract<NonNullable<KindProfileInput['age']>, { rule: 'not-expired' }> = {
  rule: 'not-expired',
  field: 'expiryDate',
};
export const CARD: Cue = { cue: 'more-words-than', words: 160, weight: -4 };
export const cardTitle: string[] = [
  "carte nationale d'identité",
  'identity card',
  "carte d'identité",
  'personalausweis',
  'identitätskarte',
  'carte d identite identity card',
  'national identity card',
  "carta d'identità",
  'documento nacional de identidad',
  'identiteitskaart',
  'cartao de cidadao',
  'dowod osobisty',
];
export const faceLabels: AnchorInput[] = [
  words(1, 'nom', 'surname', 'name', 'familienname'),
  words(1, 'prénoms', 'given names', 'vornamen', 'prénom(s)', 'given name'),
  words(1.2, 'date de naiss', 'date of birth', 'geburtstag', 'né(e) le', 'date de naissance', 'geburtsdatum'),
  words(1, 'nationalité', 'nationality', 'staatsangehörigkeit'),
  words(1.2, 'date d expir', 'expiry date', 'date of expiry', 'gültig bis', "date d'expiration"),
  words(0.8, 'n° du document', 'document no', 'zugangsnummer', 'card access number', 'can'),
  words(0.7, 'sexe', 'sex', 'geschlecht', 'lieu de naissance', 'place of birth', 'geburtsort'),
];
