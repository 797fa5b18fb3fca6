import { type Locale, renderMessage } from '@dossierkit/core';
import type { DunningReason } from './findings.js';
import { messages } from './messages/index.js';
import type { ContactPlan, StepStatus } from './plan-contacts.js';

/** Why a step is when it is, in sentences. */
export interface StepExplanation {
  readonly step: string;
  readonly status: StepStatus;
  /** One sentence for each reason, in the order in which it was decided. */
  readonly why: readonly string[];
  /** What would bring it forward, put it off, or make it unnecessary. */
  readonly whatWouldChangeIt: readonly string[];
  readonly direction: 'ltr' | 'rtl';
}

/**
 * Says why a step comes now, why not earlier or not at all, and what would change that.
 *
 * @returns `undefined` where the plan has no such step
 */
export function explainStep(plan: ContactPlan, step: string, locale: Locale): StepExplanation | undefined {
  const planned = plan.steps.find((each) => each.step === step);
  if (!planned) return undefined;
  const rendered = planned.reasons.map((reason: DunningReason) => renderMessage(messages, reason, locale));
  return {
    step,
    status: planned.status,
    why: rendered.map(({ text }) => text),
    whatWouldChangeIt: [...new Set(rendered.map(({ advice }) => advice).filter((advice) => advice !== ''))],
    direction: locale === 'ar' ? 'rtl' : 'ltr',
  };
}
