import { type Box, boxAround } from '@dossierkit/core';
import { type Cell, rawOf, type Scene, type Span } from '../text/scene.js';
import type { Candidate } from './candidate.js';

/** A postal address as it is printed, with its strong part (postcode and town) read. */
export interface PrintedAddress {
  /** The lines from the street (or the building) to the town. */
  readonly lines: readonly string[];
  readonly postcode: string;
  readonly town: string;
  /** ISO 3166 alpha-2, from the form of the postcode; an empty text where several have this form. */
  readonly country: string;
  readonly [key: string]: string | readonly string[];
}

/** An address with the line above it, which mostly names who lives there. */
export interface AddressBlock extends Candidate<PrintedAddress> {
  readonly name?: Span;
}

const TOWN_LINE =
  /^(?:(f|fr|d|de|a|at|ch|l|lu|b|be)[ -]{1,3})?(\d{5}|\d{4}|\d{2} \d{3}) ([a-z][a-z .'\-/()]{1,60}?)(?: cedex(?: \d{1,2})?)?(?:,? (?:france|deutschland|germany|osterreich|austria|schweiz|suisse))?$/;
const UK_POSTCODE = /(?:^|[ ,])([a-z]{1,2}\d[a-z\d]?) ?(\d[a-z]{2})$/;
const UK_POSTCODE_FIRST = /^([a-z]{1,2}\d[a-z\d]?) ?(\d[a-z]{2}) ([a-z][a-z '-]{1,40})$/;
const INLINE = /(?:^|[ ,])(\d{5}) ([a-z][a-z'-]{1,30}(?: [a-z'-]{2,20}){0,4})(?: cedex(?: \d{1,2})?)?$/;
const STREET =
  /\b(?:rue|r|av|ave|avenue|bd|bld|boulevard|place|pl|allee|chemin|che|impasse|imp|route|rte|quai|cours|square|residence|lieu-?dit|hameau|passage|faubourg|street|st|road|rd|lane|close|drive|court|gardens|terrace|way|crescent|house|flat)\b|(?:str\.?|strasse|weg|platz|allee|gasse|ring|damm|ufer|chaussee|steig|hof)(?: \d|\b)/;
const BUILDING =
  /^(?:residence|res|batiment|bat|appartement|appt|apt|app|etage|esc|escalier|hall|entree|porte|chez|c\/o|lieu-?dit|lotissement|zone|za|zi|zac|flat|unit|floor|top|stiege|hinterhaus|immeuble|imm|tour|villa|hameau|le clos|clos|\d)\b/;
/** Flats, floors and houses with a name: "Garden Flat", "2. OG links", "Rose Cottage", "The Old Bakery". */
const BUILDING_LAST =
  /^the [a-z]|\b(?:flat|floor|house|cottage|apartment|studio|lodge|bakery|barn|mill|farm|rectory|vicarage|og|eg|dg|links|rechts|mitte)$/;
const TITLE = /^(?:m\.?|mm|mr|mrs|ms|miss|mme|mlle|monsieur|madame|mademoiselle|herrn?|frau|dr)(?:[ .]|$)/;
/** A line this many of its own heights lower begins another block. */
const LINE_STEP = 2.6;

/** Finds every postal address by its postcode line, and takes the lines above that stand in the same column. */
export function scanAddresses(scene: Scene): AddressBlock[] {
  return scene.cells.flatMap((begin) => {
    const cell = withSecondHalf(scene, begin);
    const town = townOf(foldedOf(scene, cell));
    if (!town) return [];
    const above = linesAbove(scene, cell);
    const first = town.inline ? cell : topOfAddress(scene, above);
    const before = first === cell ? above[0] : above[above.indexOf(first as Cell) + 1];
    const lines =
      first === undefined || first === cell
        ? [cell]
        : [...above.slice(0, above.indexOf(first) + 1).reverse(), cell];
    return [
      {
        first: cell.first,
        end: cell.end,
        parts: lines,
        // A whole address on one line is mostly a sender's.
        certainty:
          personalOf(scene, cell, before, first !== undefined) *
          (town.inline && town.country === '' ? 0.6 : 1),
        value: {
          lines: lines.map((line) => rawOf(scene, line)),
          postcode: town.postcode,
          town: town.town,
          country: town.country,
        },
        ...(before ? { name: before } : {}),
      },
    ];
  });
}

/** The halves of a British postcode may stand so far apart that they look like two columns. */
function withSecondHalf(scene: Scene, cell: Cell): Cell {
  const next = scene.cells[(scene.cellOf[cell.first] ?? 0) + 1];
  if (!next || next.line !== cell.line || next.box.x - cell.box.x - cell.box.width > HALVES_APART)
    return cell;
  const isPostcode = FIRST_HALF.test(foldedOf(scene, cell)) && SECOND_HALF.test(foldedOf(scene, next));
  return isPostcode ? { ...cell, end: next.end, box: boxAround([cell.box, next.box]) ?? cell.box } : cell;
}

const FIRST_HALF = /^[a-z]{1,2}\d[a-z\d]?$/;
const SECOND_HALF = /^\d[a-z]{2}$/;
/** In page widths: some three letters. */
const HALVES_APART = 0.03;

const OFFICE =
  /\b(?:finanzamt|amt|behorde|stadt|gemeinde|bank|banque|caisse|credit|agence|centre|service|services|direction|sip|tresor|gmbh|sarl|sas|sa|ag|kg|ltd|plc|limited|societe|entreprise|greffe|tribunal|urssaf|insee|energie|energy|power|stadtwerke|holding|cedex|bp|postfach|hmrc|council|company|imprimerie|boulangerie|garage)\b/;

/** How surely a block is the addressee's and not a sender's: who stands above the street, and where on the page. */
function personalOf(scene: Scene, town: Cell, name: Cell | undefined, hasStreet: boolean): number {
  const text = name ? foldedOf(scene, name) : '';
  const isPerson = /^[a-z][a-z'’.,\- ]{3,60}$/.test(text) && text.split(' ').length >= 2;
  const inWindow = town.box.y > 0.1 && town.box.y < 0.36;
  const score =
    (hasStreet ? 0.5 : 0.3) +
    (TITLE.test(text) ? 0.25 : 0) +
    (isPerson ? 0.15 : 0) +
    (inWindow ? 0.1 : 0) -
    (OFFICE.test(text) ? 0.3 : 0);
  return Math.max(0.1, Math.min(1, score));
}

/** The uppermost line of the address itself: the street, or a building, flat or "c/o" line above it. */
function topOfAddress(scene: Scene, above: readonly Cell[]): Cell | undefined {
  let at = above.findIndex((line) => isStreet(scene, line));
  if (at < 0) return undefined;
  for (; at + 1 < above.length; at++) {
    const text = foldedOf(scene, above[at + 1] as Cell);
    // A flat needs a street above it, also one without a word for street: "Große Bleiche 49, Wohnung 14".
    const isStreetOfFlat = BUILDING_ONLY.test(foldedOf(scene, above[at] as Cell)) && NUMBERED.test(text);
    if (!isPartOfAddress(text) && !isStreetOfFlat) break;
  }
  return above[at];
}

const BUILDING_ONLY =
  /^(?:wohnung|whg|appartement|appt|apt|app|flat|unit|top|stiege|etage|batiment|bat|\d{1,2}\. ?og)\b/;
const NUMBERED = /^\d|\d ?[a-z]?$/;

/** A flat or a building above the street; or the street itself, where a floor or a flat stands below it. */
function isPartOfAddress(text: string): boolean {
  if (TITLE.test(text)) return false;
  return BUILDING.test(text) || BUILDING_LAST.test(text) || (STREET.test(text) && / \d|\d /.test(text));
}

/** Whether a line begins as an address to a person does: Monsieur, Frau, Mr. */
export function startsWithTitle(scene: Scene, span: Span): boolean {
  return TITLE.test(foldedOf(scene, span));
}

function isStreet(scene: Scene, cell: Cell): boolean {
  const text = foldedOf(scene, cell);
  return /\d/.test(text) || STREET.test(text);
}

function foldedOf(scene: Scene, span: Span): string {
  let text = '';
  for (let at = span.first; at < Math.min(span.end, span.first + 16); at++) {
    text += `${at > span.first ? ' ' : ''}${scene.words[at]?.folded ?? ''}`;
  }
  return text;
}

interface Town {
  readonly postcode: string;
  readonly town: string;
  readonly country: string;
  /** Whether the street stands on the same line. */
  readonly inline: boolean;
}

function townOf(text: string): Town | undefined {
  const plain = TOWN_LINE.exec(text);
  if (plain) {
    const postcode = (plain[2] as string).replace(' ', '');
    return {
      postcode,
      town: capital(plain[3] as string),
      country: countryOf(plain[1]),
      inline: false,
    };
  }
  const uk = UK_POSTCODE.exec(text);
  if (uk) {
    const before = text.slice(0, uk.index).split(',').at(-1)?.trim() ?? '';
    const town = /^[a-z][a-z '-]{1,40}$/.test(before) ? capital(before) : '';
    return { postcode: `${uk[1]} ${uk[2]}`.toUpperCase(), town, country: 'GB', inline: text.includes(',') };
  }
  // Cards write it before the town, as on the continent.
  const first = UK_POSTCODE_FIRST.exec(text);
  if (first) {
    const postcode = `${first[1]} ${first[2]}`.toUpperCase();
    return { postcode, town: capital(first[3] as string), country: 'GB', inline: false };
  }
  const inline = INLINE.exec(text);
  if (!inline || !STREET.test(text.slice(0, inline.index + 1))) return undefined;
  return { postcode: inline[1] as string, town: capital(inline[2] as string), country: '', inline: true };
}

function countryOf(prefix: string | undefined): string {
  if (!prefix) return '';
  return { f: 'FR', d: 'DE', a: 'AT', l: 'LU', b: 'BE' }[prefix] ?? prefix.toUpperCase();
}

const capital = (town: string): string => town.trim().toUpperCase();

/** The cells above in the same column, the nearest first, at most five. */
function linesAbove(scene: Scene, from: Cell): Cell[] {
  const lines: Cell[] = [];
  let below = from;
  for (let at = (scene.cellOf[from.first] ?? 0) - 1; at >= 0 && lines.length < 5; at--) {
    const cell = scene.cells[at] as Cell;
    if (cell.page !== from.page) break;
    if (cell.line === below.line || !isSameColumn(cell.box, below.box)) continue;
    const step = below.box.y - cell.box.y;
    if (step <= 0) continue;
    if (step > LINE_STEP * Math.max(below.box.height, cell.box.height)) break;
    lines.push(cell);
    below = cell;
  }
  return lines;
}

function isSameColumn(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) < 0.025 || Math.abs(a.x + a.width / 2 - (b.x + b.width / 2)) < 0.02;
}
