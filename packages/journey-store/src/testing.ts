export { type ContractCase, storeContract } from './internal/contract.js';
