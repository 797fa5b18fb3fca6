/** Month names and usual short forms, without accents, in French, German, Austrian, English and Dutch. */
const NAMES: readonly string[] = [
  'janvier janv januar jan janner jaenner january januari',
  'fevrier fevr fev februar feb feber february februari',
  'mars marz maerz mrz march mar maart',
  'avril avr april apr',
  'mai may mei',
  'juin juni jun june',
  'juillet juil juli jul july',
  'aout august aug augustus',
  'septembre sept sep september',
  'octobre oct oktober okt october',
  'novembre nov november',
  'decembre dec dezember dez december',
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
);
const LONG = [...MONTHS].filter(([name]) => name.length >= 5);

/** The month (1 to 12) of a folded name, also one with a wrong, lost or added letter where the name is long. */
export function monthOf(name: string): number | undefined {
  const known = MONTHS.get(name);
  if (known !== undefined || name.length < 4 || name.length > 11) return known;
  const near = new Set(LONG.filter(([long]) => isOneEditAway(long, name)).map(([, month]) => month));
  return near.size === 1 ? [...near][0] : undefined;
}

/** Whether one replaced, added or removed letter makes `a` of `b`. */
function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  if (a.length === b.length) return a.slice(at + 1) === b.slice(at + 1);
  return a.length > b.length ? a.slice(at + 1) === b.slice(at) : a.slice(at) === b.slice(at + 1);
}
