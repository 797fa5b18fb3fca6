import { optional } from '../internal/optional.js';
import type { CompanyFacts } from './evidence.js';

/** A legal form by its code, its label or both; nothing where the register gives neither. */
export function legalForm(code: string | undefined, label?: string): Pick<CompanyFacts, 'legalForm'> {
  if (code === undefined && label === undefined) return {};
  return { legalForm: { ...optional('code', code), ...optional('label', label) } };
}
