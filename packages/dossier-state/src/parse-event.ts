import { codedError, err, ok, type Result } from '@dossierkit/core';
import type { DossierEvent } from './events.js';
import type { DossierError } from './findings.js';
import { eventSchemas } from './internal/event-schema.js';

/**
 * Reads an event from the outside: a queue, a request, a stored row.
 *
 * @returns the event, or `dossier-state/unknown-event`, or `dossier-state/event-invalid` with the path of what is wrong
 */
export function parseEvent(event: unknown): Result<DossierEvent, DossierError> {
  const type = typeof event === 'object' && event !== null && 'type' in event ? event.type : undefined;
  const schema = eventSchemas.get(String(type));
  if (!schema) return err(codedError('dossier-state/unknown-event', { type: String(type).slice(0, 80) }));
  const result = schema.safeParse(event);
  if (result.success) return ok(result.data);
  const [issue] = result.error.issues;
  const path = issue?.path.map(String).join('.') ?? '';
  return err(codedError('dossier-state/event-invalid', { path, problem: issue?.message ?? '' }));
}
