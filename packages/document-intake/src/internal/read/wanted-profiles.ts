import { KIND_PROFILES, type KindProfile } from '@dossierkit/doc-classifier';
import type { Expectation } from '../../expectation.js';

/** How many different lists are kept for one list of profiles: a host has a few requirements. */
const KEPT = 16;
/** The same list for the same wish, because the classifier keeps what it prepares for one. */
const known = new WeakMap<readonly KindProfile[], Map<number, readonly KindProfile[]>>();

/** The profiles, with the age that is wanted in place of their own. */
export function wantedProfiles(
  { maxAgeMonths }: Expectation,
  profiles: readonly KindProfile[] = KIND_PROFILES,
): readonly KindProfile[] {
  if (maxAgeMonths === undefined) return profiles;
  const lists = known.get(profiles) ?? new Map<number, readonly KindProfile[]>();
  known.set(profiles, lists);
  const list = lists.get(maxAgeMonths) ?? profiles.map((profile) => aged(profile, maxAgeMonths));
  lists.set(maxAgeMonths, list);
  if (lists.size > KEPT) lists.delete(lists.keys().next().value as number);
  return list;
}

/** The official source of a rule is none for what the host wishes instead. */
function aged(profile: KindProfile, months: number): KindProfile {
  const { age } = profile;
  return age.rule === 'max-age'
    ? { ...profile, age: { rule: 'max-age', field: age.field, months } }
    : profile;
}
