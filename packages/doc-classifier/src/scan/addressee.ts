import { rawOf, type Scene } from '../text/scene.js';
import { scanAddresses, startsWithTitle } from './addresses.js';
import type { Candidate } from './candidate.js';

/** In a form the line above the street is the label of the street. */
const FORM_LABEL =
  /(?:^|[^\p{L}])(?:stra(?:ß|ss)e|hausnummer|anschrift|postleitzahl|wohnort|plz|adresse|address|voie|code postal|postcode|street)(?:[^\p{L}]|$)/iu;

/** The person an address block is made out to: the line above the street, best one with a title. */
export function scanAddressee(scene: Scene): Candidate<string> | undefined {
  let best: Candidate<string> | undefined;
  for (const { name, certainty: personal } of scanAddresses(scene)) {
    if (!name) continue;
    let { first } = name;
    const titled = startsWithTitle(scene, name);
    while (first < name.end - 1 && startsWithTitle(scene, { first, end: first + 1 })) first++;
    const value = rawOf(scene, { first, end: name.end }).replace(/[,;:]+$/, '');
    if (
      /\d/.test(value) ||
      FORM_LABEL.test(value) ||
      value.replace(/[^\p{L}]/gu, '').length < 3 ||
      name.end - first > 8
    )
      continue;
    const certainty = titled ? 0.95 : name.end - first >= 2 ? personal : personal / 2;
    if (!best || certainty > best.certainty) best = { first, end: name.end, value, certainty };
  }
  return best;
}
