import {
  createMessageFormat,
  type Locale,
  type Measurement,
  plainDateAt,
  renderMessage,
} from '@dossierkit/core';
import { kindName } from '@dossierkit/doc-classifier';
import { type AnyFinding, messages as intakeMessages } from '@dossierkit/document-intake';
import { messages as dossierMessages, type RequirementState } from '@dossierkit/dossier-state';
import { messages as dunningMessages, type PlannedStep, timelineOf } from '@dossierkit/dunning-scheduler';
import type { FileResult } from '../examine-file.js';
import type { Journey } from '../journey.js';
import { consumerCredit, customerCalendar } from '../product.js';
import type { RequirementId, Texts } from '../texts/texts.js';
import { fieldRows } from './field-rows.js';
import { picturesOf } from './pictures.js';
import type { FileView, MessageView, ReportView, RequirementView, TimelineView, Tone } from './view.js';

/** What {@link buildView} needs beside the journey. */
export interface ViewOptions {
  readonly locale: Locale;
  readonly texts: Texts;
  readonly customer: string;
  readonly isStory: boolean;
}

/** Puts the journey into the words of a language. */
export async function buildView(journey: Journey, options: ViewOptions): Promise<ReportView> {
  const { locale, texts, customer, isStory } = options;
  const format = createMessageFormat(locale);
  const { summary } = journey;
  const next = renderMessage(dossierMessages, summary.nextStep, locale);
  return {
    locale,
    title: texts.title,
    subtitle: texts.subtitle(customer, format.date(plainDateAt(journey.at, consumerCredit.zone))),
    state: {
      label: texts.states[summary.state],
      done: summary.completeness.met,
      total: summary.completeness.asked,
    },
    nextStep: summary.missing.length === 0 ? texts.nothingLeft : `${next.text} ${next.advice}`.trim(),
    requirements: summary.requirements.map((requirement) => requirementView(requirement, options)),
    files: await Promise.all(journey.files.map((file, index) => fileView(file, index, options))),
    timeline: timelineViews(journey, options),
    timelineNotes: [],
    footer: [...(isStory ? [texts.madeWith] : []), texts.localOnly],
  };
}

function requirementView(requirement: RequirementState, { locale, texts }: ViewOptions): RequirementView {
  const { id, status, why } = requirement;
  const tone: Tone =
    status === 'accepted' || status === 'waived'
      ? 'good'
      : status === 'in-review'
        ? 'look'
        : status === 'asked'
          ? 'neutral'
          : 'bad';
  return {
    title: texts.requirements[id as RequirementId] ?? id,
    tone,
    state: texts.requirementStates[status],
    why: withoutEchoes(why)
      .filter(({ outcome, severity }) => outcome === 'failed' && severity !== 'info')
      .slice(0, 2)
      .map((finding) => {
        const own = finding.code.startsWith('dossier-state/');
        const { text, advice } = own
          ? renderMessage(dossierMessages, finding, locale)
          : renderMessage(intakeMessages, finding, locale);
        return `${text} ${advice}`;
      }),
  };
}

/** A check and the dossier may both say that a document is too old: the first one to say it is heard. */
function withoutEchoes(findings: RequirementState['why']): RequirementState['why'] {
  const said = new Set<string>();
  return findings.filter(({ code }) => {
    const what = code.split('/')[1] ?? code;
    return !said.has(what) && said.add(what);
  });
}

async function fileView(result: FileResult, index: number, options: ViewOptions): Promise<FileView> {
  const { locale, texts } = options;
  const { file, report, requirement, durations } = result;
  const unreadable = report.value.format === undefined;
  const { kind } = report.value;
  // What this host has not set up is no news to anybody.
  const skipped = report.value.steps.flatMap(({ step, skipped: reason }) =>
    reason && !['no-trust', 'no-registers', 'not-wanted'].includes(reason) ? [step] : [],
  );
  const describe = {
    alt: (page: number) => texts.pageAlt(file.name, page),
    mark: (code: string) => code,
  };
  return {
    id: `file-${index + 1}`,
    name: file.name,
    requirement: requirement ? (texts.requirements[requirement as RequirementId] ?? requirement) : '',
    verdict: unreadable ? 'unreadable' : report.verdict,
    verdictLabel: texts.verdict[unreadable ? 'unreadable' : report.verdict],
    kind: kind ? kindName({ kind }, locale) : '',
    pictures: await picturesOf(result, describe),
    messages: messageViews(report.findings, options),
    verified: verifiedTexts(report.findings, locale),
    fields: fieldRows(report.value.checks, locale, texts),
    steps: [
      ...durations.map(({ step, milliseconds }) => ({ label: texts.steps[step], milliseconds, note: '' })),
      ...skipped.map((step) => ({ label: texts.steps[step], milliseconds: 0, note: texts.skipped })),
    ],
    digest: unreadable ? '' : report.subject,
  };
}

/**
 * What did not pass, the gravest first; the same sentence once. Notes only where there is nothing graver, and none about what could
 * not be measured and did not matter.
 */
export function messageViews(
  findings: readonly AnyFinding[],
  { locale, texts }: Pick<ViewOptions, 'locale' | 'texts'>,
): MessageView[] {
  const rank = { critical: 0, warning: 1, info: 2 } as const;
  const open = findings.filter(({ outcome }) => outcome !== 'passed');
  const grave = open.filter(({ severity }) => severity !== 'info');
  const notes = open.filter(({ outcome }) => outcome === 'failed');
  const views = (grave.length > 0 ? grave : notes)
    .toSorted((a, b) => rank[a.severity] - rank[b.severity])
    .map((finding): MessageView => {
      const { text, advice } = renderMessage(intakeMessages, finding, locale);
      const measured = measuredText(finding.measured, locale, texts);
      const tone = finding.severity === 'critical' && finding.outcome === 'failed' ? 'bad' : 'look';
      return {
        tone: finding.severity === 'info' ? 'neutral' : tone,
        text,
        advice,
        ...(measured && { measured }),
      };
    });
  return [...new Map(views.map((view) => [view.text, view])).values()];
}

/** Units that are written the same in every language; a count needs none. */
const UNITS: Readonly<Record<string, string>> = { px: ' px', degrees: '°' };

function measuredText(measured: Measurement | undefined, locale: Locale, texts: Texts): string | undefined {
  if (measured?.limit === undefined) return undefined;
  const { number } = createMessageFormat(locale);
  const written = (value: number): string => {
    if (measured.unit.startsWith('ratio'))
      return number(value, { style: 'percent', maximumSignificantDigits: 2 });
    return number(value, { maximumSignificantDigits: 3 }) + (UNITS[measured.unit] ?? '');
  };
  return texts.measured(written(measured.value), written(measured.limit));
}

function verifiedTexts(findings: readonly AnyFinding[], locale: Locale): string[] {
  const passed = findings.filter(({ outcome }) => outcome === 'passed');
  return [...new Set(passed.map((finding) => renderMessage(intakeMessages, finding, locale).text))].filter(
    Boolean,
  );
}

function timelineViews({ contactCase, plan, at }: Journey, { locale }: ViewOptions): TimelineView[] {
  if (!contactCase || !plan) return [];
  const calendar = customerCalendar();
  const format = createMessageFormat(locale);
  const steps = new Map<string, PlannedStep>(plan.steps.map((step) => [step.step, step]));
  return timelineOf(contactCase, plan, { calendar, locale, at }).map(
    ({ when, time, step, text, deadline }) => ({
      when: time ? format.dateTime(time.at, time.zone) : '',
      title: text,
      detail: deadline ? format.date(deadline) : '',
      why: (step ? (steps.get(step)?.reasons ?? []) : [])
        .map((reason) => renderMessage(dunningMessages, reason, locale).text)
        .filter(Boolean),
      past: when === 'past',
    }),
  );
}
