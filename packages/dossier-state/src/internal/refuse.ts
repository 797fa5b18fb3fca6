import { codedError, type Timestamp } from '@dossierkit/core';
import { type Answers, answerTo } from '../condition.js';
import type { Dossier } from '../dossier.js';
import type { Actor, DossierEvent, DossierEventType, Proposed } from '../events.js';
import type { DossierError } from '../findings.js';
import type { Product, Question } from '../product.js';
import { isMet, type RequirementState, requirementsOf } from '../requirements.js';

/** Reports that may wait for their documents. */
const MAX_EARLY_REPORTS = 100;

type Refusal = DossierError | undefined;

/** Why an event that the state allows must not be applied to this dossier, or `undefined`. */
export function refuse(dossier: Dossier, event: DossierEvent, product: Product, at: Timestamp): Refusal {
  switch (event.type) {
    case 'answers-given':
      return refuseAnswers(event.answers, product);
    case 'handed-in':
      return refuseHandIn(dossier, event, product);
    case 'report-received':
      return refuseReport(dossier, event.submission);
    case 'taken-back':
    case 'review-asked':
      return unknownSubmission(dossier, event.submission);
    case 'reviewed':
      return unknownSubmission(dossier, event.submission) ?? needsPerson(event.by, event.type);
    case 'proposed':
      return refuseProposal(dossier, event, product, at);
    case 'confirmed':
      return refuseConfirmation(dossier, event, product, at);
    case 'declined':
      return unknownProposal(dossier, event.proposal) ?? needsPerson(event.by, event.type);
    case 'reconsidered':
    case 'reopened':
    case 'ended':
      return needsPerson(event.by, event.type);
    case 'extended':
      return needsPerson(event.by, event.type) ?? pastTerm(event.until, at);
    case 'timer-fired':
      return refuseTimer(dossier, event.timer, at);
    default:
      return undefined;
  }
}

/** Why answers are not possible ones for a product, or `undefined`. */
export function refuseAnswers(answers: Answers, product: Product): Refusal {
  for (const [key, answer] of Object.entries(answers)) {
    const dot = key.indexOf('.');
    const subject = key.slice(0, Math.max(0, dot)).replace(/-\d{1,3}$/, '');
    const named = dot < 0 || product.subjects.some(({ id }) => id === key.slice(0, dot) || id === subject);
    const name = key.slice(dot + 1);
    const question = Object.hasOwn(product.questions, name) ? product.questions[name] : undefined;
    if (!named || !question || !isPossible(answer, question) || answerTo(key, answers) === undefined) {
      return codedError('dossier-state/answer-invalid', { question: key.slice(0, 80) });
    }
  }
  return undefined;
}

function isPossible(answer: unknown, question: Question): boolean {
  switch (question.type) {
    case 'boolean':
      return typeof answer === 'boolean';
    case 'choice':
      return typeof answer === 'string' && question.options.includes(answer);
    case 'number':
      return typeof answer === 'number' && answer >= question.min && answer <= question.max;
    case 'text':
      return typeof answer === 'string' && answer.length <= question.maxLength;
  }
}

function refuseHandIn(dossier: Dossier, event: DossierEvent<'handed-in'>, product: Product): Refusal {
  const { submission, requirement } = event;
  if (dossier.submissions.some(({ id }) => id === submission)) {
    return codedError('dossier-state/submission-taken', { submission });
  }
  return requirementNamed(dossier, requirement, product)
    ? undefined
    : codedError('dossier-state/unknown-requirement', { requirement });
}

function requirementNamed(dossier: Dossier, id: string, product: Product): RequirementState | undefined {
  return requirementsOf(dossier, product).find((each) => each.id === id);
}

function refuseReport(dossier: Dossier, submission: string): Refusal {
  const isKnown = dossier.submissions.some(({ id }) => id === submission);
  if (isKnown || dossier.earlyReports.length < MAX_EARLY_REPORTS) return undefined;
  return codedError('dossier-state/too-many-early-reports', { limit: MAX_EARLY_REPORTS });
}

function unknownSubmission({ submissions }: Dossier, submission: string): Refusal {
  if (submissions.some(({ id, takenBack }) => id === submission && !takenBack)) return undefined;
  return codedError('dossier-state/unknown-submission', { submission });
}

function needsPerson(by: Actor, event: DossierEventType): Refusal {
  return by.kind === 'person' ? undefined : codedError('dossier-state/needs-a-person', { event });
}

function pastTerm(until: Timestamp | undefined, at: Timestamp): Refusal {
  return until !== undefined && until <= at ? codedError('dossier-state/term-in-the-past', {}) : undefined;
}

function refuseProposal(
  dossier: Dossier,
  event: DossierEvent<'proposed'>,
  product: Product,
  at: Timestamp,
): Refusal {
  const { what, by } = event;
  if (dossier.proposal)
    return codedError('dossier-state/proposal-pending', { proposal: dossier.proposal.id });
  const mayDecide = by.kind === 'person' || (by.kind === 'system' && isAutomatic(what, product));
  if (!mayDecide) return codedError('dossier-state/needs-a-person', { event: event.type });
  const until =
    what.matter === 'waive' ? what.until : what.matter === 'approve' ? what.validUntil : undefined;
  return pastTerm(until, at) ?? refuseMatter(dossier, what, product);
}

function isAutomatic({ matter }: Proposed, { decision }: Product): boolean {
  return matter === 'approve' && decision.automaticApproval;
}

/** Checked when it is proposed and again when it is confirmed, because documents may run out in between. */
function refuseMatter(dossier: Dossier, what: Proposed, product: Product): Refusal {
  if (what.matter === 'reject') return undefined;
  if (what.matter === 'approve') {
    const open = requirementsOf(dossier, product).filter((each) => !isMet(each));
    if (open.length === 0) return undefined;
    return codedError('dossier-state/requirements-open', { requirements: open.map(({ id }) => id) });
  }
  const { requirement } = what;
  const named = requirementNamed(dossier, requirement, product);
  if (!named) return codedError('dossier-state/unknown-requirement', { requirement });
  const isWaivable = product.requirements.find(({ id }) => id === named.requirement)?.waivable;
  return isWaivable ? undefined : codedError('dossier-state/not-waivable', { requirement });
}

function unknownProposal({ proposal }: Dossier, id: string): Refusal {
  return proposal?.id === id ? undefined : codedError('dossier-state/unknown-proposal', { proposal: id });
}

function refuseConfirmation(
  dossier: Dossier,
  event: DossierEvent<'confirmed'>,
  product: Product,
  at: Timestamp,
): Refusal {
  const { by, proposal: id } = event;
  const { proposal } = dossier;
  if (proposal?.id !== id || proposal.expiresAt <= at) {
    return codedError('dossier-state/unknown-proposal', { proposal: id });
  }
  if (sameActor(proposal.by, by)) return codedError('dossier-state/same-person', { proposal: id });
  return needsPerson(by, event.type) ?? refuseMatter(dossier, proposal.what, product);
}

/** "Ada" who proposes is not another person than "ada " who confirms. */
function sameActor(a: Actor, b: Actor): boolean {
  const key = ({ id }: Actor): string => id.normalize('NFKC').trim().toLowerCase();
  return key(a) === key(b);
}

function refuseTimer({ timers }: Dossier, timer: string, at: Timestamp): Refusal {
  const dueAt = Object.hasOwn(timers, timer) ? timers[timer] : undefined;
  if (dueAt === undefined || dueAt <= at) return undefined;
  return codedError('dossier-state/timer-not-due', { timer, dueAt });
}
