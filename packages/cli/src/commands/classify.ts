import { renderMessage } from '@dossierkit/core';
import { classifyDocument, messages } from '@dossierkit/doc-classifier';
import { messages as readerMessages } from '@dossierkit/doc-reader';
import type { Command, CommandContext, InputFile } from '../command.js';
import { jsonOf, messagesOf, unreadable, verifiedOf } from '../findings.js';
import type { FileOutcome } from '../outcome.js';

/** Which document it is. */
export const classify: Command = {
  name: 'classify',
  summary: 'Say which document it is, how old it is, and what it says.',
  description:
    'Prints the kind of each document with its probability, its age under the rule of that kind, and its fields.',
  options: {
    expect: { type: 'string', multiple: true, value: 'KIND', help: 'a kind that would do (may be repeated)' },
  },
  checkFile,
};

async function checkFile({ path }: InputFile, context: CommandContext): Promise<FileOutcome> {
  const { reader, locale, at, signal, progress, values } = context;
  const opened = await reader.open(path, { name: path, signal });
  if (!opened.ok) return unreadable(renderMessage(readerMessages, opened.error, locale), opened.error);
  using document = opened.value;
  progress('reading');
  const expected = (values.expect as readonly string[] | undefined) ?? [];
  const report = await classifyDocument(document, { at, subject: document.digest, expected, signal });
  const { kind, probability, fields } = report.value;
  return {
    verdict: report.verdict,
    summary: `${kind} (${Math.round(probability * 100)} %)`,
    messages: messagesOf(report.findings, (finding) => renderMessage(messages, finding, locale)),
    verified: verifiedOf(report.findings, (finding) => renderMessage(messages, finding, locale)),
    fields: fields.map(({ name, raw }) => ({ name, value: raw })),
    json: jsonOf(report),
  };
}
