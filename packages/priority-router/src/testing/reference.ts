import type { ArrivalModel } from '../simulate/generate-history.js';
import type { StrategyInput } from '../strategy.js';

/** A month of a branch with 40 advisors, as the package's own figures use it. Load and start are the caller's. */
export const referenceModel: Omit<ArrivalModel, 'from'> = {
  seed: 20_260_601,
  days: 30,
  advisors: 40,
  load: 0.92,
  absence: 0.1,
  overnight: 0.3,
  variation: 0.3,
  skillsPerAdvisor: 3,
  reasons: [
    { reason: 'card', share: 0.25, minutes: 6 },
    { reason: 'account', share: 0.25, minutes: 9 },
    { reason: 'transfer', share: 0.25, minutes: 12 },
    { reason: 'loan', share: 0.15, minutes: 18 },
    { reason: 'estate', share: 0.1, minutes: 30 },
  ],
};

/** The strategy of the package's own figures: due times decide, owners come first until half of the time is left. */
export const referenceStrategy: StrategyInput = {
  id: 'reference',
  version: '1',
  order: 'earliest-deadline',
  overflowShare: 0.5,
  service: Object.fromEntries(referenceModel.reasons.map(({ reason, minutes }) => [reason, { minutes }])),
  promises: [
    { reason: 'card', minutes: 120 },
    { reason: 'account', minutes: 240 },
    { reason: 'transfer', minutes: 240 },
    { reason: 'loan', minutes: 480 },
    { reason: 'estate', minutes: 960 },
  ],
};
