import { codedError } from '@dossierkit/core';
import { type Database, StoreFailure } from './database.js';
import { migrations } from './schema.js';
import { SHARDS } from './shard.js';

/** The row that programs which start at the same moment wait for each other at. It stands for no step. */
const LOCK = 0;

/** Brings an empty or older database to today's schema; refuses a newer one. */
export async function migrate(database: Database): Promise<void> {
  const { dialect } = database;
  const steps = migrations(dialect);
  await database.transaction(async (queries) => {
    await queries.run('CREATE TABLE IF NOT EXISTS journey_schema (version INTEGER PRIMARY KEY)');
    await queries.run('INSERT INTO journey_schema (version) VALUES ($1) ON CONFLICT DO NOTHING', [LOCK]);
    await queries.all(`SELECT version FROM journey_schema WHERE version = $1 ${dialect.lockRow}`, [LOCK]);
    const [row] = await queries.all('SELECT max(version) AS version FROM journey_schema');
    const found = Number(row?.version);
    if (found > steps.length) {
      throw new StoreFailure(codedError('journey-store/schema-newer', { found, known: steps.length }));
    }
    for (const [index, statements] of steps.entries()) {
      if (index < found) continue;
      for (const statement of statements) await queries.run(statement);
      await queries.run('INSERT INTO journey_schema (version) VALUES ($1)', [index + 1]);
    }
    if (found > 0) return;
    for (let shard = 0; shard < SHARDS; shard++) {
      await queries.run('INSERT INTO positions (shard, last) VALUES ($1, 0)', [shard]);
    }
  });
}
