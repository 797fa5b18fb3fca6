import { type Clock, DossierkitError, unwrap } from '@dossierkit/core';
import type { IntakeReport } from '@dossierkit/document-intake';
import {
  applyEvent,
  type Dossier,
  type DossierEvent,
  type DossierSummary,
  openDossier,
  parseDossier,
  summarizeDossier,
} from '@dossierkit/dossier-state';
import { dossierCommit, type JourneyStore, type TenantStore } from '@dossierkit/journey-store';
import { product } from './product.js';

/** How often a command is decided anew because another one was faster. */
const MAX_ATTEMPTS = 10;

/** The dossiers, kept in the store: every change is one event and one transaction. */
export class Dossiers {
  readonly #store: TenantStore;
  readonly #clock: Clock;

  constructor(store: JourneyStore, clock: Clock) {
    this.#store = store.tenant('upload-service');
    this.#clock = clock;
  }

  async open(id: string): Promise<void> {
    const opened = unwrap(openDossier({ id, product, at: this.#clock.now() }));
    const { missing } = this.#summaryOf(opened.dossier);
    unwrap(await this.#store.commit(dossierCommit({ event: opened.event, step: opened, missing })));
  }

  /** Where a dossier stands; `undefined` where there is none of this id. */
  async summary(id: string): Promise<DossierSummary | undefined> {
    const dossier = await this.#load(id);
    return dossier && this.#summaryOf(dossier);
  }

  /** How often the customer was asked again for a requirement. */
  async askedBefore(id: string, requirement: string): Promise<number> {
    const events = unwrap(await this.#store.events(id));
    const mine = new Set(
      events.flatMap(({ body }) => {
        const event = body as unknown as DossierEvent;
        return event.type === 'handed-in' && event.requirement === requirement ? [event.submission] : [];
      }),
    );
    return events.filter(({ body }) => {
      const event = body as unknown as DossierEvent;
      return (
        event.type === 'report-received' && mine.has(event.submission) && event.report.verdict === 'reject'
      );
    }).length;
  }

  handedIn(id: string, submission: string, requirement: string): Promise<void> {
    return this.#apply(id, { id: `${submission}/in`, type: 'handed-in', submission, requirement });
  }

  /** Brings a report to its submission. The same one twice counts once. */
  reported(id: string, submission: string, report: IntakeReport): Promise<void> {
    const { kind, fields } = report.value;
    const dayOf = (name: string): string | undefined => {
      const value = fields.find((field) => field.name === name)?.value;
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
    };
    const [issuedOn, validUntil] = [dayOf('issueDate'), dayOf('expiryDate')];
    const facts = {
      ...(kind !== undefined && kind !== 'unknown' && { kind }),
      ...(issuedOn !== undefined && { issuedOn }),
      ...(validUntil !== undefined && { validUntil }),
    };
    // The dossier needs the verdict and what was found, not what the document says.
    const kept = { ...report, value: null };
    return this.#apply(id, {
      id: `${submission}/report`,
      type: 'report-received',
      submission,
      report: kept,
      facts,
    });
  }

  async #apply(
    id: string,
    what: { readonly id: string; readonly type: string; readonly [part: string]: unknown },
  ): Promise<void> {
    const event = { ...what, at: this.#clock.now() } as DossierEvent;
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const dossier = await this.#load(id);
      if (!dossier) throw new DossierkitError('upload-service/no-such-dossier', 'There is no such dossier');
      const step = unwrap(applyEvent(dossier, event, { product }));
      if (!step.applied) return;
      const { missing } = this.#summaryOf(step.dossier);
      const done = await this.#store.commit(dossierCommit({ event, step, missing }));
      if (done.ok) return;
      if (!/version-conflict|outcome-unknown/.test(done.error.code)) unwrap(done);
    }
    throw new DossierkitError('upload-service/too-many-conflicts', 'Others were always faster');
  }

  async #load(id: string): Promise<Dossier | undefined> {
    const stored = unwrap(await this.#store.load(id));
    return stored ? unwrap(parseDossier(stored.value, { product })) : undefined;
  }

  #summaryOf(dossier: Dossier): DossierSummary {
    return summarizeDossier(dossier, product, { at: this.#clock.now() });
  }
}
