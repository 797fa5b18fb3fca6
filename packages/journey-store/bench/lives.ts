import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createEntry } from '@dossierkit/audit-trail';
import { nodeDigest } from '@dossierkit/audit-trail/node';
import { type Sha256, type Timestamp, timestampFromMs, timestampMs, unwrap } from '@dossierkit/core';
import {
  applyEvent,
  type Dossier,
  type DossierEvent,
  type DossierStep,
  openDossier,
  summarizeDossier,
} from '@dossierkit/dossier-state';
import { sampleProduct, sampleReport } from '@dossierkit/dossier-state/testing';
import { dossierCommit, type TenantStore } from '../src/index.js';
import { openSqliteStore } from '../src/sqlite.js';

/** The tables that a dossier's commits write; the outbox is empty, because a relay has sent its messages. */
export const TABLES: readonly string[] = ['streams', 'events', 'labels', 'timers', 'audit'];

/** Rows by table. */
export type RowSet = Map<string, Record<string, unknown>[]>;

/** Ids are equally long, so that a copy differs in nothing but its id. */
export const ID_WIDTH = 8;

/** Where a copy goes. */
export interface Copy {
  readonly tenant: string;
  readonly id: string;
  readonly shard: number;
  /** The last position that was used in the shard. */
  readonly position: number;
}

/** Everything that the store wrote for one dossier. */
export interface Life {
  /** Adds a copy under another id; gives the last position that it used. */
  copyInto(rows: RowSet, copy: Copy): number;
}

const product = sampleProduct();
const DAYS = 180;
/** Between one day on which lives begin and the next. */
const EVERY_DAYS = 6;
const DAY_MS = 86_400_000;

type Part = Omit<DossierEvent, 'id' | 'at'>;

const document = (requirement: string, kind: string, at: Timestamp): Part[] => [
  { type: 'handed-in', submission: requirement, requirement } as Part,
  {
    type: 'report-received',
    submission: requirement,
    report: sampleReport('accept', at),
    facts: { kind, issuedOn: at.slice(0, 10) },
  } as Part,
];

/** How far different customers come. */
const PLOTS: readonly ((at: Timestamp) => Part[])[] = [
  () => [],
  (at) => document('identity:borrower-1', 'passport', at),
  (at) => document('address', 'utility-bill', at),
  (at) => [...document('identity:borrower-1', 'passport', at), ...document('address', 'utility-bill', at)],
  (at) => [
    ...document('income:borrower-1', 'tax-notice', at),
    ...document('identity:borrower-1', 'passport', at),
  ],
  (at) => document('income:borrower-1', 'tax-notice', at),
  () => [{ type: 'withdrawn', by: { id: 'c', kind: 'customer' }, reason: 'found another' } as Part],
  (at) => [
    { type: 'handed-in', submission: 's', requirement: 'address' } as Part,
    { type: 'report-received', submission: 's', report: sampleReport('reject', at) } as Part,
  ],
];

/** Some hundred lives, opened over half a year, as the rows that the store keeps of them. */
export async function livesOf(now: Timestamp): Promise<readonly Life[]> {
  const folder = mkdtempSync(join(tmpdir(), 'journey-lives-'));
  const path = join(folder, 'lives.db');
  const store = unwrap(await openSqliteStore(path));
  const own = store.tenant('template');
  const ids: string[] = [];
  for (let day = 0; day < DAYS; day += EVERY_DAYS) {
    for (const plot of PLOTS) {
      const id = `@${String(ids.length).padStart(ID_WIDTH - 2, '0')}@`;
      ids.push(id);
      await live(own, id, plot, timestampFromMs(timestampMs(now) - (DAYS - day) * DAY_MS));
    }
  }
  await store.close();
  const raw = new DatabaseSync(path, { readOnly: true });
  const lives = ids.map((id) => lifeOf(raw, id));
  raw.close();
  rmSync(folder, { recursive: true, force: true });
  return lives;
}

async function live(
  own: TenantStore,
  id: string,
  plot: (typeof PLOTS)[number],
  at: Timestamp,
): Promise<void> {
  const opened = unwrap(openDossier({ id, product, answers: { amount: 5_000, borrowers: 1 }, at }));
  let { dossier } = opened;
  await keep(own, opened.event, opened);
  for (const [index, part] of plot(at).entries()) {
    const later = timestampFromMs(timestampMs(at) + (index + 1) * 3_600_000);
    const event = { ...part, id: `e${index}`, at: later } as DossierEvent;
    const step = unwrap(applyEvent(dossier, event, { product }));
    ({ dossier } = step);
    await keep(own, event, step);
  }
}

const heads = new Map<string, { dossier: string; sequence: number; hash: Sha256 }>();

async function keep(own: TenantStore, event: DossierEvent, step: DossierStep): Promise<void> {
  const { dossier } = step as { dossier: Dossier };
  const { missing } = summarizeDossier(dossier, product, { at: dossier.at });
  const draft = {
    at: event.at,
    type: event.type,
    facts: { sequence: dossier.sequence, state: dossier.state },
  };
  const entry = createEntry(heads.get(dossier.id) ?? dossier.id, draft, { digest: nodeDigest });
  heads.set(dossier.id, entry);
  const { outbox, ...commit } = dossierCommit({ event, step, missing, audit: [entry] });
  unwrap(await own.commit(commit));
}

function lifeOf(raw: DatabaseSync, id: string): Life {
  const own = TABLES.map((table) => {
    const rows = raw.prepare(`SELECT * FROM ${table} WHERE stream = ?`).all(id) as Record<string, unknown>[];
    return [table, rows] as const;
  });
  const renamed = (value: unknown, to: string): unknown =>
    typeof value === 'string' && value.includes(id) ? value.replaceAll(id, to) : value;
  return {
    copyInto(target, { tenant, id: to, shard, position }) {
      let last = position;
      for (const [table, rows] of own) {
        const list = target.get(table);
        for (const row of rows) {
          const copy: Record<string, unknown> = {};
          for (const [column, value] of Object.entries(row)) copy[column] = renamed(value, to);
          copy.shard = shard;
          copy.tenant = tenant;
          if (table === 'events') copy.position = ++last;
          list?.push(copy);
        }
      }
      return last;
    },
  };
}
