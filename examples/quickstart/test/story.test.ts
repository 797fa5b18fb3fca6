import { LOCALES, timestamp } from '@dossierkit/core';
import { createReader, type Reader } from '@dossierkit/doc-reader';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Journey, playJourney } from '../src/journey.js';
import { buildView } from '../src/report/build-view.js';
import { renderReport } from '../src/report/render-report.js';
import { renderStory, storyForm, storyPerson } from '../src/story.js';
import { textsIn } from '../src/texts/texts.js';

const at = timestamp('2026-05-04T08:30:00Z');
const day = '2026-05-04' as Parameters<typeof renderStory>[0];
let reader: Reader;
let journey: Journey;

beforeAll(async () => {
  reader = createReader({ ocrWorkers: 1, languages: ['fra'] });
  let time = 0;
  journey = await playJourney(await renderStory(day, () => {}), {
    ...{ reader, at, form: storyForm(storyPerson(day)), elapsedMs: () => (time += 1) },
    ...{ onStep: () => {}, onFile: () => {} },
  });
}, 120_000);
afterAll(() => reader.close());

describe('the story', () => {
  it('tells each file from the next', () => {
    expect(
      journey.files.map(({ file, report }) => [file.name, report.verdict, report.value.next?.code ?? '']),
    ).toEqual([
      ['card-blurred.jpg', 'reject', 'doc-quality/blurred'],
      ['card.jpg', 'accept', ''],
      ['declaration-2042.pdf', 'reject', 'doc-classifier/confused-kind'],
      ['avis-impot.pdf', 'accept', ''],
      ['electricite.jpg', 'reject', 'doc-classifier/too-old'],
      ['rib.pdf', 'reject', 'doc-match/name'],
    ]);
  });

  it('leaves two items open', () => {
    const { summary } = journey;
    expect(summary.state).toBe('awaiting-customer');
    expect(summary.completeness).toMatchObject({ met: 2, asked: 4 });
    expect(summary.missing.map(({ id }) => id)).toEqual(['address', 'bank-details']);
  });

  it('plans friendly reminders in open hours', () => {
    const contacts = journey.plan?.steps.flatMap((step) =>
      step.contacts.map(({ channel, earliest }) => [channel, earliest.local]),
    );
    expect(contacts).toEqual([
      ['portal', '2026-05-06T10:00'],
      ['email', '2026-05-13T10:00'],
      ['phone', '2026-05-26T17:30'], // the 24th is a Sunday, the 25th Whit Monday
      ['email', '2026-06-11T10:00'],
    ]);
  });

  it.each(LOCALES)('is shown in %s: self-contained, complete, in the right direction', async (locale) => {
    const texts = textsIn(locale);
    const view = await buildView(journey, {
      locale,
      texts,
      customer: '<b>Robert</b>',
      isStory: true,
    });
    const html = renderReport(view, texts);
    // Pictures aside, so that a failure can be read.
    const page = html.replace(/data:image\/jpeg;base64,[^"]+/g, 'data:');
    expect(page).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(page).toContain('&lt;b&gt;Robert&lt;/b&gt;');
    const outside = /(src|href)="(?!data:")|<script|url\(/.exec(page)?.[0];
    const unfinished = /undefined|\[object|NaN/.exec(page)?.[0];
    // A code in place of a sentence would be a message that is missing.
    const code = /\b(doc|mrz|dossier|dunning|document)-[a-z]+\/[a-z-]+/.exec(
      page.replaceAll(/<title>[^<]*<\/title>/g, ''),
    )?.[0];
    expect({ outside, unfinished, code }).toEqual({});
    expect(view.files).toHaveLength(6);
    expect(view.files.every(({ pictures }) => pictures.length > 0)).toBe(true);
  });
});
