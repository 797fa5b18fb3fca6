export { REGISTER_FAULTS, type RegisterFault } from './testing/faults.js';
export { validFrenchIban, validLei, validSiren, validSiret, validSwissUid } from './testing/identifiers.js';
export {
  createLocalFetch,
  createRegisterStage,
  type LocalFetch,
  type RegisterStage,
  type SeenRequest,
} from './testing/local-fetch.js';
export { createLocalRegisters } from './testing/local-registers.js';
export type { PlayedAnswer, PlayedRequest } from './testing/play.js';
export { type ContractCase, type RegisterContract, registerContract } from './testing/register-contract.js';
export { createRegisterServer, type RegisterServer } from './testing/register-server.js';
export { createVirtualTime, type VirtualTime } from './testing/virtual-time.js';
export {
  addressLabel,
  frenchCompanies,
  type LocalCompany,
  type LocalOfficer,
  type LocalUkCompany,
  lei,
  supersededNotice,
  swissUid,
  taxNotice,
  ukCompanies,
} from './testing/world.js';
