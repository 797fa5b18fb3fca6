import { codedError } from '@dossierkit/core';
import { StoreFailure } from './database.js';

/** The database asks for the work to be done again. */
export class Retry extends Error {
  override readonly name = 'Retry';
}

function sqlState(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/**
 * Serialisation failure, deadlock; and two programs that make the same table at the same moment, where `IF NOT EXISTS` does
 * not help.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function isRepeatable(error: unknown): boolean {
  const state = sqlState(error);
  const { constraint } = error as { readonly constraint?: string };
  return (
    state === '40001' ||
    state === '40P01' ||
    state === '42P07' ||
    (state === '23505' && constraint?.startsWith('pg_') === true)
  );
}

/** What a caller is told; mistakes of this package are thrown on. */
export function postgresFailure(error: unknown): StoreFailure {
  if (error instanceof StoreFailure) return error;
  if (error instanceof Retry)
    return new StoreFailure(codedError('journey-store/unavailable', { reason: 'contention' }));
  const state = sqlState(error);
  if (state === '53100') return new StoreFailure(codedError('journey-store/disk-full', {}));
  // Classes of the server's own: syntax, constraints, types. Those are mistakes of this package and not hidden.
  if (state !== undefined && /^(22|23|42)/.test(state)) throw error;
  return new StoreFailure(codedError('journey-store/unavailable', { reason: state ?? 'connection' }));
}
