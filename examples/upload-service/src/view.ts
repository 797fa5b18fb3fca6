import { type Finding, type Locale, renderMessage } from '@dossierkit/core';
import { type AnyFinding, messages as intakeMessages } from '@dossierkit/document-intake';
import {
  type DossierFinding,
  type DossierSummary,
  messages as dossierMessages,
} from '@dossierkit/dossier-state';
import { product } from './product.js';
import type { UploadState } from './uploads.js';

/** What the page shows, in the customer's language: nothing in it has to be worked out by the page. */
export interface DossierView {
  readonly headline: string;
  readonly met: number;
  readonly asked: number;
  readonly requirements: readonly RequirementView[];
}

export interface RequirementView {
  readonly id: string;
  readonly label: string;
  /** `asked`, `arriving`, `checking`, `to-redo`, `in-review` or `accepted`. */
  readonly status: string;
  readonly problem?: string;
  readonly advice?: string;
  readonly uploads: readonly {
    readonly id: string;
    readonly name: string;
    readonly sizeBytes: number;
    readonly receivedBytes: number;
    readonly step?: string;
  }[];
}

const STATUS: Readonly<Record<string, string>> = {
  'handed-in': 'checking',
  expired: 'to-redo',
  waived: 'accepted',
};

export function viewOf(
  summary: DossierSummary,
  uploads: readonly UploadState[],
  locale: Locale,
): DossierView {
  const { met, asked } = summary.completeness;
  return {
    headline: renderMessage(dossierMessages, summary.nextStep, locale).text,
    met,
    asked,
    requirements: summary.requirements.map(({ requirement, status, why }) => {
      const mine = uploads.filter((upload) => upload.requirement === requirement);
      const arriving = mine.some(({ step }) => step === undefined);
      const early = mine.find(({ firstWord }) => firstWord)?.firstWord;
      const finding = early ?? (mine.length === 0 && status !== 'accepted' ? gravest(why) : undefined);
      const told = finding && tell(finding as AnyFinding | DossierFinding, locale);
      const label = product.requirements.find(({ id }) => id === requirement)?.label ?? {};
      return {
        id: requirement,
        label: label[locale] ?? requirement,
        status: arriving ? 'arriving' : mine.length > 0 ? 'checking' : (STATUS[status] ?? status),
        ...(told && { problem: told.text, advice: told.advice }),
        uploads: mine.map(({ id, name, sizeBytes, receivedBytes, step }) => ({
          ...{ id, name, sizeBytes, receivedBytes },
          ...(step !== undefined && { step }),
        })),
      };
    }),
  };
}

/** One thing at a time: what is refused before what is to be looked at; notes are for nobody here. */
function gravest<F extends Pick<Finding, 'outcome' | 'severity'>>(findings: readonly F[]): F | undefined {
  const open = findings.filter(({ outcome, severity }) => outcome !== 'passed' && severity !== 'info');
  const isRefusal = ({ outcome, severity }: F): boolean => outcome === 'failed' && severity === 'critical';
  return open.find(isRefusal) ?? open[0];
}

function tell(finding: AnyFinding | DossierFinding, locale: Locale): { text: string; advice: string } {
  return finding.code.startsWith('dossier-state/')
    ? renderMessage(dossierMessages, finding as DossierFinding, locale)
    : renderMessage(intakeMessages, finding as AnyFinding, locale);
}
