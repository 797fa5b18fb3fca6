import type { BundledDossier } from '../bundle.js';
import { exportSubjectKey, type SubjectKeys } from '../personal-data.js';

/** The keys of all persons whose data these dossiers hold, where they still exist. */
export async function disclose(
  dossiers: readonly BundledDossier[],
  keys: SubjectKeys,
): Promise<Record<string, string>> {
  const subjects = new Set(
    dossiers.flatMap(({ entries }) => entries.flatMap(({ sealed }) => sealed.map(({ subject }) => subject))),
  );
  const disclosed: Record<string, string> = {};
  for (const subject of [...subjects].sort()) {
    const key = await keys.find(subject);
    if (key) disclosed[subject] = await exportSubjectKey(key);
  }
  return disclosed;
}
