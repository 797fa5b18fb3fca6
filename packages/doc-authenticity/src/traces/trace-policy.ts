import { parsePolicy } from '@dossierkit/core';
import { z } from 'zod';

/** Programs that people change documents and pictures with, as they write themselves into files. */
const EDITORS: readonly string[] = [
  'Photoshop',
  'GIMP',
  'Inkscape',
  'Adobe Illustrator',
  'CorelDRAW',
  'Affinity',
  'Canva',
  'Adobe Acrobat Pro',
  'Acrobat Pro',
  'Foxit PhantomPDF',
  'Foxit PDF Editor',
  'Foxit Editor',
  'PDF-XChange',
  'Nitro P',
  'Sejda',
  'iLovePDF',
  'Smallpdf',
  'PDFescape',
  'pdfFiller',
  'DocHub',
  'PDFelement',
  'Wondershare',
  'Soda PDF',
  'Icecream PDF',
  'Master PDF Editor',
  'Xodo',
  'AppendMode',
  'Pixelmator',
  'Paint.NET',
  'PicsArt',
  'Snapseed',
  'Pixlr',
  'Photopea',
];

/** What a host may decide about traces of editing. */
export const tracePolicySchema: z.ZodObject<{
  editors: z.ZodDefault<z.ZodArray<z.ZodString>>;
  usualProducers: z.ZodDefault<z.ZodArray<z.ZodString>>;
  acceptedRewriters: z.ZodDefault<z.ZodArray<z.ZodString>>;
  modifiedAfterSeconds: z.ZodDefault<z.ZodNumber>;
  marginRatio: z.ZodDefault<z.ZodNumber>;
}> = z.strictObject({
  /** Parts of the names of programs whose mark on a file is a reason to look. Default: some thirty known ones. */
  editors: z.array(z.string().min(2)).default([...EDITORS]),
  /** Parts of the names of the programs that the issuer uses. Any other is a reason to look. Default: none are expected. */
  usualProducers: z.array(z.string().min(2)).default([]),
  /**
   * Programs through which the issuer sends its files (`pdf-lib`, `Ghostscript`, `qpdf`). Default: none; a file that another program
   * wrote anew is no longer the one that was issued. What qpdf, MuPDF and PDFium wrote is a mere note in any case.
   */
  acceptedRewriters: z.array(z.string().min(2)).default([]),
  /** How long after its creation a file may say it was last changed. Default: 120 seconds. */
  modifiedAfterSeconds: z.number().min(0).default(120),
  /** The outer part of a page where stamps, page numbers and fax headers are put innocently. Default: 0.06. */
  marginRatio: z.number().min(0).max(0.5).default(0.06),
});

/** What a host decides about traces, complete. */
export type TracePolicy = z.output<typeof tracePolicySchema>;

/**
 * Checks a policy and fills in the defaults.
 *
 * @throws {DossierkitError} `core/policy-invalid`
 */
export function defineTracePolicy(input: z.input<typeof tracePolicySchema> = {}): TracePolicy {
  return parsePolicy('trace policy', tracePolicySchema, input);
}
