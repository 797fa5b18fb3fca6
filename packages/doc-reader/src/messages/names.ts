import type { DocumentFormat } from '../findings.js';

/** How people write a format's name. */
export function displayName(format: DocumentFormat): string {
  return format === 'webp' ? 'WebP' : format.toUpperCase();
}
