import { LOCALES, renderMessage } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import type { ReadError, ReadFinding } from '../findings.js';
import { messages } from './index.js';

const SAMPLES: readonly (ReadError | ReadFinding)[] = [
  { code: 'doc-reader/too-many-bytes', params: { limitBytes: 20_971_520 } },
  {
    code: 'doc-reader/too-many-pixels',
    params: { widthPx: 30_000, heightPx: 20_000, limitPixels: 80_000_000 },
  },
  { code: 'doc-reader/damaged', params: { format: 'webp' } },
  { code: 'doc-reader/unsupported-format', params: { looksLike: 'office' } },
  {
    code: 'doc-reader/pages-left-out',
    outcome: 'failed',
    severity: 'warning',
    params: { pages: 1200, limit: 20 },
  },
];

describe.each(LOCALES)('the messages in %s', (locale) => {
  it('say what is wrong and what to do', () => {
    for (const code of Object.keys(messages[locale])) {
      const params = SAMPLES.find((sample) => sample.code === code)?.params ?? {
        claimed: '.jpg',
        format: 'png',
        language: 'spa',
      };
      const { text, advice } = renderMessage(
        messages,
        { code, params: { looksLike: 'office', ...params } },
        locale,
      );
      expect(text, code).toMatch(/\S.{8,}[.!]$/u);
      expect(advice, code).toMatch(/\S.{8,}[.!]$/u);
      expect(text + advice, code).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('hold for each code', () => {
    expect(Object.keys(messages[locale])).toEqual(Object.keys(messages.en));
  });

  it('carry the figures', () => {
    const texts = SAMPLES.map((sample) => renderMessage(messages, sample, locale).text);
    expect(texts).toMatchSnapshot();
  });
});
