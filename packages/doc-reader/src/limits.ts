import { parsePolicy } from '@dossierkit/core';
import { z } from 'zod';

/** What one file may cost. Over a limit is an error or a finding with the limit in it, never a crash. */
export interface ReadLimits {
  /** Bytes of a file. Default 20 MiB. */
  readonly maxBytes: number;
  /** Pixels of a picture, and of a drawn PDF page. Default 80 million. */
  readonly maxPixels: number;
  /** Pages of a file; the others are left out with a finding. Default 20. */
  readonly maxPages: number;
  /** Time of one step (open, decode or draw a page, read its text layer), in milliseconds. Default 20,000. */
  readonly stepTimeoutMs: number;
  /** Time of the OCR of one page from its start, in milliseconds. Default 60,000. */
  readonly ocrTimeoutMs: number;
  /** Memory for PDFium, in bytes. Default 512 MiB. */
  readonly maxPdfHeapBytes: number;
  /** Decoded pixels that a document keeps for the next caller, in bytes. Default 256 MiB. */
  readonly maxCacheBytes: number;
}

const MIB = 1024 * 1024;
const count = (byDefault: number) => z.number().int().positive().default(byDefault);

const schema = z.strictObject({
  maxBytes: count(20 * MIB),
  maxPixels: count(80_000_000),
  maxPages: count(20),
  stepTimeoutMs: count(20_000),
  ocrTimeoutMs: count(60_000),
  maxPdfHeapBytes: count(512 * MIB),
  maxCacheBytes: count(256 * MIB),
});

/**
 * Completes limits with their defaults.
 *
 * @throws {DossierkitError} `core/policy-invalid` where a limit is no positive whole number
 */
export function defineReadLimits(limits: Partial<ReadLimits> = {}): ReadLimits {
  return parsePolicy('read limits', schema, limits);
}
