import type { Locale, Verdict } from '@dossierkit/core';
import type { IntakeStepName } from '@dossierkit/document-intake';
import type { DossierState, RequirementStatus } from '@dossierkit/dossier-state';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { fr } from './fr.js';

/** What the story and its report say themselves; what was noticed comes from the packages' own messages. */
export interface Texts {
  readonly title: string;
  readonly subtitle: (customer: string, day: string) => string;
  readonly making: string;
  readonly ownFiles: string;
  readonly stateLabel: string;
  readonly nextLabel: string;
  readonly nothingLeft: string;
  readonly progress: (done: number, total: number) => string;
  readonly requirementsHeading: string;
  readonly remindersHeading: string;
  readonly filesHeading: string;
  readonly requirementColumn: string;
  readonly stateColumn: string;
  readonly whyColumn: string;
  readonly fieldColumn: string;
  readonly valueColumn: string;
  readonly fileColumn: string;
  readonly kindColumn: string;
  readonly timeColumn: string;
  readonly noReminders: string;
  readonly verdict: Readonly<Record<Verdict | 'unreadable', string>>;
  readonly measured: (value: string, limit: string) => string;
  readonly passedChecks: (count: number) => string;
  readonly skipped: string;
  readonly steps: Readonly<Record<IntakeStepName, string>>;
  readonly requirements: Readonly<Record<RequirementId, string>>;
  readonly states: Readonly<Record<DossierState, string>>;
  readonly requirementStates: Readonly<Record<RequirementStatus, string>>;
  readonly sexes: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
  readonly pageAlt: (name: string, page: number) => string;
  readonly reportAt: (path: string) => string;
  readonly firstFeedback: (seconds: string) => string;
  readonly madeWith: string;
  readonly localOnly: string;
}

/** What the consumer-credit dossier of the story asks for. */
export type RequirementId = 'identity' | 'income-tax' | 'address' | 'bank-details';

const ALL: Readonly<Record<Locale, Texts>> = { en, fr, de, ar };

/** The story's own texts in a language. */
export function textsIn(locale: Locale): Texts {
  return ALL[locale];
}
