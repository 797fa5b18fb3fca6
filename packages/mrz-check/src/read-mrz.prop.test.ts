import { plainDate } from '@dossierkit/core';
import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { findMrz } from './find-mrz.js';
import { readMrz } from './read-mrz.js';
import { readMrzLine } from './read-mrz-line.js';

const at = plainDate('2026-05-03');
const side = fc.integer({ min: 1, max: 90 });
const raster = fc
  .record({
    widthPx: side,
    heightPx: side,
    channels: fc.constantFrom(1, 3, 4),
    period: fc.integer({ min: 1, max: 23 }),
  })
  .chain(({ period, ...size }) =>
    fc.uint8Array({ minLength: period, maxLength: period }).map((pattern) => ({
      ...size,
      data: Uint8Array.from(
        { length: size.widthPx * size.heightPx * size.channels },
        (_, i) => pattern[(i + (i >> 5)) % period] as number,
      ),
    })),
  );

test.prop([raster], { numRuns: 25 })(
  'small, narrow and patterned pictures have no zone, and break nothing',
  (picture) => {
    expect(readMrz(picture, { at })).toBeUndefined();
    expect(findMrz(picture)).toBeUndefined();
    expect(() => readMrzLine(picture)).not.toThrow();
  },
);
