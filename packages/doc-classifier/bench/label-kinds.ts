import { KIND_PROFILES } from '../src/index.js';

/**
 * Which kinds are right for a label, by words that the label has. Labels are written by many hands; the first rule whose
 * words are all there decides. A label that no rule knows is a kind that the project does not have: `unknown` is right.
 */
const RULES: readonly (readonly [words: RegExp, kinds: readonly string[]])[] = [
  // A Swiss QR bill is an invoice with a payment part; the payment part alone is none.
  [/qr_(bill|rechnung|facture)/, ['invoice', 'unknown']],
  [/certificat_(rge|cibtp|qualibat)|rge|qualibat|cibtp/, ['unknown']],
  [/student_card|carte_etudiant|studentenausweis/, ['student-card']],
  [/bourse|scholarship|bafog/, ['scholarship']],
  [/etudiant|student|scolarite|immatrikulation|enrol/, ['student-certificate']],
  [/situation_declarative|asdir/, ['fr-tax-declaration-statement']],
  [/fonciere|property_tax/, ['fr-property-tax']],
  [/habitation|housing_tax/, ['fr-housing-tax']],
  [/vorauszahlung|prepayment/, ['de-tax-prepayment-notice']],
  [/steuererklarung|steuererklaerung/, ['de-tax-declaration']],
  [/steuerbescheid/, ['de-tax-notice']],
  [/declaration.*(revenu|impot)|2042|fr.*tax.*(declaration|return)/, ['fr-tax-declaration']],
  [/avis.*(impo|imposition)|tax_notice/, ['fr-tax-notice', 'de-tax-notice']],
  [/lohnsteuerbescheinigung|jahres/, ['de-annual-payslip']],
  [
    /bulletin|fiche_(de_)?paie|payslip|gehaltsabrechnung|salaire|pay_?stub/,
    ['fr-payslip', 'de-payslip', 'gb-payslip'],
  ],
  [
    /releve.*compte|bank_statement|kontoauszug/,
    ['fr-bank-statement', 'de-bank-statement', 'gb-bank-statement'],
  ],
  [/\brib\b|^rib|_rib|bank_details|iban/, ['fr-bank-details']],
  [/kbis|extrait|company_extract/, ['fr-company-extract']],
  [/handelsregister/, ['de-company-extract']],
  [/sirene|insee/, ['fr-sirene-notice']],
  [/urssaf|vigilance/, ['fr-urssaf-certificate']],
  [/quittance|rent_receipt|loyer/, ['rent-receipt']],
  [/meldebescheinigung|registration_certificate/, ['de-registration-certificate']],
  [
    /facture_(edf|engie|electricite|gaz|eau|internet|mobile|energie)|utility|electricity|energy_bill|stromrechnung/,
    ['fr-utility-bill', 'de-utility-bill', 'gb-utility-bill'],
  ],
  [/contrat_(de_)?travail|employment_contract|arbeitsvertrag/, ['employment-contract']],
  [/pension|retraite|rente/, ['pension-notice']],
  [/order|commande|auftrag/, ['order-confirmation']],
  [/devis|quote|angebot/, ['quote']],
  [/ticket|receipt|kassenbon/, ['receipt']],
  [/invoice|facture|rechnung/, ['invoice', 'fr-utility-bill', 'de-utility-bill', 'gb-utility-bill']],
  [/passe?port|reisepass/, ['passport']],
  [/cni_old|old_cni|ancienne_cni|cni_ancien/, ['fr-id-card-old']],
  [/(cni|id_?card|identity|ausweis).*(back|verso|ruckseite)/, ['id-card-back']],
  [/(cni|id_?card|identity|ausweis).*(front|recto|vorderseite)/, ['id-card-front']],
  [
    /cni|id_?card|identity_card|personalausweis|identite/,
    ['id-card-front', 'id-card-back', 'fr-id-card-old'],
  ],
  [/titre_sejour|residence_permit|aufenthalt/, ['residence-permit']],
  [/permis|driving|driver|fuhrerschein/, ['driving-licence']],
  [/visa/, ['visa']],
];

/** The kinds that are right for a label; `['unknown']` where the project has none. */
export function kindsOfLabel(label: string): readonly string[] {
  const plain = label
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s-]+/g, '_');
  const exact = plain.replace(/_/g, '-');
  if (KIND_PROFILES.some(({ kind }) => kind === exact)) return [exact];
  return RULES.find(([words]) => words.test(plain))?.[1] ?? ['unknown'];
}
