export { businessHours } from './testing/business-hours.js';
export { routerEvents, strategies } from './testing/events.js';
export { referenceModel, referenceStrategy } from './testing/reference.js';
export {
  type ContractCase,
  createMemoryRouterStore,
  routerStoreContract,
} from './testing/router-store-contract.js';
