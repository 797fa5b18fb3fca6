import type { CheckReport } from '@dossierkit/core';
import {
  type CompanyVerification,
  type RegistryFinding,
  type TaxNoticeVerification,
  type VatVerification,
  type VerifyOptions,
  verifyCompany,
  verifyTaxNotice,
  verifyVatNumber,
} from '@dossierkit/registry-verify';
import type { ExaminedField } from '../examination.js';

/** What registers said about one thing on a document. */
export type RegisterReport = CheckReport<
  CompanyVerification | TaxNoticeVerification | VatVerification,
  RegistryFinding
>;

type Ask = (options: VerifyOptions) => Promise<RegisterReport>;

/** The one question about a document that registers can answer; nothing where what is needed for it was not read. */
export function questionFor(kind: string, fields: readonly ExaminedField[]): Ask | undefined {
  const textOf = (name: string): string | undefined => {
    const value = fields.find((field) => field.name === name)?.value;
    return typeof value === 'string' ? value : undefined;
  };
  const [numeroFiscal, referenceAvis] = [textOf('taxNumber'), textOf('noticeReference')];
  if (kind === 'fr-tax-notice' && numeroFiscal && referenceAvis) {
    const incomeYear = textOf('incomeYear');
    const claim = { numeroFiscal, referenceAvis, ...(incomeYear !== undefined && { incomeYear }) };
    return (options) => verifyTaxNotice(claim, options);
  }
  const [siret, siren, vat] = [textOf('siret'), textOf('siren'), textOf('vat')];
  const name = textOf('companyName') ?? textOf('employer');
  const named = name !== undefined && { name };
  if (siret) return (options) => verifyCompany({ siret, ...named }, options);
  if (siren) return (options) => verifyCompany({ siren, ...named }, options);
  return vat ? (options) => verifyVatNumber({ vat }, options) : undefined;
}
