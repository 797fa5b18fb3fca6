import {
  defineKindProfile,
  KIND_PROFILES,
  type KindProfile,
  type TextModel,
  trainTextModel,
} from '@dossierkit/doc-classifier';

/** A kind of one's own, as data: this is all that it takes. */
const fishingLicence = defineKindProfile({
  kind: 'fishing-licence',
  names: { en: 'a fishing licence', fr: 'un permis de pêche', de: 'ein Angelschein', ar: 'رخصة صيد' },
  languages: ['eng'],
  anchors: [
    { any: ['fishing licence', 'rod licence', 'rod fishing licence'], weight: 5.5, as: 'title' },
    { any: ['coarse fish', 'salmon', 'sea trout', 'trout'], weight: 1.5 },
    { any: ['licence number', 'licence holder'], weight: 1 },
  ],
  fields: [
    { name: 'holderName', type: 'person', labels: ['licence holder', 'name'] },
    { name: 'expiryDate', type: 'date', labels: ['valid until', 'expires'], wanted: true },
  ],
  age: { rule: 'not-expired', field: 'expiryDate' },
});

/** The kinds that this command tells apart: the built-in ones and ours. */
export const kinds: readonly KindProfile[] = [...KIND_PROFILES, fishingLicence];

/**
 * A model trained on labelled texts of one's own adds its vote, and says which words it went by. These few lines stand for the
 * papers of an archive; with some twenty of each kind it begins to be of use.
 */
export const model: TextModel = trainTextModel([
  {
    kind: 'fishing-licence',
    text: 'permit to fish with rod and line in rivers, close season, bait, keep net',
  },
  {
    kind: 'fishing-licence',
    text: 'fishing with rod and line, two rods, bait and keep net, close season of rivers',
  },
  { kind: 'receipt', text: 'bait shop, two rods and a keep net, cash, change, thank you' },
  { kind: 'receipt', text: 'fish and chips, cash, change, thank you for your visit' },
]);
