import { digestBytesSync, timestamp } from '@dossierkit/core';
import { expect, it } from 'vitest';
import { classifyDocument } from './classify-document.js';
import { defineKindProfile } from './profile.js';
import { sketchedPage, sketchPage } from './testing.js';
import { trainTextModel } from './text-model.js';

const samples = [
  ...['schooner mast rigging hull survey', 'hull and mast of the schooner', 'survey of rigging and keel'].map(
    (text) => ({ kind: 'ship-survey', text }),
  ),
  ...['oven pastry butter dough', 'dough in the oven with butter', 'pastry of butter and flour'].map(
    (text) => ({ kind: 'recipe', text }),
  ),
];
const profiles = ['ship-survey', 'recipe'].map((kind) =>
  defineKindProfile({
    kind,
    languages: ['eng'],
    anchors: [{ any: ['report of the house'], weight: 5, as: 'title' }],
  }),
);
const options = {
  subject: digestBytesSync(new Uint8Array()),
  at: timestamp('2026-06-01T10:00:00Z'),
  profiles,
};
const page = (lines: readonly string[]) => ({ pages: [sketchedPage(sketchPage(lines))] });

it('tips the scale between two kinds, and shows by which words', async () => {
  const model = trainTextModel(samples);
  const { value } = await classifyDocument(
    page(['REPORT OF THE HOUSE', 'The rigging, the hull and the mast']),
    { ...options, model },
  );
  expect(value.kind).toBe('ship-survey');
  expect(value.evidence.filter(({ by }) => by === 'model').map(({ text }) => text)).toContain('hull');
});

it('never decides alone', async () => {
  const model = trainTextModel(samples);
  const { value } = await classifyDocument(page(['schooner mast rigging hull survey keel']), {
    ...options,
    model,
  });
  expect(value.confident).toBe(false);
});

it('is the same for the same samples in any order', () => {
  expect(trainTextModel([...samples].reverse())).toEqual(trainTextModel(samples));
});
