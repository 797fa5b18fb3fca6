import { rawOf, type Scene, type Span } from '../text/scene.js';
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
    const { first, end, titled } = withoutTitle(scene, name);
    const value = rawOf(scene, { first, end }).replace(/[,;:]+$/, '');
    if (
      /\d/.test(value) ||
      FORM_LABEL.test(value) ||
      value.replace(/[^\p{L}]/gu, '').length < 3 ||
      end - first > 8
    )
      continue;
    const certainty = titled ? 0.95 : end - first >= 2 ? personal : personal / 2;
    if (!best || certainty > best.certainty) best = { first, end, value, certainty };
  }
  return best;
}

/** The name without "M." or "Frau". A title may stand so far from its name that it looks like a column of its own. */
function withoutTitle(scene: Scene, name: Span): Span & { readonly titled: boolean } {
  const titled = startsWithTitle(scene, name);
  const next = scene.cells[(scene.cellOf[name.first] ?? 0) + 1];
  const isAlone = titled && name.end - name.first === 1 && next?.line === scene.words[name.first]?.line;
  const end = isAlone && next ? next.end : name.end;
  let { first } = name;
  while (first < end - 1 && startsWithTitle(scene, { first, end: first + 1 })) first++;
  return { first, end, titled };
}
