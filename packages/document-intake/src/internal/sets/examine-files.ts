import { createCheckReport, digestJson, type Timestamp } from '@dossierkit/core';
import type { ClassifierPolicy } from '@dossierkit/doc-classifier';
import type { AnyFinding, Examination, IntakeFile, IntakeReport } from '../../examination.js';
import type { ExaminedSet, SetEvent, SetExpectation, SetReport } from '../../examine-set.js';
import type { Expectation } from '../../expectation.js';
import { RULES_VERSION } from '../../rules-version.js';
import { gravest } from '../collect-findings.js';
import { judgeBundle } from './judge-bundle.js';
import { judgeCard } from './judge-card.js';
import { judgeLetter } from './judge-letter.js';
import { judgePayslips } from './judge-payslips.js';
import { partsOf } from './set-part.js';

export interface SetTools {
  readonly at: Timestamp;
  readonly classifier?: ClassifierPolicy;
  readonly examine: (file: IntakeFile, expectation: Expectation) => Examination;
}

/** Examines every file on its own, then all of them together. */
export async function examineFiles(
  files: readonly IntakeFile[],
  expectation: SetExpectation,
  tools: SetTools,
  emit: (event: SetEvent) => void,
): Promise<SetReport> {
  const each = expectationOfEach(expectation);
  const reports = await Promise.all(
    files.map(async (given, file) => {
      const examination = tools.examine(given, each);
      for await (const event of examination) emit({ type: 'file', file, event });
      return examination.report;
    }),
  );
  const { findings, ...facts } = judge(reports, expectation, tools);
  emit({ type: 'compared', findings });
  const report = reportOf(reports, expectation, findings, facts, tools.at);
  emit({ type: 'done', report });
  return report;
}

function expectationOfEach(expectation: SetExpectation): Expectation {
  switch (expectation.type) {
    case 'card':
      return { kinds: ['id-card-front', 'id-card-back'], ...expectation };
    case 'payslips':
      return { kinds: ['fr-payslip', 'de-payslip', 'gb-payslip'], ...expectation };
    case 'letter':
      return { ...expectation, pageNumbers: true };
    case 'bundle':
      return { ...expectation, kinds: expectation.wanted.flatMap(({ kinds }) => kinds) };
  }
}

type Judged = Pick<ExaminedSet, 'parts' | 'order' | 'assigned'> & {
  readonly findings: readonly AnyFinding[];
};

function judge(reports: readonly IntakeReport[], expectation: SetExpectation, tools: SetTools): Judged {
  const parts = partsOf(reports);
  const twice = sentTwice(reports);
  switch (expectation.type) {
    case 'card':
      return { parts, findings: [...twice, ...judgeCard(parts)] };
    case 'payslips': {
      const { at, classifier } = tools;
      const { months } = expectation;
      const findings = judgePayslips(parts, {
        ...{ at, subject: subjectOf(reports) },
        ...(months !== undefined && { months }),
        ...(classifier && { policy: classifier }),
      });
      return { parts, findings: [...twice, ...findings] };
    }
    case 'letter': {
      const pages = reports.map(({ value }, file) => ({ file, number: Object.values(value.pageNumbers)[0] }));
      const { order, findings } = judgeLetter(pages);
      return { parts, order, findings: [...twice, ...findings] };
    }
    case 'bundle': {
      const { findings, assigned } = judgeBundle(parts, expectation.wanted);
      return { parts, assigned, findings: [...twice, ...findings] };
    }
  }
}

/** The same file given again is most often another one that was meant. */
function sentTwice(reports: readonly IntakeReport[]): AnyFinding[] {
  const first = new Map<string, number>();
  return reports.flatMap(({ subject }, at): AnyFinding[] => {
    const before = first.get(subject);
    if (before === undefined) first.set(subject, at);
    if (before === undefined) return [];
    const params = { first: before + 1, again: at + 1 };
    return [{ code: 'document-intake/sent-twice', outcome: 'failed', severity: 'warning', params }];
  });
}

function subjectOf(reports: readonly IntakeReport[]): SetReport['subject'] {
  return digestJson(reports.map(({ subject }) => subject));
}

function reportOf(
  reports: readonly IntakeReport[],
  { type }: SetExpectation,
  compared: readonly AnyFinding[],
  facts: Omit<Judged, 'findings'>,
  at: Timestamp,
): SetReport {
  // What is wrong with a file comes first: a set of unreadable files is of course not complete.
  const wrong = reports.findIndex(({ verdict }) => verdict === 'reject');
  const next =
    wrong >= 0
      ? reports[wrong]?.value.next
      : gravest([...compared, ...reports.flatMap(({ findings }) => findings)]);
  const nextFile = wrong >= 0 ? wrong : reports.findIndex(({ findings }) => next && findings.includes(next));
  return createCheckReport<ExaminedSet, AnyFinding>({
    ...{ check: 'document-intake', version: RULES_VERSION, subject: subjectOf(reports), at },
    findings: [...compared, ...reports.flatMap(({ findings }) => findings)],
    value: {
      ...{ type, files: reports, ...facts },
      ...(next && { next, ...(nextFile >= 0 && { nextFile }) }),
    },
  });
}
