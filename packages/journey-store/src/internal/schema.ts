import { routerTables } from './router-tables.js';

/** What differs between the two databases. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** Behind a `SELECT` that takes rows for one worker. */
  readonly skipLocked: string;
  /** Behind a `SELECT` of a row that others wait for; a transaction of SQLite locks the whole file anyway. */
  readonly lockRow: string;
  /** Behind a `CREATE TABLE` whose rows are only ever found by their key: one tree instead of two. */
  readonly byKeyOnly: string;
  /** Text that sorts by code units on every machine. */
  readonly text: string;
  readonly bigint: string;
}

/** SQLite has one writer at a time, and compares text by its bytes. */
export const SQLITE: Dialect = {
  name: 'sqlite',
  skipLocked: '',
  lockRow: '',
  byKeyOnly: 'WITHOUT ROWID',
  text: 'TEXT',
  bigint: 'INTEGER',
};

/** PostgreSQL, and what speaks its language. */
export const POSTGRES: Dialect = {
  name: 'postgres',
  skipLocked: 'FOR UPDATE SKIP LOCKED',
  lockRow: 'FOR UPDATE',
  byKeyOnly: '',
  text: 'TEXT COLLATE "C"',
  bigint: 'BIGINT',
};

/** The steps that lead from an empty database to today's. Never change one that was published; add the next. */
export function migrations(dialect: Dialect): readonly (readonly string[])[] {
  const { text, bigint, byKeyOnly } = dialect;
  return [
    [
      `CREATE TABLE streams (
        shard INTEGER NOT NULL, tenant ${text} NOT NULL, stream ${text} NOT NULL, version INTEGER NOT NULL,
        kind ${text} NOT NULL, state ${text} NOT NULL, since_ms ${bigint} NOT NULL, labels TEXT NOT NULL,
        audit_sequence INTEGER NOT NULL, audit_hash TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (shard, tenant, stream))`,
      'CREATE INDEX streams_by_state ON streams (tenant, kind, state, since_ms, stream)',
      `CREATE TABLE events (
        shard INTEGER NOT NULL, tenant ${text} NOT NULL, stream ${text} NOT NULL, version INTEGER NOT NULL,
        position ${bigint} NOT NULL, id ${text} NOT NULL, command ${text}, command_size INTEGER NOT NULL,
        type TEXT NOT NULL, at TEXT NOT NULL, body TEXT NOT NULL,
        PRIMARY KEY (shard, tenant, stream, version))`,
      'CREATE UNIQUE INDEX events_by_position ON events (shard, position)',
      'CREATE UNIQUE INDEX events_by_id ON events (shard, tenant, stream, id)',
      'CREATE UNIQUE INDEX events_by_command ON events (shard, tenant, stream, command) WHERE command IS NOT NULL',
      `CREATE TABLE positions (shard INTEGER PRIMARY KEY, last ${bigint} NOT NULL)`,
      `CREATE TABLE labels (
        shard INTEGER NOT NULL, tenant ${text} NOT NULL, stream ${text} NOT NULL, label ${text} NOT NULL,
        kind ${text} NOT NULL, state ${text} NOT NULL, since_ms ${bigint} NOT NULL,
        PRIMARY KEY (shard, tenant, stream, label))`,
      'CREATE INDEX labels_by_label ON labels (tenant, label, kind, state, since_ms, stream)',
      `CREATE TABLE timers (
        shard INTEGER NOT NULL, tenant ${text} NOT NULL, stream ${text} NOT NULL, timer ${text} NOT NULL,
        due_ms ${bigint} NOT NULL, ready_ms ${bigint} NOT NULL, claim INTEGER NOT NULL,
        PRIMARY KEY (shard, tenant, stream, timer))`,
      'CREATE INDEX timers_by_ready ON timers (ready_ms, shard)',
      `CREATE TABLE outbox (
        shard INTEGER NOT NULL, tenant ${text} NOT NULL, stream ${text} NOT NULL, id ${text} NOT NULL,
        topic TEXT NOT NULL, body TEXT NOT NULL, ready_ms ${bigint} NOT NULL, claim INTEGER NOT NULL,
        PRIMARY KEY (shard, tenant, stream, id))`,
      'CREATE INDEX outbox_by_ready ON outbox (ready_ms, shard)',
      `CREATE TABLE audit (
        shard INTEGER NOT NULL, tenant ${text} NOT NULL, stream ${text} NOT NULL, sequence INTEGER NOT NULL,
        entry TEXT NOT NULL, PRIMARY KEY (shard, tenant, stream, sequence))`,
      `CREATE TABLE plans (
        shard INTEGER NOT NULL, tenant ${text} NOT NULL, key ${text} NOT NULL, case_id ${text} NOT NULL,
        step TEXT NOT NULL, channel TEXT NOT NULL, due_ms ${bigint} NOT NULL, until_ms ${bigint} NOT NULL,
        ready_ms ${bigint} NOT NULL, claim INTEGER NOT NULL, status TEXT NOT NULL, begun_ms ${bigint}, ended_ms ${bigint},
        PRIMARY KEY (shard, tenant, key)) ${byKeyOnly}`,
      "CREATE INDEX plans_by_ready ON plans (tenant, ready_ms, shard) WHERE status = 'planned'",
      "CREATE INDEX plans_unfinished ON plans (tenant, begun_ms) WHERE status = 'begun'",
      'CREATE INDEX plans_by_case ON plans (shard, tenant, case_id)',
    ],
    routerTables(dialect),
  ];
}
