import { type AuditEntry, createEntry } from '@dossierkit/audit-trail';
import { nodeDigest } from '@dossierkit/audit-trail/node';
import {
  type Clock,
  err,
  type JsonObject,
  ok,
  type Result,
  type Sha256,
  timestampFromMs,
  timestampMs,
} from '@dossierkit/core';
import {
  type Answers,
  type AuditFact,
  applyEvent,
  type Dossier,
  type DossierError,
  type DossierEvent,
  type DossierStep,
  type DossierSummary,
  openDossier,
  type Product,
  parseDossier,
  replayDossier,
  summarizeDossier,
} from '@dossierkit/dossier-state';
import {
  type ClaimedTimer,
  dossierCommit,
  type JourneyStore,
  type Loaded,
  type StoreError,
  type TenantStore,
} from '@dossierkit/journey-store';

/** What may go wrong, as data. */
export type ServiceError =
  | DossierError
  | StoreError
  | { readonly code: 'service/no-such-dossier'; readonly params: object };

/** How often a command is decided anew because somebody else was faster. */
const MAX_ATTEMPTS = 10;
const LEASE_MS = 30_000;

/** Commands and questions about dossiers: load, decide purely, commit everything at once. */
export class DossierService {
  readonly #own: TenantStore;

  constructor(
    readonly store: JourneyStore,
    readonly product: Product,
    readonly clock: Clock,
    tenant = 'demo',
  ) {
    this.#own = store.tenant(tenant);
  }

  async open(id: string, answers: Answers): Promise<Result<DossierSummary, ServiceError>> {
    const opened = openDossier({ id, product: this.product, answers, at: this.clock.now() });
    if (!opened.ok) return opened;
    return this.#commit(opened.value.event, opened.value, undefined);
  }

  /** Applies an event. Sent twice under the same id it counts once. */
  async apply(
    id: string,
    body: { readonly id: string; readonly type: string },
  ): Promise<Result<DossierSummary, ServiceError>> {
    const event = { ...body, at: this.clock.now() } as DossierEvent;
    let last: ServiceError | undefined;
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const loaded = await this.#load(id);
      if (!loaded.ok) return loaded;
      const { dossier, stored } = loaded.value;
      const step = applyEvent(dossier, event, { product: this.product });
      if (!step.ok) return step;
      if (!step.value.applied) return ok(this.#summary(dossier));
      const result = await this.#commit(event, step.value, stored.auditHead);
      if (result.ok) return result;
      last = result.error;
      // Somebody was faster, or the answer got lost: decide again on what is there now. The key keeps it from counting twice.
      if (!/version-conflict|outcome-unknown/.test(last.code)) return result;
    }
    return err(last as ServiceError);
  }

  async view(id: string): Promise<Result<DossierSummary, ServiceError>> {
    const loaded = await this.#load(id);
    return loaded.ok ? ok(this.#summary(loaded.value.dossier)) : loaded;
  }

  /** Dossiers by state, missing requirement and days in their state, the oldest first. */
  list(query: {
    readonly state?: string;
    readonly missing?: string;
    readonly olderThanDays?: number;
  }): ReturnType<TenantStore['find']> {
    const { state, missing, olderThanDays } = query;
    const before =
      olderThanDays === undefined ? undefined : timestampMs(this.clock.now()) - olderThanDays * 86_400_000;
    return this.#own.find({
      kind: 'dossier',
      ...(state === undefined ? {} : { state }),
      ...(missing === undefined ? {} : { label: missing }),
      ...(before === undefined ? {} : { sinceBefore: timestampFromMs(before) }),
    });
  }

  /** Everything that happened to a dossier, folded anew from its log. */
  async life(id: string): Promise<Result<readonly AuditFact[], ServiceError>> {
    const events = await this.#own.events(id);
    if (!events.ok) return events;
    const facts: AuditFact[] = [];
    const onStep = ({ effects }: DossierStep): void => {
      for (const effect of effects) if (effect.type === 'audit') facts.push(effect.fact);
    };
    const log = events.value.map(({ body }) => body as unknown as DossierEvent);
    if (log.length === 0) return err({ code: 'service/no-such-dossier', params: {} });
    const replayed = replayDossier(log, { products: [this.product], onStep });
    return replayed.ok ? ok(facts) : replayed;
  }

  async audit(id: string): Promise<Result<readonly AuditEntry[], ServiceError>> {
    const rows = await this.#own.audit(id);
    return rows.ok ? ok(rows.value as unknown as AuditEntry[]) : rows;
  }

  feed(after: string | undefined): ReturnType<TenantStore['feed']> {
    return this.#own.feed(after === undefined ? { limit: 100 } : { after, limit: 100 });
  }

  /** Where the feed ends now. */
  feedEnd(): ReturnType<TenantStore['feedEnd']> {
    return this.#own.feedEnd();
  }

  /** Fires what is due. Safe to run in many processes at once. */
  async fireTimers(): Promise<number> {
    const now = this.clock.now();
    const claimed = await this.store.claimTimers({
      now,
      leaseUntil: timestampFromMs(timestampMs(now) + LEASE_MS),
    });
    if (!claimed.ok) return 0;
    for (const timer of claimed.value) await this.#fire(timer);
    return claimed.value.length;
  }

  async #fire(claimed: ClaimedTimer): Promise<void> {
    const { stream, timer, dueAt } = claimed;
    const event = { id: `${timer}@${dueAt}`, type: 'timer-fired', timer };
    const result = await this.apply(stream, event);
    if (!result.ok && result.error.code === 'dossier-state/timer-not-due')
      await this.store.releaseTimer(claimed);
    // A commit has settled it; if the dossier had moved on, it is of no use any more. Other errors wait for the lease.
    else if (result.ok) await this.store.dropTimer(claimed);
  }

  async #load(id: string): Promise<Result<{ dossier: Dossier; stored: Loaded }, ServiceError>> {
    const stored = await this.#own.load(id);
    if (!stored.ok) return stored;
    if (!stored.value) return err({ code: 'service/no-such-dossier', params: {} });
    const dossier = parseDossier(stored.value.value, { product: this.product });
    return dossier.ok ? ok({ dossier: dossier.value, stored: stored.value }) : dossier;
  }

  async #commit(
    event: DossierEvent,
    step: DossierStep,
    head: Loaded['auditHead'],
  ): Promise<Result<DossierSummary, ServiceError>> {
    const summary = this.#summary(step.dossier);
    const audit: AuditEntry[] = [];
    for (const effect of step.effects) {
      if (effect.type !== 'audit') continue;
      const { at, type, by, ...facts } = effect.fact;
      const before = head
        ? { dossier: step.dossier.id, sequence: head.sequence, hash: head.hash as Sha256 }
        : step.dossier.id;
      audit.push(
        createEntry(before, { at, type, by, facts: facts as unknown as JsonObject }, { digest: nodeDigest }),
      );
    }
    const commit = dossierCommit({ event, step, missing: summary.missing, audit });
    const result = await this.#own.commit(commit);
    if (!result.ok) return result;
    return result.value.duplicate ? this.view(step.dossier.id) : ok(summary);
  }

  #summary(dossier: Dossier): DossierSummary {
    return summarizeDossier(dossier, this.product, { at: this.clock.now() });
  }
}
