import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { timestamp } from '@dossierkit/core';
import { parse as parseYaml } from 'yaml';
import type { Areas, Evaluate } from '../../../scripts/evaluation.js';
import { parseRegisterAnswer, type RegisterAnswer, type RegisterId } from '../src/index.js';
import type { Question } from '../src/registers/question.js';
import type { RawAnswer } from '../src/registers/reading.js';

/** The folders of recordings by the register whose answers they hold; the longest matching start counts. */
const REGISTERS: readonly (readonly [string, RegisterId])[] = [
  ['recherche-entreprises', 'recherche-entreprises'],
  ['sirene', 'sirene'],
  ['insee', 'sirene'],
  ['inpi', 'inpi-rne'],
  ['rne', 'inpi-rne'],
  ['api-entreprise', 'api-entreprise'],
  ['api-particulier', 'api-particulier'],
  ['impot', 'api-particulier'],
  ['vies', 'vies'],
  ['gleif', 'gleif'],
  ['companies-house', 'companies-house'],
  ['uk', 'companies-house'],
  ['ban', 'base-adresse-nationale'],
  ['base-adresse', 'base-adresse-nationale'],
  ['adresse', 'base-adresse-nationale'],
  ['geo', 'base-adresse-nationale'],
  ['zefix', 'zefix'],
  ['svair', 'svair'],
];

interface Payload {
  readonly file: string;
  readonly registry: string;
}

interface Case {
  readonly file: string;
  readonly registry: string;
  readonly parsed: boolean;
  readonly outcomes: readonly string[];
}

const evaluate: Evaluate = async (path, progress) => {
  const payloads = JSON.parse(readFileSync(join(path, 'payloads.json'), 'utf8')) as Payload[];
  const cases = payloads.map((payload): Case => {
    progress(payload.file);
    return gradePayload(path, payload);
  });
  const byRegistry = Object.groupBy(cases, (each) => each.registry.split('/')[0] ?? '');
  const lines = Object.entries(byRegistry).map(([registry, group = []]) => {
    const counts = new Map<string, number>();
    for (const outcome of group.flatMap((each) => each.outcomes))
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    const detail = [...counts].sort().map(([outcome, count]) => `${outcome} ${count}`);
    return `${registry}: ${group.filter((each) => each.parsed).length}/${group.length} (${detail.join(', ')})`;
  });
  const parsed = cases.filter((each) => each.parsed).length;
  const failed = cases
    .filter((each) => !each.parsed)
    .map((each) => `not parsed: ${each.file} (${each.outcomes})`);
  const count = (test: (outcome: string) => boolean): number =>
    cases.filter((each) => each.outcomes.some(test)).length;
  return {
    lines: [
      ...lines,
      ...failed,
      `with evidence ${count((o) => !o.startsWith('inconclusive'))}, inconclusive with a reason ${count((o) => o.startsWith('inconclusive'))}`,
    ],
    figure: `parsed ${parsed}/${cases.length}`,
    cases,
  };
};

export const areas: Areas = { registry: evaluate };

function gradePayload(path: string, { file, registry }: Payload): Case {
  const id = REGISTERS.find(([start]) => registry.startsWith(start))?.[1];
  const full = join(path, file);
  if (!id || !existsSync(full))
    return { file, registry, parsed: false, outcomes: [id ? 'missing file' : 'unsupported'] };
  try {
    const outcomes = rawAnswers(file, readFileSync(full, 'utf8')).flatMap((raw) => gradeAnswer(id, raw));
    return {
      file,
      registry,
      parsed: outcomes.length > 0 && outcomes.every((each) => !each.startsWith('!')),
      outcomes,
    };
  } catch (error) {
    return { file, registry, parsed: false, outcomes: [`! ${String(error)}`] };
  }
}

/** Recordings are the answer itself, a YAML with status and payload, or a cassette of several exchanges. */
function rawAnswers(file: string, text: string): RawAnswer[] {
  const raw = (status: number, body: string): RawAnswer => ({
    status,
    headers: {},
    body,
    at: timestamp('2026-01-01T12:00:00Z'),
  });
  if (/\.ya?ml$/.test(file)) {
    const recording = parseYaml(indentBodies(text)) as {
      status?: number;
      payload?: string | object;
      http_interactions?: { response: { status: { code: number }; body: { string: string } } }[];
    };
    if (recording.http_interactions) {
      return recording.http_interactions.map(({ response }) =>
        raw(response.status.code, response.body.string),
      );
    }
    const { payload = '' } = recording;
    return [raw(recording.status ?? 200, typeof payload === 'string' ? payload : JSON.stringify(payload))];
  }
  if (!file.endsWith('.json')) return [raw(200, text)];
  const json = jsonOf(text) as { searchTerms?: string; result?: object; header?: { statut?: number } };
  return [
    raw(
      json.header?.statut ?? 200,
      'searchTerms' in json && json.result ? JSON.stringify(json.result) : text,
    ),
  ];
}

/** Ruby writes the closing quote of a body at the margin, which YAML does not allow: the body's lines are pushed in. */
function indentBodies(text: string): string {
  return text.replace(
    /(string: '(?!'))([\s\S]*?')(?=\s*\n\s*(?:recorded_at|http_version|- request))/g,
    (_, start, body: string) => start + body.replace(/\n/g, '\n            '),
  );
}

/** A list is asked about each of its entries, as a search would be; everything else is read as it is. */
function gradeAnswer(id: RegisterId, raw: RawAnswer): string[] {
  const questions = questionsFor(id, raw.body);
  const answers = (questions.length > 0 ? questions : [undefined]).map((question) =>
    parseRegisterAnswer(id, raw, question),
  );
  return answers.map((answer) => describe(answer, raw.status));
}

function questionsFor(id: RegisterId, body: string): Question[] {
  if (id === 'recherche-entreprises') {
    const { results } = jsonOf(body) as { results?: { siren: string }[] };
    return (Array.isArray(results) ? results : []).map(({ siren }) => ({
      kind: 'company',
      id: { scheme: 'siren', value: siren },
    }));
  }
  if (id !== 'gleif') return [];
  const { data } = jsonOf(body) as { data?: { type?: string; id?: string }[] | object };
  if (!Array.isArray(data)) return [];
  const records = data.filter((each) => each.type === 'lei-records');
  return records.map((each) => ({ kind: 'company', id: { scheme: 'lei', value: each.id ?? '' } }));
}

/** The JSON object in a text, or an empty one: what is no JSON goes to the adapter as it is. */
function jsonOf(text: string): object {
  try {
    return (JSON.parse(text) as object | null) ?? {};
  } catch {
    return {};
  }
}

/** What the answer says, or after a `!` what is wrong with it: facts out of an error, or no facts at all. */
function describe(answer: RegisterAnswer, status: number): string {
  if (answer.outcome === 'inconclusive') return `inconclusive: ${answer.reason}`;
  const { company, representatives, beneficialOwners, vat, addresses, taxNotice, fieldsUsed } =
    answer.evidence;
  if (fieldsUsed.length === 0) return '! evidence without a field';
  if (answer.outcome === 'not-found') return status >= 500 ? '! not found out of an outage' : 'not found';
  if (status >= 400) return '! facts out of an error';
  const kinds = { company, representatives, beneficialOwners, vat, addresses, taxNotice };
  const said = Object.entries(kinds).filter(([, facts]) => facts !== undefined);
  return said.length === 0 ? '! nothing said' : `evidence: ${said.map(([kind]) => kind).join('+')}`;
}
