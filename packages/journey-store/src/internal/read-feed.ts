import type { Database, Row } from './database.js';

/**
 * Goes through the shards one after the other, each from where the cursor stands in it. A shard's positions have no gaps and
 * become visible in order, so what lies behind the cursor was seen.
 */
export async function readFeed(
  database: Database,
  tenant: string,
  cursor: string | undefined,
  limit: number,
): Promise<{ rows: readonly Row[]; cursor: string }> {
  const seen = readCursor(cursor);
  const heads = await database.all('SELECT shard, last FROM positions ORDER BY shard');
  const rows: Row[] = [];
  for (const { shard, last } of heads) {
    const from = seen.get(shard as number) ?? 0;
    if ((last as number) <= from) continue;
    if (rows.length >= limit) break;
    const found = await database.all(
      'SELECT * FROM events WHERE shard = $1 AND position > $2 AND tenant = $3 ORDER BY position LIMIT $4',
      [shard as number, from, tenant, limit - rows.length],
    );
    rows.push(...found);
    const isExhausted = rows.length < limit;
    // `last` may be older than what was just read: never go back behind a row that was handed out.
    const reached = Math.max(
      isExhausted ? (last as number) : 0,
      (found.at(-1)?.position as number | undefined) ?? from,
    );
    seen.set(shard as number, reached);
  }
  return { rows, cursor: writeCursor(seen) };
}

/** The cursor behind everything that is committed by now. */
export async function readFeedEnd(database: Database): Promise<string> {
  const heads = await database.all('SELECT shard, last FROM positions WHERE last > 0');
  return writeCursor(new Map(heads.map(({ shard, last }) => [shard as number, last as number])));
}

function writeCursor(seen: ReadonlyMap<number, number>): string {
  return JSON.stringify([...seen].sort(([a], [b]) => a - b));
}

/** What is no cursor of this store begins at the beginning: then events come twice, and none is passed over. */
function readCursor(cursor: string | undefined): Map<number, number> {
  const seen = new Map<number, number>();
  for (const pair of pairsOf(cursor ?? '[]')) {
    const [shard, position] = Array.isArray(pair) ? pair : [];
    if (Number.isSafeInteger(shard) && Number.isSafeInteger(position)) seen.set(shard, position);
  }
  return seen;
}

function pairsOf(cursor: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(cursor);
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}
