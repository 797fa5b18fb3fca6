import { digestJson, plainDate, timestamp } from '@dossierkit/core';
import { createTrustStore, parseSeal } from '@dossierkit/doc-authenticity';
import { createTestAuthority } from '@dossierkit/doc-authenticity/testing';
import type { Field } from '@dossierkit/doc-classifier';
import { createRegisterClient, createSvair, type Register } from '@dossierkit/registry-verify';
import { expect, it } from 'vitest';
import type { IntakeEvent } from '../events.js';
import type { Expectation } from '../expectation.js';
import { Ledger } from './ledger.js';
import { takePaperSteps } from './paper-steps.js';

const at = timestamp('2026-01-15T10:00:00Z');
const subject = digestJson('the file');
const where = { page: 0, box: { x: 0, y: 0, width: 0.1, height: 0.1 } };

function field(name: string, value: Field['value'], raw = String(value)): Field {
  return { name, value, raw, where, confidence: 0.9 };
}

function kindReport(
  kind: string,
  fields: readonly Field[],
): Extract<IntakeEvent, { type: 'kind' }>['report'] {
  const found = { kind, probability: 1, confident: true, pages: [0], evidence: [], fields };
  const value = { ...found, documents: [found], reading: [] };
  return { check: 'doc-classifier', version: '1', subject, at, verdict: 'accept', findings: [], value };
}

/** A tax notice whose seal says 42 000 € for Léa Martin. */
async function judge(
  printed: readonly Field[],
  expectation: Expectation,
  registers: readonly Register[] = [],
  kind = 'fr-tax-notice',
): Promise<{ ledger: Ledger; events: IntakeEvent[] }> {
  const authority = await createTestAuthority();
  const content = await authority.issueSeal({
    signedOn: plainDate('2025-08-04'),
    fields: [
      ['45', '2024'],
      ['41', '42000'],
      ['46', 'MARTIN LEA'],
    ],
  });
  const trust = createTrustStore({
    authorities: [authority.authority],
    certificates: [authority.certificate],
    revocation: () => authority.issueRevocationList(plainDate('2026-01-15')),
  });
  const ledger = new Ledger();
  ledger.note({ type: 'seals-found', found: [{ seal: parseSeal(content), where: { page: 0 } }] });
  ledger.note({ type: 'kind', report: kindReport(kind, printed) });
  const events: IntakeEvent[] = [];
  const tell = (event: IntakeEvent): void => {
    ledger.note(event);
    events.push(event);
  };
  await takePaperSteps({ subject, at, expectation, ledger, tell, signal: undefined }, { trust, registers });
  return { ledger, events };
}

const record = (amountMinor: number): Expectation => ({
  record: {
    person: { givenNames: 'Léa', familyName: 'Martin' },
    amounts: { referenceIncome: { amountMinor, currency: 'EUR' } },
  },
});

it('a sealed document is believed in its seal before its print', async () => {
  const printed = [field('referenceIncome', { amountMinor: 6_200_000, currency: 'EUR' }, '62 000 €')];
  const { ledger, events } = await judge(printed, record(4_200_000));
  expect(ledger.checks.seal?.value.seals[0]?.status).toBe('verified');
  // The print says more than the seal: somebody has to look at that,
  expect(ledger.checks.seal?.verdict).toBe('review');
  // and what is compared with the form is what the issuer signed.
  expect(ledger.checks.agreement?.verdict).toBe('accept');
  const told = events.find(({ type }) => type === 'fields');
  expect(told).toMatchObject({
    fields: expect.arrayContaining([
      { name: 'referenceIncome', value: { amountMinor: 4_200_000, currency: 'EUR' }, from: 'seal' },
    ]),
  });
  const other = await judge(printed, record(6_200_000));
  expect(other.ledger.checks.agreement?.verdict).not.toBe('accept');
});

it('what was hardly read is not held against a seal', async () => {
  const unsure = { ...field('referenceIncome', 0, '62 000 €'), confidence: 0.2 };
  const { ledger } = await judge([unsure], record(4_200_000));
  expect(ledger.findings.filter(({ code }) => code === 'doc-authenticity/seal-agrees')).toEqual([]);
});

it('asks the registers about what was read, and says why where it does not', async () => {
  const asked: string[] = [];
  const client = createRegisterClient({
    clock: { now: () => at },
    fetch: (url) => {
      asked.push(String(url));
      return Promise.reject(new Error('down'));
    },
    sleep: () => Promise.resolve(),
  });
  const printed = [field('taxNumber', '3012345678901'), field('noticeReference', '2444A12345678')];
  const { ledger } = await judge(printed, {}, [createSvair(client)]);
  expect(asked.length).toBeGreaterThan(0);
  // A register that is down says nothing.
  expect(ledger.checks.registers?.verdict).toBe('review');
  const reasons = async (...args: Parameters<typeof judge>): Promise<(string | undefined)[]> =>
    (await judge(...args)).ledger.steps
      .filter(({ step }) => step === 'registers')
      .map(({ skipped }) => skipped);
  expect(await reasons(printed, {})).toEqual(['no-registers']);
  expect(await reasons([], {}, [createSvair(client)])).toEqual(['nothing-to-ask']);
});
