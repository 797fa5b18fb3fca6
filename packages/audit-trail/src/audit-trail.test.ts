import { type JsonValue, plainDate, timestamp } from '@dossierkit/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { sealBundle } from './bundle.js';
import {
  type Anchor,
  type AuditBundle,
  type AuditEntry,
  checkBundle,
  createAuditTrail,
  createEntry,
  createFileWitness,
  createMemoryKeys,
  eraseSubject,
  formatTimeline,
  generateSigner,
  planRetention,
  RETENTION_RULES,
  replayErasures,
  type Signer,
  sealPersonalData,
  type Witness,
} from './index.js';

const at = timestamp('2026-05-04T08:00:00Z');
const later = timestamp('2026-05-05T08:00:00Z');
const draft = (n: number) => ({
  at,
  type: 'check',
  by: { id: 'intake', kind: 'system' },
  facts: { check: 'doc-quality', n },
});

let signer: Signer;
let file: string;
const keys = createMemoryKeys();

/** Three dossiers: d1 with 4 entries of which 3 stand under checkpoints, d2 with personal data, d3 after the last checkpoint. */
beforeAll(async () => {
  signer = await generateSigner('test.example/dossiers');
  const trail = createAuditTrail({ origin: 'test.example/dossiers', signer });
  const sealed = await sealPersonalData('name', 'person-1', { name: 'Ada Lovelace' }, keys);
  if (!sealed) throw new Error('no key');
  trail.append('d1', draft(1));
  trail.append('d1', draft(2));
  trail.append('d2', { ...draft(1), sealed: [sealed.ref] }, [sealed.ciphertext]);
  await trail.checkpoint({ at });
  trail.append('d1', draft(3));
  await trail.checkpoint({ at: later });
  trail.append('d1', draft(4));
  trail.append('d3', draft(1));
  file = await trail.exportBundle({ at: later, keys });
});

const check = (text: string) => checkBundle(text, { at: later, verifiers: [signer.verifier] });
const codes = async (text: string) =>
  (await check(text)).findings
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ code, params }) => ({ code, ...params }));

/** Changes the bundle as somebody would who cannot sign. */
function tamper(change: (bundle: Editable) => void): string {
  const [line = '', ...seal] = file.split('\n');
  const bundle = JSON.parse(line) as Editable;
  change(bundle);
  return [JSON.stringify(bundle), ...seal].join('\n');
}

type Editable = {
  dossiers: { entries: AuditEntry[]; length: number; sealed: Record<string, string> }[];
  checkpoints: AuditBundle['checkpoints'][number][];
};
const entriesOf = (bundle: Editable, index = 0) => bundle.dossiers[index]?.entries as AuditEntry[];

describe('a bundle', () => {
  it('verifies, and says how well each part is protected', async () => {
    const report = await check(file);
    expect(report.verdict).toBe('accept');
    expect(report.value).toMatchObject({ entries: 6, checkpoints: 2, verifier: signer.verifier });
    const [d1, d2, d3] = report.value?.dossiers ?? [];
    expect(d1?.ranges).toEqual([
      { from: 1, to: 2, protection: 'signed', checkpointAt: at },
      { from: 3, to: 3, protection: 'signed', checkpointAt: later },
      { from: 4, to: 4, protection: 'unanchored', checkpointAt: undefined },
    ]);
    expect(d2).toMatchObject({ ranges: [{ protection: 'signed' }], erased: [] });
    expect(d3).toMatchObject({ ranges: [{ protection: 'unanchored' }] });
  });

  it('asks for a person where no key was pinned', async () => {
    expect(await checkBundle(file, { at })).toMatchObject({ verdict: 'review' });
  });

  it('rejects a bundle that another key sealed', async () => {
    const other = await generateSigner('test.example/dossiers');
    expect((await checkBundle(file, { at, verifiers: [other.verifier] })).verdict).toBe('reject');
  });

  it.each<[string, (bundle: Editable) => void, object]>([
    [
      'a changed fact',
      (b) => Object.assign(entriesOf(b)[1] as object, { facts: { n: 9 } }),
      { code: 'audit-trail/entry-changed', dossier: 'd1', sequence: 2 },
    ],
    [
      'a removed entry',
      (b) => entriesOf(b).splice(1, 1),
      { code: 'audit-trail/entry-missing', dossier: 'd1', sequence: 2 },
    ],
    [
      'a removed last entry',
      (b) => entriesOf(b).pop(),
      { code: 'audit-trail/entry-missing', dossier: 'd1', sequence: 4 },
    ],
    [
      'an entry added twice',
      (b) => entriesOf(b).splice(1, 0, entriesOf(b)[0] as AuditEntry),
      { code: 'audit-trail/entry-added', dossier: 'd1', sequence: 1 },
    ],
    [
      'an entry of another dossier',
      (b) => entriesOf(b).push(entriesOf(b, 1)[0] as AuditEntry),
      { code: 'audit-trail/entry-added', dossier: 'd1', sequence: 1 },
    ],
    [
      'two entries swapped',
      (b) => entriesOf(b).reverse(),
      { code: 'audit-trail/entry-reordered', dossier: 'd1', sequence: 3 },
    ],
    [
      'another ciphertext',
      (b) => {
        for (const key of Object.keys(b.dossiers[1]?.sealed ?? {}))
          Object.assign(b.dossiers[1]?.sealed ?? {}, { [key]: 'AAAA' });
      },
      { code: 'audit-trail/sealed-changed', dossier: 'd2', sequence: 1, name: 'name' },
    ],
    [
      'a removed checkpoint',
      (b) => b.checkpoints.shift(),
      { code: 'audit-trail/inclusion', dossier: 'd1', sequence: 2, checkpoint: 0 },
    ],
  ])('names %s', async (_, change, expected) => {
    const found = await codes(tamper(change));
    expect(found).toContainEqual(expected);
    expect(found).toContainEqual({ code: 'audit-trail/bundle-seal' });
  });

  it('finds a chain that was recomputed by somebody who can even sign, because the checkpoint remembers', async () => {
    const bundle = JSON.parse(file.split('\n')[0] as string) as AuditBundle & Editable;
    const forged: AuditEntry[] = [];
    for (const entry of entriesOf(bundle)) {
      const facts = entry.sequence === 1 ? { check: 'doc-quality', n: 99 } : entry.facts;
      forged.push(createEntry(forged.at(-1) ?? 'd1', { ...entry, facts }));
    }
    Object.assign(bundle.dossiers[0] as object, { entries: forged, hash: forged.at(-1)?.hash });
    const found = await codes(await sealBundle(bundle, signer));
    expect(found).toEqual([
      { code: 'audit-trail/inclusion', dossier: 'd1', sequence: 2, checkpoint: 0 },
      { code: 'audit-trail/inclusion', dossier: 'd1', sequence: 3, checkpoint: 1 },
    ]);
  });

  it.each(['', '{}', 'null\n', '{"format":"dossierkit/audit-bundle"}\n', '\u0000'])(
    'refuses %j without throwing',
    async (text) => {
      expect(await check(text)).toMatchObject({ verdict: 'reject', value: undefined });
    },
  );

  it('is drawn as a page for a person, with nothing that could run', async () => {
    const trail = createAuditTrail({ origin: 'test.example/<script>', signer });
    trail.append('d<img onerror=x>', {
      ...draft(1),
      type: '<b>',
      facts: { note: '"><script>alert(1)</script>' },
    });
    const text = await trail.exportBundle({ at });
    const html = await formatTimeline(text, await check(text), { locale: 'ar' });
    expect(html).toContain('dir="rtl"');
    expect(html).not.toMatch(/<script|<img|<b>"/);
  });

  it('shows disclosed data', async () => {
    expect(await formatTimeline(file, await check(file))).toContain('Ada Lovelace');
  });
});

describe('erasure', () => {
  const trailWith = async (subject: string) => {
    const own = createMemoryKeys();
    const trail = createAuditTrail({ origin: 'o', signer });
    const sealed = await sealPersonalData('name', subject, 'Grace Hopper', own);
    if (!sealed) throw new Error('no key');
    trail.append('d', { ...draft(1), sealed: [sealed.ref] }, [sealed.ciphertext]);
    await trail.checkpoint({ at });
    return { own, trail };
  };

  it('makes data unreadable, while everything still verifies', async () => {
    const { own, trail } = await trailWith('p');
    const result = await eraseSubject('p', { keys: own, reason: 'demand', at, zone: 'Europe/Paris' });
    expect(result).toEqual({ ok: true, value: { subject: 'p', at, reason: 'demand' } });
    const text = await trail.exportBundle({ at, keys: own });
    const report = await check(text);
    expect(report).toMatchObject({ verdict: 'accept', value: { dossiers: [{ erased: [1] }] } });
    expect(await formatTimeline(text, report)).not.toContain('Grace');
    expect(await sealPersonalData('name', 'p', 'x', own)).toBeUndefined();
  });

  it('is refused while a law demands the record, with the day from which it is possible', async () => {
    const { own } = await trailWith('p');
    const retention = planRetention(plainDate('2026-02-10'), [RETENTION_RULES.fr, RETENTION_RULES.de]);
    expect(retention).toMatchObject({
      findings: [],
      erasableFrom: '2032-01-01',
      destroyBy: '2036-12-31',
      rule: { source: { id: 'de/gwg-8-4' } },
    });
    const options = { keys: own, retention, reason: 'demand', zone: 'Europe/Berlin' };
    expect(await eraseSubject('p', { ...options, at: timestamp('2031-12-31T22:59:00Z') })).toEqual({
      ok: false,
      error: {
        code: 'audit-trail/retention-running',
        params: { erasableFrom: '2032-01-01', rule: 'GwG § 8 (4)' },
      },
    });
    expect(own.destroyed.size).toBe(0);
    expect(await eraseSubject('p', { ...options, at: timestamp('2031-12-31T23:00:00Z') })).toMatchObject({
      ok: true,
    });
  });

  it('is done again after a backup brought keys back', async () => {
    const { own } = await trailWith('p');
    const ledger = [{ subject: 'p', at, reason: 'demand' }];
    expect(await replayErasures(ledger, own)).toEqual(['p']);
    expect(await own.find('p')).toBeUndefined();
    expect(await replayErasures(ledger, own)).toEqual([]);
  });
});

describe('a trail', () => {
  it('goes on from what a store kept, and refuses what does not follow', async () => {
    const trail = createAuditTrail({ origin: 'o', signer });
    const first = createEntry('d', draft(1));
    const second = createEntry(first, draft(2));
    await trail.restore({ entries: JSON.parse(JSON.stringify([first, second])) });
    expect(trail.append('d', draft(3))).toMatchObject({ sequence: 3, previous: second.hash });
    const broken = createAuditTrail({ origin: 'o', signer });
    const forged = { ...second, facts: { n: 7 } as JsonValue as never };
    await expect(broken.restore({ entries: [first, forged] })).rejects.toThrow('chain-broken');
  });

  it('goes on with its tree, so that checkpoints before and after a restart continue each other', async () => {
    const before = createAuditTrail({ origin: 'o', signer });
    const sealed = await sealPersonalData('name', 'person-1', 'Ada', keys);
    if (!sealed) throw new Error('no key');
    const entries = [before.append('a', { ...draft(1), sealed: [sealed.ref] }), before.append('b', draft(1))];
    const checkpoints = [await before.checkpoint({ at })];
    entries.push(before.append('a', draft(2)));
    checkpoints.push(await before.checkpoint({ at: later }));
    entries.push(before.append('b', draft(2)));
    const kept = JSON.parse(JSON.stringify({ entries, checkpoints, ciphertexts: [sealed.ciphertext] }));

    const after = createAuditTrail({ origin: 'o', signer });
    await after.restore(kept);
    expect(await after.checkpoint({ at: later })).toMatchObject({
      size: 4,
      heads: [{ dossier: 'b', sequence: 2 }],
    });
    const report = await check(await after.exportBundle({ at: later, keys }));
    expect(report.verdict).toBe('accept');
    expect(report.value?.dossiers.map(({ ranges }) => ranges.map(({ to }) => to))).toEqual([
      [1, 2],
      [1, 2],
    ]);

    const other = [{ ...checkpoints[0], heads: checkpoints[0]?.heads.slice(1) }];
    for (const wrong of [other, checkpoints.slice(1)]) {
      const broken = createAuditTrail({ origin: 'o', signer });
      await expect(broken.restore({ ...kept, checkpoints: wrong })).rejects.toThrow('checkpoint-broken');
    }
  });

  it('keeps checkpoints that are asked for at once apart, and says which anchors gave no receipt', async () => {
    const trail = createAuditTrail({ origin: 'o', signer });
    const error = { code: 'test/closed', params: {} };
    const closed: Anchor = { name: 'closed', anchor: async () => ({ ok: false, error }) };
    trail.append('a', draft(1));
    const first = trail.checkpoint({ at, anchors: [closed] });
    trail.append('a', draft(2));
    const second = trail.checkpoint({ at });
    expect(await first).toMatchObject({ refusals: [{ anchor: 'closed', error }], receipts: [] });
    await second;
    expect((await check(await trail.exportBundle({ at }))).verdict).toBe('accept');
  });
});

describe('a witness', () => {
  const seen: string[] = [];
  const anchor: Anchor = {
    name: 'newspaper',
    async anchor(note, { at }) {
      seen.push(note);
      return { ok: true, value: { anchor: 'newspaper', at, token: 'page 7' } };
    },
  };
  const reader: Witness = {
    name: 'newspaper',
    check: async (_, note) => (seen.includes(note) ? { outcome: 'passed', at } : { outcome: 'failed' }),
  };
  const protections = async (text: string, witnesses: readonly Witness[]) => {
    const report = await checkBundle(text, { at, verifiers: [signer.verifier], witnesses });
    const anchors = report.findings.filter(({ code }) => code === 'audit-trail/anchor');
    return {
      verdict: report.verdict,
      anchors: anchors.map(({ outcome }) => outcome),
      ranges: report.value?.dossiers[0]?.ranges.map(({ protection, anchoredAt }) => [protection, anchoredAt]),
    };
  };
  const trailWith = async (anchors: readonly (readonly Anchor[])[]) => {
    const trail = createAuditTrail({ origin: 'o', signer });
    for (const each of anchors) {
      trail.append('d', draft(1));
      await trail.checkpoint({ at, anchors: each });
    }
    return trail.exportBundle({ at });
  };

  it('vouches for a checkpoint and for all that it continues, and for nothing where it is not asked', async () => {
    const text = await trailWith([[], [anchor], []]);
    expect(await protections(text, [reader])).toEqual({
      verdict: 'accept',
      anchors: ['passed'],
      ranges: [
        ['anchored', at],
        ['anchored', at],
        ['signed', undefined],
      ],
    });
    expect(await protections(text, [])).toMatchObject({
      verdict: 'accept',
      anchors: ['inconclusive'],
      ranges: [
        ['signed', undefined],
        ['signed', undefined],
        ['signed', undefined],
      ],
    });
  });

  it('finds a receipt that was made up', async () => {
    const text = await trailWith([[anchor]]);
    seen.length = 0;
    expect(await protections(text, [reader])).toMatchObject({ verdict: 'reject', anchors: ['failed'] });
  });

  it('of a file has to be shown the file', async () => {
    const anchorFile: Anchor = {
      name: 'file',
      anchor: async (note, { at }) => ({
        ok: true,
        value: { anchor: 'file', at, token: Buffer.from(await digestOf(note)).toString('base64') },
      }),
    };
    const text = await trailWith([[anchorFile]]);
    const note = JSON.parse(text.split('\n')[0] as string).checkpoints[0].note as string;
    const of = async (contents: string) => (await protections(text, [createFileWitness(contents)])).anchors;
    expect(await of(`an earlier one\n\n${note}\nand a later one\n`)).toEqual(['passed']);
    expect(await of(note.slice(1))).toEqual(['failed']);
    expect(await of('')).toEqual(['failed']);
    expect((await protections(text, [])).anchors).toEqual(['inconclusive']);
  });
});

const digestOf = (text: string) => crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));

describe('planRetention', () => {
  it('names rules that do not hold on the day, and counts them all the same', () => {
    const plan = planRetention(plainDate('2026-02-10'), [RETENTION_RULES.eu], {
      on: plainDate('2027-07-10'),
    });
    expect(plan).toMatchObject({
      erasableFrom: '2031-02-11',
      destroyBy: '2036-02-10',
      findings: [
        {
          code: 'audit-trail/retention-rule-stale',
          outcome: 'inconclusive',
          params: { rule: 'Directive (EU) 2015/849, Article 40 (1)', validTo: '2027-07-09' },
        },
      ],
    });
    const on = (day: string) =>
      planRetention(plainDate('2026-02-10'), [RETENTION_RULES.eu], { on: plainDate(day) });
    expect(on('2027-07-09').findings).toEqual([]);
    expect(on('2015-06-24').findings).toHaveLength(1);
    expect(planRetention(plainDate('2027-12-31'), [RETENTION_RULES.eu]).findings).toHaveLength(1);
  });
});
