export {
  createTestAuthority,
  type SealDraft,
  type SealDraftFields,
  type TestAuthority,
  type TestAuthorityOptions,
} from './testing/create-test-authority.js';
