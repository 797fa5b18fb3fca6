import { DossierkitError } from '@dossierkit/core';
import type { Pool, PoolClient } from 'pg';
import { createWakeUp, type WakeReason, type WakeUp } from './wake-up.js';

/** Options of {@link createPostgresWakeUp}. */
export interface PostgresWakeUpOptions {
  /** What the notifications are called in the database. Lower-case letters, digits and `_`. Default `journey_store`. */
  readonly channel?: string;
  /** At most one notification is sent in this time; hints in between go together. Default 20. */
  readonly everyMs?: number;
  /** How long to wait before listening again after the connection broke. Default 1,000. */
  readonly retryMs?: number;
}

/**
 * A {@link WakeUp} for the workers of many processes, over `LISTEN` and `NOTIFY`. Keeps one connection of the pool to listen
 * on, from the first {@link WakeUp.listen}; after it broke, everybody is woken, because hints may have been lost.
 *
 * Not for CockroachDB, which has no notifications, nor through a pooler that hands one connection to many: look every second
 * there.
 *
 * @throws {DossierkitError} `journey-store/channel-invalid`
 * @see https://www.postgresql.org/docs/current/sql-notify.html
 */
export function createPostgresWakeUp(pool: Pool, options: PostgresWakeUpOptions = {}): WakeUp {
  const { channel = 'journey_store', everyMs = 20, retryMs = 1_000 } = options;
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(channel)) {
    throw new DossierkitError(
      'journey-store/channel-invalid',
      'A channel has lower-case letters, digits and _',
    );
  }
  const local = createWakeUp();
  const sender = createSender(pool, channel, everyMs);
  let listening: Listening | undefined;
  return {
    hint: (reasons) => sender.hint(reasons),
    listen(reason) {
      listening ??= listenAlways(pool, { channel, retryMs, onHint: (reasons) => local.hint(reasons) });
      return local.listen(reason);
    },
    async close() {
      sender.close();
      await listening?.close();
      await local.close();
    },
  };
}

const ALL: readonly WakeReason[] = ['timers', 'messages', 'plans', 'events'];

interface Sender {
  hint(reasons: readonly WakeReason[]): void;
  close(): void;
}

/** Sends the first hint at once and gathers those that follow: a notification takes a lock that all others wait for. */
function createSender(pool: Pool, channel: string, everyMs: number): Sender {
  const gathered = new Set<WakeReason>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = (): void => {
    timer = undefined;
    if (gathered.size === 0) return;
    const payload = [...gathered].join(' ');
    gathered.clear();
    timer = setTimeout(send, everyMs);
    timer.unref();
    // Lost is lost: whoever waits looks by themselves before long.
    pool.query('SELECT pg_notify($1, $2)', [channel, payload]).catch(() => undefined);
  };
  return {
    hint(reasons) {
      for (const reason of reasons) gathered.add(reason);
      if (timer === undefined) send();
    },
    close() {
      clearTimeout(timer);
      gathered.clear();
    },
  };
}

interface Listening {
  close(): Promise<void>;
}

interface ListenOptions {
  readonly channel: string;
  readonly retryMs: number;
  readonly onHint: (reasons: readonly WakeReason[]) => void;
}

/** Listens, and again after the connection broke, until it is closed. */
function listenAlways(pool: Pool, { channel, retryMs, onHint }: ListenOptions): Listening {
  const stop = new AbortController();
  const run = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      await listenOnce(pool, channel, onHint, stop.signal).catch(() => undefined);
      if (!stop.signal.aborted) await pause(retryMs, stop.signal);
    }
  };
  const running = run();
  return {
    async close() {
      stop.abort();
      await running;
    },
  };
}

/** Ends when the connection does. */
async function listenOnce(
  pool: Pool,
  channel: string,
  onHint: (reasons: readonly WakeReason[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const client: PoolClient = await pool.connect();
  try {
    const ended = new Promise<void>((resolve) => {
      client.once('error', () => resolve());
      client.once('end', () => resolve());
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    client.on('notification', ({ payload = '' }) => onHint(ALL.filter((reason) => payload.includes(reason))));
    await client.query(`LISTEN ${channel}`);
    // Whatever was hinted before this moment was not heard.
    onHint(ALL);
    await ended;
  } finally {
    // Nobody else wants a connection that listens.
    client.release(true);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
