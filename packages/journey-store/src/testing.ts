export { storeContract } from './internal/contract.js';
export type { ContractCase } from './internal/contract-kit.js';
export { type WakeUpCase, wakeUpContract } from './internal/contract-wake-up.js';
