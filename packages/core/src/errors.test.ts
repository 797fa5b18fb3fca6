import { expect, it } from 'vitest';
import { z } from 'zod';
import { codedError, DossierkitError, isDossierkitError, unwrap } from './errors.js';
import { parsePolicy } from './policy.js';
import { err, ok } from './result.js';

it('is recognised across two copies of the package', () => {
  class OtherCopy extends Error {
    readonly code = 'a/b';
  }
  const other = Object.defineProperty(new OtherCopy(), Symbol.for('@dossierkit/error'), { value: true });
  expect(isDossierkitError(new DossierkitError('a/b', 'text'))).toBe(true);
  expect(isDossierkitError(other)).toBe(true);
  expect([new Error('text'), null, undefined, 'a/b', {}].map(isDossierkitError)).toEqual(
    Array(5).fill(false),
  );
});

it('carries code, context and cause', () => {
  const cause = new Error('below');
  const error = new DossierkitError('a/b', 'It broke', { context: { limit: -1 }, cause });
  expect(error).toMatchObject({ code: 'a/b', context: { limit: -1 }, cause, message: 'It broke [a/b]' });
});

it('unwraps values and throws errors', () => {
  expect(unwrap(ok(1))).toBe(1);
  expect(() => unwrap(err(codedError('a/b', { length: 3 })))).toThrow(
    expect.objectContaining({ code: 'a/b', context: { length: 3 } }),
  );
});

it('names the offending key of a policy', () => {
  const schema = z.object({ limits: z.object({ days: z.number().min(1).default(90) }) });
  expect(parsePolicy('test policy', schema, { limits: {} })).toEqual({ limits: { days: 90 } });
  expect(() => parsePolicy('test policy', schema, { limits: { days: Number.NaN } })).toThrow(
    expect.objectContaining({
      code: 'core/policy-invalid',
      context: { issues: [expect.objectContaining({ path: 'limits.days' })] },
    }),
  );
});
