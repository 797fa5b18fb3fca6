import { readFile } from 'node:fs/promises';
import { renderMessage } from '@dossierkit/core';
import { type AnyFinding, createIntake, type Expectation, messages } from '@dossierkit/document-intake';
import { type Command, type CommandContext, type InputFile, UsageError } from '../command.js';
import { fieldsOf, jsonOf, messagesOf, verifiedOf } from '../findings.js';
import type { FileOutcome } from '../outcome.js';

/** Every check that applies to a file. */
export const check: Command = {
  name: 'check',
  summary: 'Run every check that applies: picture, machine-readable zone, kind, age, fields, agreement.',
  description: `Prints a verdict for each file, what is wrong and what to do now, what was verified, and what was read.
A form is a JSON file: { "record": { … }, "identity": { … } } with what doc-match and mrz-check compare.`,
  options: {
    expect: {
      type: 'string',
      multiple: true,
      value: 'KIND',
      help: 'a kind that would do (may be repeated), e.g. fr-tax-notice',
    },
    form: { type: 'string', value: 'FILE', help: 'compare what is read with this JSON form' },
  },
  checkFile,
};

async function checkFile({ path }: InputFile, context: CommandContext): Promise<FileOutcome> {
  const { reader, locale, at, signal, progress } = context;
  const expectation = await expectationOf(context);
  const intake = createIntake({ reader, clock: { now: () => at } });
  const examination = intake.examine({ input: path, name: path }, expectation, { signal });
  for await (const event of examination) if (event.type === 'step') progress(event.step);
  const report = await examination.report;
  const { checks, format, kind, pages } = report.value;
  return {
    verdict: report.verdict,
    summary: [kind, format && `${format}, ${pages} ${pages === 1 ? 'page' : 'pages'}`]
      .filter(Boolean)
      .join(' · '),
    messages: messagesOf(report.findings, (finding: AnyFinding) => renderMessage(messages, finding, locale)),
    verified: verifiedOf(report.findings, (finding: AnyFinding) => renderMessage(messages, finding, locale)),
    fields: [
      ...fieldsOf(checks.zone?.value?.fields),
      ...(checks.kind?.value.fields ?? []).map(({ name, raw }) => ({ name, value: raw })),
    ],
    json: jsonOf(report),
  };
}

async function expectationOf({ values }: CommandContext): Promise<Expectation> {
  const kinds = values.expect as readonly string[] | undefined;
  const form = typeof values.form === 'string' ? await readForm(values.form) : {};
  return { ...form, ...(kinds && { kinds }) };
}

async function readForm(path: string): Promise<Pick<Expectation, 'record' | 'identity'>> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`The form "${path}" cannot be read.`);
  });
  let form: unknown;
  try {
    form = JSON.parse(text);
  } catch {
    throw new UsageError(`The form "${path}" is no JSON.`);
  }
  if (typeof form !== 'object' || form === null || Array.isArray(form)) {
    throw new UsageError(`The form "${path}" must hold an object with "record", "identity", or both.`);
  }
  const unknown = Object.keys(form).filter((key) => key !== 'record' && key !== 'identity');
  if (unknown.length > 0)
    throw new UsageError(`The form "${path}" has unknown parts: ${unknown.join(', ')}.`);
  return form;
}
