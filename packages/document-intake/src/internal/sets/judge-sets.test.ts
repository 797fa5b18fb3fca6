import { digestJson, timestamp } from '@dossierkit/core';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { judgeBundle } from './judge-bundle.js';
import { judgeCard } from './judge-card.js';
import { judgeLetter } from './judge-letter.js';
import { judgePayslips } from './judge-payslips.js';
import type { SetPart } from './set-part.js';

function part(kind: string, fields: Record<string, string>, file = 0): SetPart {
  const read = Object.entries(fields).map(([name, value]) => ({ name, value }));
  return { file, pages: [0], kind, fields: read };
}

const outcomes = (findings: readonly { code: string; outcome: string; params: object }[]): string[] =>
  findings.map(({ code, outcome, params }) =>
    [code.split('/')[1], 'about' in params && params.about, 'side' in params && params.side, outcome]
      .filter(Boolean)
      .join(' '),
  );

describe('two sides of a card', () => {
  const front = {
    documentNumber: 'T22000129',
    surname: 'MUSTERMANN',
    givenNames: 'ERIKA',
    birthDate: '1964-08-12',
  };

  it('belong together where number, name and birth date agree, however the number is spaced', () => {
    const findings = judgeCard([
      part('id-card-front', { ...front, documentNumber: 't22 000129' }),
      part('id-card-back', front, 1),
    ]);
    expect(outcomes(findings)).toEqual([
      'parts-agree document-number passed',
      'parts-agree name passed',
      'parts-agree birth-date passed',
    ]);
  });

  it('do not where they are of two people', () => {
    const other = { ...front, givenNames: 'MAX', birthDate: '1970-01-01', documentNumber: 'X1' };
    const findings = judgeCard([part('id-card-front', front), part('id-card-back', other, 1)]);
    expect(findings.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'failed']);
  });

  it('are left to a person where nothing could be read on both', () => {
    const findings = judgeCard([part('id-card-front', {}), part('id-card-back', front, 1)]);
    expect(
      findings.every(({ outcome, severity }) => outcome === 'inconclusive' && severity === 'warning'),
    ).toBe(true);
  });

  it('are asked for where one is missing', () => {
    expect(outcomes(judgeCard([part('id-card-back', front)]))).toEqual(['side-missing front failed']);
    expect(outcomes(judgeCard([]))).toEqual(['side-missing front failed', 'side-missing back failed']);
  });
});

describe('three payslips', () => {
  const options = { at: timestamp('2026-05-10T08:00:00Z'), subject: digestJson('set') };
  const slip = (payDate: string, fields: Record<string, string> = {}): SetPart =>
    part('fr-payslip', { payDate, holderName: 'LEA MARTIN', employer: 'ATELIER DUPONT SAS', ...fields });

  it('of three months in a row, one person and one employer are complete', () => {
    const slips = ['2026-02-28', '2026-03-31', '2026-04-30'].map((day) => slip(day));
    expect(outcomes(judgePayslips(slips, options))).toEqual([
      'payslips-complete passed',
      'parts-agree name passed',
      'parts-agree employer passed',
    ]);
  });

  it('are not where a month is missing, or another employer pays', () => {
    const slips = [slip('2026-02-28'), slip('2026-04-30', { employer: 'BOULANGERIE PETIT' })];
    expect(outcomes(judgePayslips(slips, options))).toEqual([
      'payslips-complete failed',
      'parts-agree name passed',
      'parts-agree employer failed',
    ]);
  });

  it('are of another person whoever writes the family name first, and of one company at any of its places', () => {
    const slips = [
      slip('2026-02-28', { siret: '73282932000074', employer: '' }),
      slip('2026-03-31', { siret: '73282932000017', employer: '', holderName: 'Martin Léa' }),
    ];
    expect(outcomes(judgePayslips(slips, options)).slice(1)).toEqual([
      'parts-agree name passed',
      'parts-agree employer passed',
    ]);
    const other = slip('2026-04-30', { siret: '55210055400013', holderName: 'Thérèse MARÉCHAL' });
    expect(outcomes(judgePayslips([...slips, other], options)).slice(1)).toEqual([
      'parts-agree name failed',
      'parts-agree employer failed',
    ]);
  });
});

describe('several photos of one letter', () => {
  test.prop([fc.integer({ min: 1, max: 9 }), fc.infiniteStream(fc.nat())])(
    'are put in the order of their page numbers, whatever order they came in',
    (of, seeds) => {
      const numbers = Array.from({ length: of }, (_, at) => ({
        at: at + 1,
        by: seeds.next().value as number,
      }))
        .toSorted((a, b) => a.by - b.by)
        .map(({ at }) => at);
      const pages = numbers.map((page, file) => ({ file, number: { page, of } }));
      const { order, findings } = judgeLetter(pages);
      expect(order.map((file) => numbers[file])).toEqual(numbers.toSorted((a, b) => a - b));
      expect(findings[0]?.outcome).toBe('passed');
    },
  );

  it('say which page is missing, and nothing where no numbers are printed', () => {
    const { findings } = judgeLetter([
      { file: 0, number: { page: 3, of: 3 } },
      { file: 1, number: { page: 1, of: 3 } },
    ]);
    expect(findings[0]).toMatchObject({ outcome: 'failed', params: { missing: [2], of: 3 } });
    const unknown = judgeLetter([{ file: 0, number: undefined }]);
    expect(unknown).toMatchObject({
      order: [0],
      findings: [{ outcome: 'inconclusive', severity: 'warning' }],
    });
  });
});

it('one PDF with several documents is split, and each counts once', () => {
  const parts = ['fr-payslip', 'passport', 'fr-payslip'].map((kind) => part(kind, {}));
  const { assigned, findings } = judgeBundle(parts, [
    { id: 'identity', kinds: ['passport', 'id-card-back'] },
    { id: 'may', kinds: ['fr-payslip'] },
    { id: 'june', kinds: ['fr-payslip'] },
    { id: 'july', kinds: ['fr-payslip'] },
  ]);
  expect(assigned).toEqual({ identity: 1, may: 0, june: 2 });
  expect(findings.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed', 'failed']);
});
