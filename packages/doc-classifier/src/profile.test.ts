import { digestBytesSync, timestamp } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { classifyDocument } from './classify-document.js';
import { defineKindProfile, type KindProfileInput } from './profile.js';
import { sketchedPage, sketchPage } from './testing.js';

const withPhrase = (phrase: string, more: Partial<KindProfileInput> = {}) =>
  defineKindProfile({
    kind: 'trap',
    languages: ['eng'],
    anchors: [{ any: [phrase], weight: 10, as: 'title' }],
    ...more,
  });

describe('a profile', () => {
  it.each(['(a+)+$', '.*', '(.|\\n)*?', '', '  ', 'é', '\u200b\u200b'])(
    'whose phrase is %j is refused: it has no words',
    (phrase) => {
      expect(() => withPhrase(phrase)).toThrowError(/core\/policy-invalid/);
    },
  );

  it('cannot bring a pattern: what looks like one is taken by its letters', async () => {
    const profiles = [withPhrase('(x+x+)+yes')];
    const options = {
      profiles,
      subject: digestBytesSync(new Uint8Array()),
      at: timestamp('2026-06-01T10:00:00Z'),
    };
    const kindOf = async (line: string) =>
      (await classifyDocument({ pages: [sketchedPage(sketchPage([line]))] }, options)).value.kind;
    expect(await kindOf('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')).toBe('unknown');
    expect(await kindOf('XX YES')).toBe('trap');
  });

  it.each([
    [{ kind: 'Not Kebab' }],
    [{ kind: 'unknown' }],
    [{ anchors: [] }],
    [{ age: { rule: 'max-age', months: 0, field: 'issueDate' } }],
    [{ fields: [{ name: 'issueDate', type: 'date', rows: ['.*'] }] }],
    [{ secret: 1 }],
  ] as unknown as [Partial<KindProfileInput>][])('with %j is refused', (more) => {
    expect(() => withPhrase('fishing licence', more)).toThrowError(/core\/policy-invalid/);
  });

  it('whose age rule reads a field that is not there is refused', () => {
    const age = { rule: 'max-age', months: 3, field: 'issueDate' } as const;
    expect(() => withPhrase('fishing licence', { age })).toThrowError(/doc-classifier\/profile-invalid/);
  });
});
