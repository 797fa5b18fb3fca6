import { defineProduct, type Product } from '@dossierkit/dossier-state';

/** What this service asks for: change it, and migrate open dossiers with `planMigration`. */
export const product: Product = defineProduct({
  id: 'consumer-credit',
  version: '1',
  zone: 'Europe/Paris',
  questions: {
    employment: { type: 'choice', options: ['employee', 'self-employed'] },
    amount: { type: 'number', min: 500, max: 75_000 },
  },
  requirements: [
    {
      id: 'identity',
      label: { en: 'Proof of identity', fr: 'Pièce d’identité', de: 'Ausweis', ar: 'إثبات الهوية' },
      kinds: ['passport', 'identity-card'],
      waivable: false,
    },
    {
      id: 'address',
      label: {
        en: 'Proof of address',
        fr: 'Justificatif de domicile',
        de: 'Adressnachweis',
        ar: 'إثبات العنوان',
      },
      kinds: ['utility-bill'],
      validDays: 90,
    },
    {
      id: 'payslip',
      label: { en: 'Payslips', fr: 'Bulletins de salaire', de: 'Gehaltsabrechnungen', ar: 'قسائم الراتب' },
      when: { not: { answer: 'employment', is: 'self-employed' } },
      kinds: ['payslip'],
      count: 3,
      months: { within: 3 },
      alternatives: [{ kinds: ['tax-notice'] }],
    },
  ],
  decision: { fourEyes: ['approve'], fourEyesWhen: { answer: 'amount', atLeast: 10_000 } },
});
