import { combineVerdicts, renderMessage } from '@dossierkit/core';
import { checkQuality, messages, recommendedMaxSidePx, renderQualityOverlay } from '@dossierkit/doc-quality';
import { messages as readerMessages } from '@dossierkit/doc-reader';
import type { Command, CommandContext, InputFile } from '../command.js';
import { jsonOf, messagesOf, unreadable, verifiedOf } from '../findings.js';
import type { FileOutcome } from '../outcome.js';
import { PICTURES_OPTION } from '../pictures.js';

/** Whether the pages can be used. */
export const quality: Command = {
  name: 'quality',
  summary: 'Judge the picture: sharp, light, large, upright and complete enough to be used?',
  description:
    'Prints a verdict for each file and, page by page, what is wrong with the picture and how to take a better one.\nPictures show the corners of the page and where the problems are.',
  options: { pictures: PICTURES_OPTION },
  checkFile,
};

async function checkFile({ path }: InputFile, context: CommandContext): Promise<FileOutcome> {
  const { reader, locale, at, signal, progress, pictures } = context;
  const opened = await reader.open(path, { name: path, signal });
  if (!opened.ok) return unreadable(renderMessage(readerMessages, opened.error, locale), opened.error);
  using document = opened.value;
  const reports = [];
  for (const page of document.pages) {
    progress(`page ${page.index + 1}`);
    const raster = await page.readRaster({ maxSidePx: recommendedMaxSidePx, signal });
    if (!raster.ok) return unreadable(renderMessage(readerMessages, raster.error, locale), raster.error);
    const { origin, dpi, index, widthPx, heightPx } = page;
    const size = { originalWidthPx: widthPx, originalHeightPx: heightPx };
    const image = { raster: raster.value, origin, page: index, ...size, ...(dpi !== undefined && { dpi }) };
    const report = checkQuality(image, { at, subject: document.digest });
    await pictures?.write(path, index, raster.value, renderQualityOverlay(report, raster.value));
    reports.push(report);
  }
  const findings = reports.flatMap((report) => report.findings);
  const { length } = document.pages;
  return {
    verdict: combineVerdicts(reports.map(({ verdict }) => verdict)),
    summary: `${document.format}, ${length} ${length === 1 ? 'page' : 'pages'}`,
    messages: messagesOf(findings, (finding) => renderMessage(messages, finding, locale)),
    verified: verifiedOf(findings, (finding) => renderMessage(messages, finding, locale)),
    fields: [],
    json: { pages: reports.map(jsonOf) },
  };
}
