import type { FieldSpecInput, KindProfileInput } from '../profile.js';

/** One of the last four months, the running one after its middle. */
export const recent: Extract<NonNullable<KindProfileInput['age']>, { rule: 'recent-months' }> = {
  rule: 'recent-months',
  field: 'period',
  outOf: 4,
  movesAfterDay: 15,
};

/** The month that is paid for. */
export const period = (labels: string[] = []): FieldSpecInput => ({
  name: 'period',
  type: 'period',
  wanted: true,
  unlabelled: 'top',
  labels: [
    'période de paie',
    'période',
    'période du',
    'paie du',
    'bulletin de paie',
    'bulletin de salaire',
    'mois',
    'mois de',
    'abrechnungsmonat',
    'abrechnung für',
    'abrechnungszeitraum',
    'abrechnung der brutto netto bezüge',
    'für',
    'monat',
    'zeitraum',
    'entgeltabrechnung',
    'gehaltsabrechnung',
    'lohnabrechnung',
    'verdienstabrechnung',
    'pay period',
    'period',
    'pay period ending',
    'payslip for',
    'payslip',
    'month',
    'pay month',
    ...labels,
  ],
  not: ["date d'entrée", 'ancienneté', 'eintritt', 'cumul', 'acquis'],
});
