import { renderMessage } from '@dossierkit/core';
import { messages as readerMessages } from '@dossierkit/doc-reader';
import { checkMrz, drawMrz, type MrzReading, messages, readMrz } from '@dossierkit/mrz-check';
import type { Command, CommandContext, InputFile } from '../command.js';
import { fieldsOf, jsonOf, messagesOf, unreadable, verifiedOf } from '../findings.js';
import type { FileOutcome } from '../outcome.js';
import { PICTURES_OPTION } from '../pictures.js';

/** Longer side at which a zone is looked for, in pixels. */
const MAX_SIDE_PX = 2000;

/** The machine-readable zone of passports, cards and visas. */
export const mrz: Command = {
  name: 'mrz',
  summary: 'Read and verify the machine-readable zone of a passport, card, permit or visa.',
  description: `Prints the lines of the zone, its fields, and which check digits hold.
Pictures show every character as it was read: weak ones orange, repaired ones blue, doubtful ones red.`,
  options: { pictures: PICTURES_OPTION },
  checkFile,
};

async function checkFile({ path }: InputFile, context: CommandContext): Promise<FileOutcome> {
  const { reader, locale, at, signal, progress, pictures } = context;
  const opened = await reader.open(path, { name: path, signal });
  if (!opened.ok) return unreadable(renderMessage(readerMessages, opened.error, locale), opened.error);
  using document = opened.value;
  let reading: MrzReading | undefined;
  for (const page of document.pages) {
    progress(`page ${page.index + 1}`);
    const raster = await page.readRaster({ maxSidePx: MAX_SIDE_PX, grey: true, signal });
    if (!raster.ok) return unreadable(renderMessage(readerMessages, raster.error, locale), raster.error);
    const found = readMrz(raster.value, { at });
    if (found) await pictures?.write(path, page.index, raster.value, drawMrz(found, raster.value));
    reading = found ?? reading;
    if (reading?.valid) break;
  }
  const report = checkMrz(reading, { at, subject: document.digest });
  return {
    verdict: report.verdict,
    summary: reading?.format ?? 'no zone',
    messages: messagesOf(report.findings, (finding) => renderMessage(messages, finding, locale)),
    verified: verifiedOf(report.findings, (finding) => renderMessage(messages, finding, locale)),
    fields: [
      ...(reading?.lines ?? []).map((value, at) => ({ name: `line ${at + 1}`, value })),
      ...fieldsOf(reading?.fields),
    ],
    json: jsonOf(report),
  };
}
