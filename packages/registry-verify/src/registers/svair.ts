import { optional } from '../internal/optional.js';
import { type Adapter, isRaw } from './adapter.js';
import { birthOf } from './dates.js';
import type { PersonName, TaxNoticeFacts } from './evidence.js';
import { personNames } from './person-names.js';
import { inconclusive, notFound, type RawAnswer, type Reading, readStatus } from './reading.js';

/**
 * The tax authority's page for checking notices (service de vérification des avis, once SVAIR). A page for people: since
 * 28 April 2023 it says only whether the notice is the latest; older recordings carry the figures too.
 *
 * Runs where cookies can be set by hand (servers); a browser would need a proxy.
 *
 * @see https://cfsmsp.impots.gouv.fr/secavis/
 */
export const svair: Adapter = {
  id: 'svair',
  name: 'Service de vérification des avis (DGFiP)',
  baseUrl: 'https://cfsmsp.impots.gouv.fr',
  authoritativeFor: ['tax-notice'],
  cost: 1,
  // Not published; the page locks those out who ask fast.
  limit: { requests: 1, perMs: 1000 },
  accepts: (question) => question.kind === 'tax-notice',
  ask: async (question, send) => {
    if (question.kind !== 'tax-notice') return inconclusive('refused');
    const entry = await send({ method: 'GET', path: '/secavis/', endpoint: 'GET /secavis/' });
    if (!isRaw(entry)) return entry;
    const form = formOf(entry.body);
    if (!form)
      return readSvair(entry).outcome === 'inconclusive' ? readSvair(entry) : inconclusive('changed-shape');
    const fields = { [form.number]: question.numeroFiscal, [form.reference]: question.referenceAvis };
    const cookie = (entry.headers['set-cookie'] ?? '').split(';')[0];
    const answer = await send({
      method: 'POST',
      path: form.action,
      endpoint: 'POST /secavis/',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...(cookie ? { cookie } : {}) },
      body: new URLSearchParams({ ...form.hidden, ...fields }).toString(),
    });
    return isRaw(answer) ? readSvair(answer) : answer;
  },
};

const HOUR_MS = 3_600_000;

/** Reads the page that follows the form. */
export function readSvair(raw: RawAnswer): Reading {
  const status = readStatus(raw);
  if (status) return status;
  // Pictures and scripts carry words of their own ("Avis_Sans_Correctif" in a counter).
  const page = raw.body.replace(/<script[\s\S]*?<\/script>/gi, ' ').replace(/<(img|input)\b[^>]*>/gi, ' ');
  // Without its end a page may lack the line that decides.
  if (raw.status === 404 || !/<html[\s\S]*<\/html>/i.test(page)) return inconclusive('changed-shape');
  if (/class="interdit"|acc[eè]s interdit/i.test(page)) return inconclusive('rate-limited', HOUR_MS);
  if (/id="nonTrouve"[^>]*>\s*[^<\s]/i.test(page)) return notFound(['#nonTrouve']);
  const rows = rowsOf(page);
  const text = textOf(page);
  const superseded = SUPERSEDED.test(text);
  const certified = /certifie l['’ ]authenticit/i.test(text) && rows.size > 0;
  const latest =
    /correspond(ent)? (bien )?([aà]u?x? )?(la |le |l')?derni(er|[eè]re)|est (bien )?le dernier avis/i.test(
      text,
    );
  if (!certified && !superseded && !latest) {
    const isForm = formOf(raw.body) !== undefined;
    return inconclusive(isForm ? 'changed-shape' : 'maintenance-page', HOUR_MS);
  }
  const taxNotice = noticeOf(rows, text, superseded);
  return { outcome: 'found', taxNotice, fieldsUsed: [...rows.keys()], maskedFields: [] };
}

const SUPERSEDED =
  /avis (d['’ ]imp[oô]t )?correctif|a [eé]t[eé] (corrig[eé]|remplac[eé]|modifi[eé])|ne correspond(ent)? (pas|plus) |n['’ ]est (pas|plus) le dernier|avis plus r[eé]cent/i;

function noticeOf(
  rows: ReadonlyMap<string, readonly string[]>,
  text: string,
  superseded: boolean,
): TaxNoticeFacts {
  const years = /imp[oô]t\s+(\d{4})\s+sur les revenus de l['’ ]ann[eé]e\s+(\d{4})/i.exec(text);
  const amount = (label: string): number | undefined => eurosOf(rows.get(label)?.[0]);
  return {
    ...optional('taxYear', years?.[1]),
    ...optional('incomeYear', years?.[2]),
    superseded,
    partial: /situation\s+(\d{4}\s+)?partielle/i.test(text),
    declarants: [0, 1].map((column) => declarantOf(rows, column)).filter((person) => person !== undefined),
    ...optional('referenceIncomeEuros', amount('revenu fiscal de référence')),
    ...optional('taxEuros', amount("montant de l'impôt")),
    ...optional('householdShares', numberOf(rows.get('nombre de part(s)')?.[0])),
    ...optional('address', addressOf(rows)),
  };
}

function declarantOf(rows: ReadonlyMap<string, readonly string[]>, column: number): PersonName | undefined {
  const cell = (label: string): string | undefined => rows.get(label)?.[column] || undefined;
  const family = cell('nom') ?? cell('nom de naissance');
  if (family === undefined) return undefined;
  const birth = birthOf(cell('date de naissance'));
  return { ...personNames(family, cell('prénom(s)'), cell('nom de naissance')), ...optional('birth', birth) };
}

function addressOf(rows: ReadonlyMap<string, readonly string[]>): string | undefined {
  const start = [...rows.keys()].findIndex((label) => label.startsWith('adresse déclarée'));
  if (start < 0) return undefined;
  const lines = [...rows.entries()]
    .slice(start, start + 4)
    .filter(([label], at) => at === 0 || label.startsWith('#'));
  const parts = lines.flatMap(([, cells]) => cells.filter((cell) => cell !== ''));
  return parts.length > 0 ? parts.join(' ') : undefined;
}

/** The rows of the page's tables by their first cell in lower case; rows without a label as `#1`, `#2`. */
function rowsOf(page: string): Map<string, readonly string[]> {
  const rows = new Map<string, readonly string[]>();
  let unlabelled = 0;
  for (const [, row = ''] of page.matchAll(/<tr\b[^>]*>([\s\S]*?)<\/tr>/gi)) {
    const [label, ...cells] = [...row.matchAll(/<td\b[^>]*>([\s\S]*?)<\/td>/gi)].map(([, cell = '']) =>
      textOf(cell),
    );
    if (label === undefined || cells.length === 0) continue;
    rows.set(label === '' ? `#${++unlabelled}` : label.toLowerCase().replace(/’/g, "'"), cells);
  }
  return rows;
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&#39;|&rsquo;|&apos;/g, "'")
    .replace(/&eacute;/g, 'é')
    .replace(/&euro;/g, '€')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

const numberOf = (text: string | undefined): number | undefined =>
  text && /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined;

/** `17 580 €` as 17580; words such as "Non imposable" have no amount. */
function eurosOf(text: string | undefined): number | undefined {
  const digits = text?.replace(/[\s€]/g, '');
  return digits && /^-?\d+$/.test(digits) ? Number(digits) : undefined;
}

interface Form {
  readonly action: string;
  readonly number: string;
  readonly reference: string;
  readonly hidden: Readonly<Record<string, string>>;
}

/** The form of the page, whose field names carry a prefix that changes. */
function formOf(html: string): Form | undefined {
  const action = /<form\b[^>]*\baction="(\/[^"]*)"/i.exec(html)?.[1];
  const inputs = [...html.matchAll(/<input\b[^>]*>/gi)].map(([tag]) => ({
    type: attribute(tag, 'type'),
    name: attribute(tag, 'name'),
    value: attribute(tag, 'value'),
  }));
  const number = inputs.find((input) => input.name.endsWith(':spi'))?.name;
  const reference = inputs.find((input) => input.name.endsWith(':num_facture'))?.name;
  if (action === undefined || number === undefined || reference === undefined) return undefined;
  const hidden = inputs.filter(
    (input) => (input.type === 'hidden' || input.type === 'submit') && input.name !== '',
  );
  return {
    action,
    number,
    reference,
    hidden: Object.fromEntries(hidden.map(({ name, value }) => [name, value])),
  };
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(tag)?.[1] ?? '';
