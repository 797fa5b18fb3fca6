import { it } from 'vitest';
import { createMemoryRouterStore, routerStoreContract } from '../testing/router-store-contract.js';

for (const { name, run } of routerStoreContract(createMemoryRouterStore)) it(name, run);
