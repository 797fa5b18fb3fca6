import { defineKindProfile, KIND_PROFILES, type KindProfile } from '@dossierkit/doc-classifier';

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
