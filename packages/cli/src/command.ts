import type { Locale, Timestamp } from '@dossierkit/core';
import type { Reader } from '@dossierkit/doc-reader';
import type { FileOutcome } from './outcome.js';
import type { PictureWriter } from './pictures.js';

/** One subcommand: what is done with each file. A new package adds its command as one more file in `commands/`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What follows the options in the help: what is printed, and what it means. */
  readonly description: string;
  /** Options beside the common ones, as `node:util` parseArgs takes them, each with a line of help. */
  readonly options: Readonly<Record<string, CommandOption>>;
  /**
   * Checks one file. A broken file is an outcome, never an exception.
   *
   * @throws {UsageError} where an option's value is unusable
   */
  readonly checkFile: (file: InputFile, context: CommandContext) => Promise<FileOutcome>;
}

/** An option of one command. */
export interface CommandOption {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly help: string;
  /** What the value is called in the help. */
  readonly value?: string;
}

/** A file that the user named, or that was found in a folder they named. */
export interface InputFile {
  readonly path: string;
}

/** What a command works with. */
export interface CommandContext {
  readonly reader: Reader;
  readonly locale: Locale;
  readonly at: Timestamp;
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly signal: AbortSignal;
  /** Where the user asked for pictures. */
  readonly pictures?: PictureWriter;
  /** Says what is being done with the current file. */
  readonly progress: (step: string) => void;
}

/** Arguments that cannot be used: the program says why and ends with 2. */
export class UsageError extends Error {}
