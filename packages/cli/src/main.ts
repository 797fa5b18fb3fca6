import { parseArgs } from 'node:util';
import {
  LOCALES,
  type Locale,
  parsePlainDate,
  parseTimestamp,
  type Timestamp,
  type Verdict,
} from '@dossierkit/core';
import { createReader } from '@dossierkit/doc-reader';
import { type Command, type CommandContext, UsageError } from './command.js';
import { check } from './commands/check.js';
import { classify } from './commands/classify.js';
import { mrz } from './commands/mrz.js';
import { quality } from './commands/quality.js';
import { traces } from './commands/traces.js';
import { expandPaths } from './files.js';
import { commandHelp, overview } from './help.js';
import type { FileOutcome, Row } from './outcome.js';
import { createPictureWriter } from './pictures.js';
import { didYouMean } from './suggest.js';
import { formatRow, type Output, printable } from './terminal.js';

const COMMANDS: readonly Command[] = [check, quality, mrz, classify, traces];

/** What the program is started with. */
export interface ProgramOptions {
  readonly args: readonly string[];
  readonly out: Output;
  /** Progress and complaints. */
  readonly err: Output;
  readonly now: () => Timestamp;
  /** Milliseconds of a steady clock. */
  readonly elapsedMs: () => number;
  readonly version: string;
  readonly signal: AbortSignal;
}

/**
 * The program `dossierkit`.
 *
 * @returns the exit code: 0 ran, 1 a file failed `--fail-on`, 2 unusable arguments, 130 interrupted
 */
export async function runProgram(options: ProgramOptions): Promise<number> {
  try {
    return await run(options);
  } catch (error) {
    if (options.signal.aborted) return 130;
    if (!(error instanceof UsageError)) throw error;
    options.err.write(`dossierkit: ${printable(error.message)} See "dossierkit --help".\n`);
    return 2;
  }
}

async function run(options: ProgramOptions): Promise<number> {
  const { args, out, version } = options;
  const [name = '--help', ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    out.write(rest[0] === undefined ? overview(COMMANDS, version) : commandHelp(commandNamed(rest[0])));
    return 0;
  }
  if (name === '--version') {
    out.write(`${version}\n`);
    return 0;
  }
  const command = commandNamed(name);
  const { values, positionals } = parse(command, rest);
  if (values.help) {
    out.write(commandHelp(command));
    return 0;
  }
  return checkAll(command, await expandPaths(positionals), values, options);
}

/** @throws {UsageError} where there is none of this name */
function commandNamed(name: string): Command {
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command) return command;
  const names = COMMANDS.map((candidate) => candidate.name);
  throw new UsageError(`There is no command "${name}".${didYouMean(name, names)}`);
}

const COMMON_OPTIONS = {
  locale: { type: 'string' },
  at: { type: 'string' },
  json: { type: 'boolean' },
  all: { type: 'boolean' },
  'fail-on': { type: 'string' },
  'ocr-workers': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = CommandContext['values'];

function parse(command: Command, args: readonly string[]): { values: Values; positionals: string[] } {
  const own = Object.entries(command.options).map(([name, { type, multiple = false }]) => [
    name,
    { type, multiple },
  ]);
  const options = { ...Object.fromEntries(own), ...COMMON_OPTIONS };
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    const complaint = (error as Error).message.split('. ')[0] ?? '';
    const unknown = /^Unknown option '--([^']*)'/.exec(complaint)?.[1] ?? '';
    throw new UsageError(`${complaint}.${didYouMean(unknown, Object.keys(options), '--')}`);
  }
}

async function checkAll(
  command: Command,
  paths: readonly string[],
  values: Values,
  options: ProgramOptions,
): Promise<number> {
  const locale = oneOf(values.locale ?? 'en', LOCALES, '--locale') as Locale;
  const failOn =
    values['fail-on'] && (oneOf(values['fail-on'], ['review', 'reject'], '--fail-on') as Verdict);
  const at = instant(values.at, options.now);
  await using reader = createReader({ ocrWorkers: workers(values['ocr-workers']) });
  const pictures =
    typeof values.pictures === 'string'
      ? await createPictureWriter(values.pictures, command.name)
      : undefined;
  let failed = false;
  for (const [index, path] of paths.entries()) {
    options.signal.throwIfAborted();
    const progress = progressLine(options.err, `[${index + 1}/${paths.length}] ${path}`);
    const start = options.elapsedMs();
    const context = {
      reader,
      locale,
      at,
      values,
      signal: options.signal,
      progress,
      ...(pictures && { pictures }),
    };
    const outcome = await command.checkFile({ path }, context);
    if (options.err.isTerminal) options.err.write('\r\u001B[2K');
    const row: Row = { ...outcome, path, milliseconds: options.elapsedMs() - start };
    options.out.write(values.json ? jsonLine(row) : formatRow(row, options.out, values.all === true));
    failed ||= outcome.verdict === 'reject' || outcome.verdict === failOn;
  }
  return failOn && failed ? 1 : 0;
}

function progressLine({ isTerminal, write, columns }: Output, label: string): (step: string) => void {
  if (!isTerminal) return () => {};
  return (step) => write(`\r\u001B[2K${printable(`${label}: ${step} …`).slice(0, columns - 1)}`);
}

function jsonLine({ path, verdict, milliseconds, json }: FileOutcome & Row): string {
  return `${JSON.stringify({ path, verdict, milliseconds: Math.round(milliseconds), ...json })}\n`;
}

function oneOf(value: unknown, allowed: readonly string[], option: string): string {
  if (typeof value === 'string' && allowed.includes(value)) return value;
  const meant = typeof value === 'string' ? didYouMean(value, allowed) : '';
  throw new UsageError(`${option} takes one of ${allowed.join(', ')}.${meant}`);
}

function workers(value: unknown): number {
  if (value === undefined) return 2;
  const count = Number(value);
  if (Number.isInteger(count) && count >= 1 && count <= 16) return count;
  throw new UsageError('--ocr-workers takes a number from 1 to 16.');
}

function instant(value: unknown, now: () => Timestamp): Timestamp {
  if (value === undefined) return now();
  const text = String(value);
  const parsed = parseTimestamp(parsePlainDate(text).ok ? `${text}T12:00:00Z` : text);
  if (parsed.ok) return parsed.value;
  throw new UsageError('--at takes a day (2026-05-03) or an instant (2026-05-03T08:15:00Z).');
}
