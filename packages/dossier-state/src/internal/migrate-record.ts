import type { ProductRef } from '../product.js';
import type { DossierRecord } from './reduce.js';

/** Puts a dossier on another version of its product. Documents and waivers follow requirements that were renamed. */
export function migrateRecord(
  record: DossierRecord,
  to: ProductRef,
  renamed: Readonly<Record<string, string>> = {},
): DossierRecord {
  const follow = (requirement: string): string => {
    const [id = '', ...subject] = requirement.split(':');
    const next = Object.hasOwn(renamed, id) ? (renamed[id] as string) : id;
    return [next, ...subject].join(':');
  };
  return {
    ...record,
    product: to,
    submissions: record.submissions.map((each) => ({ ...each, requirement: follow(each.requirement) })),
    waivers: record.waivers.map((each) => ({ ...each, requirement: follow(each.requirement) })),
  };
}
