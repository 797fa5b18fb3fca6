import { commitCases } from './contract-commits.js';
import type { ContractCase } from './contract-kit.js';
import { planCases } from './contract-plans.js';
import { readCases } from './contract-reads.js';
import { workCases } from './contract-work.js';

/**
 * What every driver of a store must do, for any test runner:
 *
 * @example
 * for (const { name, run } of storeContract) it(name, () => run(store, crypto.randomUUID()));
 */
export const storeContract: readonly ContractCase[] = [
  ...commitCases,
  ...readCases,
  ...workCases,
  ...planCases,
];
