import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isDossierkitError, matchLocale, renderMessage, timestampFromMs } from '@dossierkit/core';
import { checkBundle } from './check-bundle.js';
import { formatTimeline } from './format-timeline.js';
import { messages } from './messages/index.js';
import { nodeDigest } from './node.js';
import { createFileWitness, type Witness } from './witness.js';

const USAGE = `usage: audit-trail verify <bundle> [options]

Verifies an exported audit bundle offline.

  --key <verifier>     a public key from a trusted place (name+id+base64); may be given several times
  --authority <file>   certificates (PEM) of a time-stamping authority that you trust; several times
  --witness <file>     what the file of a file anchor holds, from where it is kept; several times
  --html <file>        also write a readable timeline
  --json               print the whole report as JSON
  --locale <tag>       language of the messages: en, fr, de, ar

exit code: 0 nothing is wrong, 1 no key was pinned, 2 tampered with or unreadable, 64 wrong usage`;

const EXIT = { accept: 0, review: 1, reject: 2 } as const;

async function main(): Promise<number> {
  const args = readArguments();
  if (!args) return 64;
  if (args.values.help) {
    console.log(USAGE);
    return 0;
  }
  const [command, path] = args.positionals;
  if (command !== 'verify' || path === undefined) {
    console.error(USAGE);
    return 64;
  }
  try {
    return await verify(read(path), args.values);
  } catch (error) {
    if (!isDossierkitError(error) && !(error instanceof Unreadable)) throw error;
    console.error(error.message);
    return EXIT.reject;
  }
}

/** A file that was named could not be read. */
class Unreadable extends Error {}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Unreadable(`cannot read ${path}: ${(error as { code?: string }).code}`);
  }
}

async function witnessesOf({ authority, witness = [] }: Values): Promise<Witness[]> {
  const files = witness.map((path) => createFileWitness(read(path)));
  if (!authority) return files;
  const { createTimestampWitness } = await import('./bin-timestamps.js');
  return [createTimestampWitness({ authorities: authority.map(read) }), ...files];
}

async function verify(file: string, values: Values): Promise<number> {
  const at = timestampFromMs(performance.timeOrigin + performance.now());
  const locale = matchLocale(values.locale ?? 'en');
  const report = await checkBundle(file, {
    at,
    digest: nodeDigest,
    witnesses: await witnessesOf(values),
    ...(values.key ? { verifiers: values.key } : {}),
  });
  if (values.html !== undefined) writeFileSync(values.html, await formatTimeline(file, report, { locale }));
  if (values.json) {
    console.log(JSON.stringify(report, null, 2));
    return EXIT[report.verdict];
  }
  const told = report.findings.filter(({ outcome, severity }) => outcome !== 'passed' && severity !== 'info');
  for (const finding of told.slice(0, 200)) {
    const { text, advice } = renderMessage(messages, finding, locale);
    console.log(`${finding.outcome === 'failed' ? '✗' : '?'} ${text} ${advice} [${finding.code}]`);
  }
  for (const { dossier, ranges, erased } of report.value?.dossiers.slice(0, 1_000) ?? []) {
    const parts = ranges.map(({ from, to, protection }) => `${from}–${to} ${protection}`);
    if (erased.length > 0) parts.push(`erased in ${erased.join(', ')}`);
    console.log(`${dossier}: ${parts.join(', ')}`);
  }
  const { value, verdict } = report;
  console.log(
    `${verdict}: ${value?.entries ?? 0} entries, ${value?.dossiers.length ?? 0} dossiers, ${value?.checkpoints ?? 0} checkpoints`,
  );
  return EXIT[verdict];
}

interface Values {
  readonly key?: string[] | undefined;
  readonly authority?: string[] | undefined;
  readonly witness?: string[] | undefined;
  readonly html?: string | undefined;
  readonly json?: boolean | undefined;
  readonly locale?: string | undefined;
  readonly help?: boolean | undefined;
}

function readArguments(): { values: Values; positionals: string[] } | undefined {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        key: { type: 'string', multiple: true },
        authority: { type: 'string', multiple: true },
        witness: { type: 'string', multiple: true },
        html: { type: 'string' },
        json: { type: 'boolean' },
        locale: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return undefined;
  }
}

process.exitCode = await main();
