export { storeContract } from './internal/contract.js';
export type { ContractCase } from './internal/contract-kit.js';
