import { describe, expect, it } from 'vitest';
import { companyCheck } from '../src/company-check.js';

/** Runs the command and hands back what a person sees. */
async function run(...argv: string[]) {
  let out = '';
  let error = '';
  const code = await companyCheck(argv, {
    env: {},
    now: '2026-01-15T10:00:00.000Z',
    write: (text) => {
      out += text;
    },
    writeError: (text) => {
      error += text;
    },
    colors: false,
  });
  return { code, out, error };
}

const claire = [
  '--siren',
  '999 000 011',
  '--family-name',
  'Fontaine',
  '--given-names',
  'Claire',
  '--birth',
  '1978-04',
];

describe('company-check', () => {
  it('answers, and says that the registers are the bundled ones', async () => {
    const { code, out } = await run(...claire);
    expect(code).toBe(0);
    expect(out).toContain('May this person sign: yes');
    expect(out).toContain('bundled local registers: made-up companies, no network');
    expect(out).toMatch(/recherche-entreprises +999000011 +found +\S+ \S+ UTC +[0-9a-f]{16}/);
  });

  it('asks sample questions where it is given none', async () => {
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(out.match(/May this person sign: .*/g)).toEqual([
      'May this person sign: yes, as far as the registers tell',
      'May this person sign: yes, as far as the registers tell',
      'May this person sign: no',
      'May this person sign: a person must look',
      'May this person sign: a person must look',
    ]);
  });

  it.each([
    ['fr', 'Cette personne peut-elle signer', 'registres locaux fournis'],
    ['de', 'Darf diese Person unterschreiben', 'erfundene Unternehmen'],
    ['ar', 'هل يحق لهذا الشخص التوقيع', 'شركات مختلَقة'],
  ])('speaks %s', async (locale, question, source) => {
    const { out } = await run(...claire, '--locale', locale);
    expect(out).toContain(question);
    expect(out).toContain(source);
  });

  it('prints whole reports as JSON, with their source', async () => {
    const { out } = await run(...claire, '--json');
    expect(JSON.parse(out)).toMatchObject({
      source: 'bundled-local-registers',
      reports: [
        {
          check: 'registry-verify',
          verdict: 'accept',
          value: { evidence: [{ register: 'recherche-entreprises' }] },
        },
      ],
    });
  });

  it('answers a number with a typing error with a no', async () => {
    const { code, out } = await run(
      '--siren',
      '999000012',
      '--family-name',
      'Fontaine',
      '--given-names',
      'Claire',
    );
    expect([code, out.includes('May this person sign: no')]).toEqual([0, true]);
  });

  it.each([
    [['--sirene', '1'], 'Unknown option'],
    [['--siren', '999000011'], 'Give --family-name'],
    [['--family-name', 'Fontaine', '--given-names', 'Claire'], 'Give a number of the company'],
    [[...claire.slice(0, -1), 'April 1978'], 'Write --birth as'],
    [['--real'], 'Say which company'],
  ])('%j is not understood', async (argv, message) => {
    const { code, error } = await run(...argv);
    expect(code).toBe(2);
    expect(error).toContain(message);
    expect(error).toContain('--help');
  });

  it('explains itself', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out).toContain('Exit code');
  });
});
