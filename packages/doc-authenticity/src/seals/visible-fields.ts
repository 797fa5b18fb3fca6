/** What of a seal can be compared with the page or the form. */
export type ComparedField =
  | 'incomeYear'
  | 'declarant1'
  | 'declarant2'
  | 'taxNumber1'
  | 'taxNumber2'
  | 'taxNoticeReference'
  | 'referenceIncome'
  | 'address'
  | 'postcode'
  | 'town'
  | 'name'
  | 'iban'
  | 'bic'
  | 'invoiceAmount'
  | 'netPay'
  | 'netTaxablePay'
  | 'birthDate';

/**
 * What the page or a form says, as plain text: as it stands there, in any of the usual ways to write it. Days as
 * `YYYY-MM-DD` or `DD/MM/YYYY`, amounts with comma or point.
 */
export type VisibleFields = Readonly<Partial<Record<ComparedField, string>>>;
