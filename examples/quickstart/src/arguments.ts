import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LOCALES, type Locale, matchLocale, type PlainDate, parsePlainDate } from '@dossierkit/core';
import type { CustomerForm } from './examine-file.js';

/** What the demo is asked to do. */
export interface DemoArguments {
  readonly locale: Locale;
  /** The user's own files; empty: the story. */
  readonly files: readonly string[];
  readonly form: CustomerForm;
  readonly day: PlainDate | undefined;
  readonly out: string;
  readonly help: boolean;
}

/** Arguments that cannot be used. */
export class UsageError extends Error {}

export const HELP = `One consumer-credit dossier, from the first file to the planned reminders.

  npm run demo                                     tells the story on freshly made specimens
  npm run demo -- --locale fr                      in French (en, fr, de, ar)
  npm run demo -- --form form.json id.jpg bill.pdf checks your own files instead

Options:
  --locale LANG   language of messages and report: ${LOCALES.join(', ')} (default: the terminal's, else en)
  --form FILE     what the customer typed, as JSON: { "record": { … }, "identity": { … } }
  --at DAY        check as of this day, YYYY-MM-DD (default: 2026-05-04 for the story, today for your files)
  --out FILE      where the report goes (default: report.html)
  --help          this text

Nothing is sent anywhere. Exit codes: 0 ran, 2 unusable arguments. A broken file is a row in the table.
`;

/**
 * Reads the command line.
 *
 * @throws {UsageError}
 */
export async function parseDemoArguments(
  args: readonly string[],
  environmentLanguage: string,
): Promise<DemoArguments> {
  const { values, positionals } = parse(args);
  if (values.locale !== undefined && !LOCALES.some((locale) => locale === values.locale)) {
    throw new UsageError(`--locale takes one of ${LOCALES.join(', ')}.`);
  }
  const day = values.at === undefined ? undefined : parsePlainDate(values.at);
  if (day && !day.ok) throw new UsageError('--at takes a day such as 2026-05-04.');
  return {
    locale: matchLocale(values.locale ?? environmentLanguage),
    files: positionals,
    form: values.form === undefined ? {} : await readForm(values.form),
    day: day?.value,
    out: resolve(values.out ?? 'report.html'),
    help: values.help === true,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        locale: { type: 'string' },
        form: { type: 'string' },
        at: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function readForm(path: string): Promise<CustomerForm> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`The form ${path} cannot be read.`);
  });
  let form: unknown;
  try {
    form = JSON.parse(text);
  } catch {
    throw new UsageError(`The form ${path} is no JSON.`);
  }
  const isObject = typeof form === 'object' && form !== null && !Array.isArray(form);
  const unknown = isObject
    ? Object.keys(form as object).filter((key) => key !== 'record' && key !== 'identity')
    : [];
  if (!isObject || unknown.length > 0) {
    throw new UsageError(
      `The form ${path} must hold { "record": { … }, "identity": { … } } and nothing else.`,
    );
  }
  return form as CustomerForm;
}
