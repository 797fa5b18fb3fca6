// `npm run demo`: one dossier, from the first file to the planned reminders, in the terminal and as report.html.
import { access, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { plainDateAt, timestamp, timestampFromMs } from '@dossierkit/core';
import { kindName } from '@dossierkit/doc-classifier';
import { createReader } from '@dossierkit/doc-reader';
import { HELP, parseDemoArguments, UsageError } from './arguments.js';
import type { CustomerForm, FileResult } from './examine-file.js';
import { type Journey, playJourney } from './journey.js';
import { buildView, messageViews } from './report/build-view.js';
import { renderReport } from './report/render-report.js';
import type { ReportView, Tone } from './report/view.js';
import { type HandedIn, renderStory, storyForm, storyPerson } from './story.js';
import { Terminal } from './terminal.js';
import { type Texts, textsIn } from './texts/texts.js';

/** The day on which the story is told. */
const STORY_AT = timestamp('2026-05-04T08:30:00Z');

const terminal = new Terminal(process.stdout);
// A reader who has seen enough (`| head`) does not stop the report from being written.
process.stdout.on('error', () => {});

async function main(): Promise<void> {
  const language = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || 'en';
  const {
    locale,
    files: paths,
    form,
    day,
    out,
    help,
  } = await parseDemoArguments(process.argv.slice(2), language);
  if (help) return terminal.line(HELP);
  const texts = textsIn(locale);
  const isStory = paths.length === 0;
  const now = isStory ? STORY_AT : timestampFromMs(performance.timeOrigin + performance.now());
  const at = day ? timestamp(`${day}T08:30:00Z`) : now;
  const person = storyPerson(plainDateAt(at, 'Europe/Paris'));
  const files = isStory ? await story(plainDateAt(at, 'Europe/Paris'), texts) : await ownFiles(paths);
  const customerForm: CustomerForm = isStory ? storyForm(person) : form;
  const customer = isStory ? `${person.givenNames[0]} ${person.familyName}` : texts.ownFiles;

  await using reader = createReader();
  terminal.line(`\n${terminal.paint('bold', texts.title)}  ${terminal.paint('dim', customer)}\n`);
  const journey = await playJourney(files, {
    reader,
    at,
    form: customerForm,
    elapsedMs: () => performance.now(),
    onStep: (file, index, step) =>
      terminal.progress(`  [${index + 1}/${files.length}] ${file.name}: ${texts.steps[step]} …`),
    onFile: (result) => showFile(result, locale, texts),
  });
  const view = await buildView(journey, { locale, texts, customer, isStory });
  showDossier(view, texts);
  await writeFile(out, renderReport(view, texts));
  terminal.line(`\n${texts.reportAt(terminal.paint('underline', out))}`);
  showTimes(journey, texts);
}

async function story(day: Parameters<typeof renderStory>[0], texts: Texts): Promise<HandedIn[]> {
  const files = await renderStory(day, (done, of) =>
    terminal.progress(`  ${texts.making} ${done + 1}/${of} …`),
  );
  terminal.endProgress();
  return files;
}

async function ownFiles(paths: readonly string[]): Promise<HandedIn[]> {
  for (const path of paths) {
    await access(path).catch(() => {
      throw new UsageError(`There is no file ${path}.`);
    });
  }
  return paths.map((path) => ({ name: basename(path), input: path }));
}

const MARKS: Readonly<Record<string, readonly [Tone, string]>> = {
  accept: ['good', '✓'],
  review: ['look', '?'],
  reject: ['bad', '✗'],
};

function showFile(result: FileResult, locale: Parameters<typeof textsIn>[0], texts: Texts): void {
  terminal.endProgress();
  const { file, report, milliseconds } = result;
  const { kind } = report.value;
  const [tone, mark] = MARKS[report.verdict] ?? ['neutral', ''];
  const verdict =
    report.value.format === undefined ? texts.verdict.unreadable : texts.verdict[report.verdict];
  const seconds = `${(milliseconds / 1000).toFixed(1)} s`;
  const about = [kind && kindName({ kind }, locale), seconds].filter(Boolean).join(', ');
  terminal.line(
    `${terminal.tone(tone, `${mark} ${verdict}`)}  ${terminal.paint('bold', file.name)}  ${terminal.paint('dim', about)}`,
  );
  const [first] = messageViews(report.findings, { locale, texts });
  if (first && report.verdict !== 'accept') {
    terminal.table([['', first.text]]);
    if (first.advice) terminal.table([[terminal.paint('dim', '→'), first.advice]]);
  }
}

function showDossier({ state, requirements, timeline, nextStep }: ReportView, texts: Texts): void {
  terminal.line(
    `\n${terminal.paint('bold', state.label)}  ${terminal.paint('dim', texts.progress(state.done, state.total))}\n`,
  );
  terminal.table(
    requirements.map(({ title, tone, state: label, why }) => [
      title,
      terminal.tone(tone, label),
      // The rest was said at the file, and is in the report.
      why[0] ?? '',
    ]),
  );
  terminal.line();
  terminal.table([[terminal.paint('bold', texts.nextLabel), nextStep]]);
  terminal.line(`\n${terminal.paint('bold', texts.remindersHeading)}\n`);
  if (timeline.length === 0) terminal.line(`  ${texts.noReminders}`);
  else terminal.table(timeline.map(({ when, title, why }) => [when, [title, ...why].join(' ')]));
}

function showTimes({ files }: Journey, texts: Texts): void {
  const first = files[0];
  if (first)
    terminal.line(terminal.paint('dim', texts.firstFeedback((first.firstFeedbackMs / 1000).toFixed(2))));
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${HELP}`);
  process.exitCode = 2;
}
