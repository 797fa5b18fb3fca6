import { defineProduct, type Product } from '@dossierkit/dossier-state';

/** What this bank asks for, as data. */
export const product: Product = defineProduct({
  id: 'current-account',
  version: '1',
  zone: 'Europe/Paris',
  requirements: [
    {
      id: 'identity',
      label: { en: 'Identity document', fr: 'Pièce d’identité', de: 'Ausweis', ar: 'وثيقة هوية' },
      kinds: ['passport', 'id-card-back', 'id-card-front', 'residence-permit', 'fr-id-card-old'],
    },
    {
      id: 'address',
      label: {
        en: 'Proof of address, under three months old',
        fr: 'Justificatif de domicile de moins de trois mois',
        de: 'Adressnachweis, nicht älter als drei Monate',
        ar: 'إثبات السكن، عمره أقل من ثلاثة أشهر',
      },
      kinds: ['fr-utility-bill', 'de-utility-bill', 'gb-utility-bill', 'rent-receipt'],
      validDays: 92,
    },
    {
      id: 'income',
      label: {
        en: 'Latest income tax notice',
        fr: 'Dernier avis d’impôt sur le revenu',
        de: 'Letzter Einkommensteuerbescheid',
        ar: 'آخر إشعار ضريبة الدخل',
      },
      kinds: ['fr-tax-notice', 'de-tax-notice'],
    },
  ],
});
