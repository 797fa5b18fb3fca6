import { expect, it } from 'vitest';
import * as api from '../src/index.js';

it('exports these names and no others', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "NO_PREVIOUS",
      "RETENTION_RULES",
      "RULES_VERSION",
      "checkBundle",
      "checkChain",
      "createAuditTrail",
      "createEntry",
      "createFileWitness",
      "createMemoryKeys",
      "createMerkleTree",
      "createSigner",
      "createTimestampAnchor",
      "entryHash",
      "eraseSubject",
      "exportSubjectKey",
      "formatTimeline",
      "generateSigner",
      "generateSubjectKey",
      "importSubjectKey",
      "isConsistent",
      "isIncluded",
      "leafBytes",
      "messages",
      "openPersonalData",
      "parseCheckpoint",
      "parseNote",
      "planRetention",
      "replayErasures",
      "sealPersonalData",
      "signCheckpoint",
      "signNote",
      "verifyNote",
    ]
  `);
});
