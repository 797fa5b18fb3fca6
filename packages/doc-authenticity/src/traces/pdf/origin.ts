import type { PdfFile } from '../../internal/pdf/pdf-file.js';
import { linearisedLength } from '../../internal/pdf/revisions.js';
import { signaturesOf } from '../../internal/pdf/signatures.js';
import type { PdfTraceFinding } from '../findings.js';
import type { TracePolicy } from '../trace-policy.js';
import type { PdfTraceRule } from './examination.js';
import { infoOf, type PdfMetadata, xmpOf } from './metadata.js';
import { hasOwnMark, type PdfWriter, writerOf } from './writers.js';

/** How much of a program's name is repeated in a finding. */
const NAME_LENGTH = 80;
/** Clocks and zones differ by hours where programs write one moment twice. */
const SAME_MOMENT_SECONDS = 26 * 3600;

/** Who made the file, with what, and when, as far as it says so itself. */
export const origin: PdfTraceRule = ({ file, policy }) => {
  const info = infoOf(file);
  const xmp = xmpOf(file);
  const { programs, named } = programsOf(info, xmp);
  const findings: PdfTraceFinding[] = [];
  const editor = programs.find((program) => names(program, policy.editors));
  if (editor ?? named)
    findings.push({
      code: 'doc-authenticity/pdf-editor',
      outcome: editor ? 'failed' : 'passed',
      severity: 'warning',
      params: { program: short(editor ?? named ?? '') },
    });
  if (policy.usualProducers.length > 0 && !programs.some((program) => names(program, policy.usualProducers)))
    findings.push({
      code: 'doc-authenticity/pdf-producer-unusual',
      outcome: 'failed',
      severity: 'warning',
      params: { program: short(named ?? '') },
    });
  findings.push(...rewritten(file, policy));
  findings.push(...modifiedLater(info, xmp, signaturesOf(file.latest, file.bytes.length).length > 0, policy));
  if (xmp) findings.push(...disagreeing(info, xmp));
  return findings;
};

/** What wrote the file is a mere note where it makes no documents of its own: what was changed on the way shows elsewhere. */
function rewritten(file: PdfFile, policy: TracePolicy): PdfTraceFinding[] {
  const other = otherWriter(file, policy);
  if (!other) return [];
  const { writer, program } = other;
  return [
    {
      code: 'doc-authenticity/pdf-rewritten',
      outcome: writer.onlyRewrites ? 'inconclusive' : 'failed',
      severity: writer.onlyRewrites ? 'info' : 'warning',
      params: { writer: writer.name, program: short(program) },
    },
  ];
}

/**
 * The program that wrote the file last, where it is another than those that the file names. Linearising, merging files and taking
 * off a password leave this mark as well as changes do.
 */
function otherWriter(
  file: PdfFile,
  { acceptedRewriters }: TracePolicy,
): { readonly writer: PdfWriter; readonly program: string } | undefined {
  const { programs, named } = programsOf(infoOf(file), xmpOf(file));
  const writer = writerOf(file.bytes);
  if (!writer || !named || linearisedLength(file.bytes) !== undefined) return undefined;
  if (programs.some((program) => names(program, writer.signsAs)) || names(writer.name, acceptedRewriters))
    return undefined;
  // A maker that has no known mark may have that writer inside.
  return writer.onlyRewrites || hasOwnMark(named) ? { writer, program: named } : undefined;
}

function programsOf(
  info: PdfMetadata,
  xmp: ReturnType<typeof xmpOf>,
): { readonly programs: readonly string[]; readonly named: string | undefined } {
  const all = [info.producer, info.creator, xmp?.producer, xmp?.creator, ...(xmp?.agents ?? [])];
  return {
    programs: all.filter((one): one is string => one !== undefined),
    named: info.producer ?? xmp?.producer ?? info.creator,
  };
}

function modifiedLater(
  info: PdfMetadata,
  xmp: PdfMetadata | undefined,
  signed: boolean,
  { modifiedAfterSeconds }: { readonly modifiedAfterSeconds: number },
): PdfTraceFinding[] {
  const created = info.created ?? xmp?.created;
  const modified = info.modified ?? xmp?.modified;
  if (!created || !modified) return [];
  const seconds = modified.seconds - created.seconds;
  const late = seconds > modifiedAfterSeconds;
  // Templates that an issuer's server fills in keep the day on which the template was made.
  const byServer = /modified using/i.test(info.producer ?? '');
  return [
    {
      code: 'doc-authenticity/pdf-modified-later',
      outcome: late ? 'failed' : 'passed',
      severity: signed || byServer ? 'info' : 'warning',
      params: { created: created.day, modified: modified.day },
      measured: { value: Math.round(seconds), limit: modifiedAfterSeconds, unit: 'seconds' },
    },
  ];
}

function disagreeing(info: PdfMetadata, xmp: PdfMetadata): PdfTraceFinding[] {
  const about: ('created' | 'modified' | 'program')[] = [];
  for (const key of ['created', 'modified'] as const) {
    const [one, other] = [info[key], xmp[key]];
    if (one && other && Math.abs(one.seconds - other.seconds) > SAME_MOMENT_SECONDS) about.push(key);
  }
  if (info.producer && xmp.producer && plain(info.producer) !== plain(xmp.producer)) about.push('program');
  return [
    {
      code: 'doc-authenticity/pdf-metadata-disagrees',
      outcome: about.length > 0 ? 'failed' : 'passed',
      severity: 'warning',
      params: { about },
    },
  ];
}

const plain = (name: string): string => name.toLowerCase().replace(/&\w+;|[^a-z0-9]/g, '');

function names(program: string, parts: readonly string[]): boolean {
  const lower = program.toLowerCase();
  return parts.some((part) => lower.includes(part.toLowerCase()));
}

const short = (name: string): string => name.slice(0, NAME_LENGTH);
