import { expect, it } from 'vitest';
import { KIND_PROFILES } from './index.js';

const sourced = KIND_PROFILES.flatMap(({ kind, age }) =>
  'source' in age && age.source ? [{ kind, source: age.source }] : [],
);

it.each(sourced)('the rule of $kind goes by a source of its own country', ({ kind, source }) => {
  expect(source.id.slice(0, 2)).toBe(kind.slice(0, 2));
  expect(source.url).toMatch(
    /^https:\/\/www\.(?:service-public|legifrance\.gouv|impots\.gouv|gesetze-im-internet)\.(?:fr|de)\//,
  );
});

it('one source has one id', () => {
  const urls = new Map(sourced.map(({ source }) => [source.id, source.url]));
  for (const { source } of sourced) expect(urls.get(source.id)).toBe(source.url);
});

it('every kind has a name in all languages, here or of its own', async () => {
  const { kindName } = await import('../kind-names.js');
  for (const { kind } of KIND_PROFILES) {
    for (const locale of ['en', 'fr', 'de', 'ar'] as const) expect(kindName({ kind }, locale)).not.toBe(kind);
  }
});
