import type { PlainDate } from '@dossierkit/core';

/** The families of visible digital seals that are read. */
export type SealFamily = '2d-doc' | 'vds';

/** What a field says, where it is one of the common ones. */
export type SealFieldName =
  | 'accountHolder'
  | 'address'
  | 'addressLine'
  | 'beneficiary'
  | 'beneficiaryGivenName'
  | 'beneficiarySurname'
  | 'beneficiaryTitle'
  | 'bic'
  | 'birthDate'
  | 'birthPlace'
  | 'collectionDate'
  | 'contractNumber'
  | 'contractSigned'
  | 'contractStart'
  | 'country'
  | 'customerNumber'
  | 'declarant1'
  | 'declarant2'
  | 'employer'
  | 'employerSiret'
  | 'expiryDate'
  | 'givenName'
  | 'givenNames'
  | 'grossPay'
  | 'iban'
  | 'identityDocumentKind'
  | 'identityDocumentNumber'
  | 'incomeTax'
  | 'incomeYear'
  | 'invoiceAmount'
  | 'invoiceNumber'
  | 'invoiceRecipient'
  | 'mrz'
  | 'nationality'
  | 'netPay'
  | 'netTaxablePay'
  | 'netTaxablePayYearToDate'
  | 'payPeriodEnd'
  | 'payPeriodStart'
  | 'postcode'
  | 'referenceIncome'
  | 'remainingDue'
  | 'sex'
  | 'surname'
  | 'taxNoticeReference'
  | 'taxNumber1'
  | 'taxNumber2'
  | 'taxShares'
  | 'town'
  | 'usedSurname'
  | 'withheld';

/** One field of a seal. */
export interface SealField {
  /** As the specification writes it: two characters in 2D-Doc, two hexadecimal digits in a binary seal. */
  readonly id: string;
  /** `null` where this package has no word for the field. */
  readonly name: SealFieldName | null;
  /** Text as it stands in the seal; of a binary seal the bytes in hexadecimal where they are not text. */
  readonly value: string;
  /** The issuer cut the value to fit. */
  readonly truncated: boolean;
  /** The field is in this package's table. Specifications grow every year; an unknown field is kept as it is. */
  readonly known: boolean;
  /** The value has the length that the table asks for. Always true for unknown fields. */
  readonly wellFormed: boolean;
}

/** A visible digital seal, read but not verified. Plain JSON. */
export interface Seal {
  readonly family: SealFamily;
  /** The version of the header: 1 to 4. */
  readonly version: number;
  readonly encoding: 'text' | 'binary';
  /** The certification authority, for example `FR03`. `FR00` is the public test authority of 2D-Doc. */
  readonly authority: string;
  /** The certificate of that authority, by its name, for example `0001`. */
  readonly certificate: string;
  /** The issuing country where the header has one: 2 letters in text, 3 in binary. */
  readonly country: string | null;
  /** The day that the document was issued; `null` where the seal has none. */
  readonly issuedOn: PlainDate | null;
  /** The day that the seal was signed; `null` where the header does not hold a day. */
  readonly signedOn: PlainDate | null;
  /** As the specification writes it, for example `04` for a French tax notice. */
  readonly documentType: string;
  readonly perimeter: string | null;
  /** What the signature covers. */
  readonly fields: readonly SealField[];
  /** What follows the signature in a version 4 text seal. **Not signed**: anybody can write it. */
  readonly unsignedFields: readonly SealField[];
  /** The exact bytes under the signature, in base64. */
  readonly signedBytes: string;
  /** r and s one after the other (IEEE P1363), in base64: 64, 96 or 132 bytes. */
  readonly signature: string;
}
