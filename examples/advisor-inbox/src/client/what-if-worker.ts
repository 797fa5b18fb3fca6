import type { StrategyInput } from '@dossierkit/priority-router';
import {
  type Comparison,
  compare,
  fortnight,
  type Names,
  type Proposal,
  policiesFor,
} from '../office/what-if.js';

/** What the page asks, and what it is told: progress, then the comparison. */
export interface WhatIfQuestion {
  readonly strategy: StrategyInput;
  readonly proposal: Proposal;
  readonly names: Names;
}

export type WhatIfAnswer = { readonly progress: number } | { readonly comparison: Comparison };

addEventListener('message', ({ data }: MessageEvent<WhatIfQuestion>) => {
  const say = (answer: WhatIfAnswer): void => postMessage(answer);
  const policies = policiesFor(data.strategy, data.proposal, data.names);
  say({ comparison: compare(fortnight(), policies, data.names.picture, (progress) => say({ progress })) });
});
