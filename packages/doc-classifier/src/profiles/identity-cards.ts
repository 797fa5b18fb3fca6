import type { FieldSpecInput, KindProfileInput } from '../profile.js';
import { age, CARD, cardTitle, faceLabels, identityFields, LANGUAGES } from './identity-parts.js';
import { address, SOURCES, title, words } from './parts.js';

/** Identity cards, each side by itself. Often only a few words can be read, and a machine-readable zone. */
export const IDENTITY_CARDS: KindProfileInput[] = [
  {
    kind: 'id-card-front',
    isCard: true,
    languages: LANGUAGES,
    anchors: [
      title(5.5, ...cardTitle),
      ...faceLabels,
      words(
        0.7,
        'république française',
        'bundesrepublik deutschland',
        'federal republic of germany',
        'république',
        'republik österreich',
        'schweizerische eidgenossenschaft',
      ),
    ],
    against: [
      title(
        5,
        'passeport',
        'passport',
        'reisepass',
        'permis de conduire',
        'driving licence',
        'führerschein',
        'titre de séjour',
        'residence permit',
        'aufenthaltstitel',
        'visa',
        'carte vitale',
        'student card',
        'carte étudiant',
        "carte d'étudiant",
      ),
      // How the French card of the old format words it.
      words(2.5, 'né(e) le'),
      words(
        2,
        'adresse address',
        'address',
        'taille height',
        'augenfarbe',
        'colour of eyes',
        'anschrift',
        'behörde',
      ),
    ],
    cues: [
      { cue: 'mrz', formats: ['TD1', 'TD2', 'FRENCH-CNI'], codes: [], weight: -7 },
      { cue: 'mrz', formats: ['TD3', 'MRV-A', 'MRV-B'], codes: [], weight: -7 },
      CARD,
    ],
    fields: identityFields,
    age,
    maxPages: 5,
  },
  {
    kind: 'id-card-back',
    isCard: true,
    languages: LANGUAGES,
    anchors: [
      words(1.2, 'adresse', 'address', 'anschrift', 'adresse address', 'wohnort'),
      words(1.5, 'taille', 'height', 'größe', 'taille height', 'größe height taille', 'körpergröße'),
      words(
        2,
        'augenfarbe',
        'colour of eyes',
        'couleur des yeux',
        'augenfarbe colour of eyes',
        'color of eyes',
      ),
      words(1.5, 'date de délivrance', 'date of issue', 'datum date', 'date de délivrance date of issue'),
      words(1.2, 'autorité', 'authority', 'behörde', 'behörde authority autorité', 'issuing authority'),
      words(1, 'ordensname', 'künstlername', 'religious name', 'pseudonym', "nom d'usage"),
      title(1.5, ...cardTitle),
    ],
    against: [
      title(
        5,
        'passeport',
        'passport',
        'reisepass',
        'permis de conduire',
        'driving licence',
        'titre de séjour',
        'residence permit',
        'aufenthaltstitel',
        'visa',
      ),
      words(1.5, 'nationalité', 'nationality', 'staatsangehörigkeit', 'date of birth', 'date de naiss'),
    ],
    cues: [
      { cue: 'mrz', formats: ['TD1'], codes: ['I', 'A', 'C'], weight: 7.5 },
      { cue: 'mrz', formats: ['TD2'], codes: ['I', 'A', 'C'], weight: 4 },
      { cue: 'mrz', formats: ['TD3', 'MRV-A', 'MRV-B', 'FRENCH-CNI'], codes: [], weight: -8 },
      CARD,
    ],
    fields: [
      { ...(identityFields.find(({ name }) => name === 'issueDate') as FieldSpecInput) },
      address(['adresse', 'address', 'anschrift', 'adresse address', 'wohnort']),
      {
        name: 'authority',
        type: 'text',
        labels: ['autorité', 'authority', 'behörde', 'behörde authority autorité'],
      },
    ],
    maxPages: 5,
  },
  {
    kind: 'fr-id-card-old',
    isCard: true,
    languages: ['fra'],
    anchors: [
      title(5, "carte nationale d'identité n°", "carte nationale d'identité"),
      words(1, 'république française'),
      words(2, 'né(e) le'),
      words(1, 'prénom(s)'),
      words(1, 'taille', 'signature du titulaire', 'sexe'),
      words(2.5, "carte valable jusqu'au", "signature de l'autorité", 'délivrée le'),
      words(0.6, 'nationalité française'),
    ],
    against: [
      words(
        4,
        'identity card',
        'surname',
        'given names',
        'date of birth',
        'expiry date',
        'date of issue',
        'document no',
      ),
      title(4, 'passeport', 'permis de conduire', 'titre de séjour'),
    ],
    cues: [
      { cue: 'mrz', formats: ['FRENCH-CNI'], codes: [], weight: 10 },
      { cue: 'mrz', formats: ['TD1', 'TD2', 'TD3'], codes: [], weight: -8 },
      CARD,
    ],
    fields: [
      {
        name: 'documentNumber',
        type: 'digits',
        lengths: [12],
        labels: ["carte nationale d'identité n°", "carte nationale d'identité"],
        unlabelled: 'anywhere',
      },
      ...identityFields
        .filter(({ name }) => name !== 'documentNumber')
        .map((field) => ({ ...field, wanted: false })),
    ],
    age: {
      ...age,
      extended: {
        years: 5,
        issueField: 'issueDate',
        birthField: 'birthDate',
        issuedFrom: '2004-01-02',
        issuedTo: '2013-12-31',
      },
      source: SOURCES.oldIdCard,
    },
    maxPages: 5,
  },
];
