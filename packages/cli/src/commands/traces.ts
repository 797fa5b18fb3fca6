import { readFile } from 'node:fs/promises';
import { renderMessage } from '@dossierkit/core';
import { checkTraces, messages } from '@dossierkit/doc-authenticity';
import { messages as readerMessages } from '@dossierkit/doc-reader';
import type { Command, CommandContext, InputFile } from '../command.js';
import { jsonOf, messagesOf, unreadable, verifiedOf } from '../findings.js';
import type { FileOutcome } from '../outcome.js';

/** How a file was made and changed. */
export const traces: Command = {
  name: 'traces',
  summary: 'Look for traces of editing in PDFs and pictures.',
  description:
    'Prints how each file was saved and by what, and places that were covered, added or put in.\nA trace is a reason to look, no proof.',
  options: {},
  checkFile,
};

async function checkFile({ path }: InputFile, context: CommandContext): Promise<FileOutcome> {
  const { reader, locale, at, signal } = context;
  const opened = await reader.open(path, { name: path, signal });
  if (!opened.ok) return unreadable(renderMessage(readerMessages, opened.error, locale), opened.error);
  using document = opened.value;
  const bytes = new Uint8Array(await readFile(path, { signal }));
  const report = checkTraces(bytes, { at, subject: document.digest });
  const found = report.findings.filter(
    ({ outcome, severity }) => outcome !== 'passed' && severity !== 'info',
  );
  return {
    verdict: report.verdict,
    summary: `${report.value.format}, ${found.length} ${found.length === 1 ? 'trace' : 'traces'}`,
    messages: messagesOf(report.findings, (finding) => renderMessage(messages, finding, locale)),
    verified: verifiedOf(report.findings, (finding) => renderMessage(messages, finding, locale)),
    fields: [],
    json: jsonOf(report),
  };
}
