import { money } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { encodeEpcQr, parseEpcQr } from './epc-qr.js';
import { formatCreditorReference, parseCreditorReference } from './references/creditor-reference.js';
import { isQrIban, parseIban } from './references/iban.js';
import { formatQrReference, hasRecursiveCheckDigit } from './references/qr-reference.js';
import {
  formatStructuredCommunication,
  parseStructuredCommunication,
} from './references/structured-communication.js';
import { encodeSwissQr } from './swiss-qr.js';

describe('references', () => {
  it('carry check digits', () => {
    expect(formatCreditorReference('539007547034')).toEqual({ ok: true, value: 'RF18539007547034' });
    expect(parseCreditorReference('RF18 5390 0754 7034')).toMatchObject({ ok: true });
    expect(parseCreditorReference('RF18 5390 0754 7043')).toMatchObject({ ok: false });
    expect(formatQrReference('21000000000313947143000901')).toEqual({
      ok: true,
      value: '210000000003139471430009017',
    });
    expect(hasRecursiveCheckDigit('18 78583')).toBe(true);
    expect(formatStructuredCommunication('0')).toEqual({ ok: true, value: '+++000/0000/00097+++' });
    expect(parseStructuredCommunication('+++010/8068/17183+++')).toEqual({ ok: true, value: '010806817183' });
  });

  it('tell QR-IBANs from others', () => {
    expect(parseIban('DE89 3704 0044 0532 0130 00')).toMatchObject({ ok: true });
    expect(parseIban('CH4431999123000889011')).toMatchObject({ ok: false });
    expect(isQrIban('CH44 3199 9123 0008 8901 2')).toBe(true);
    expect(isQrIban('CH5800791123000889012')).toBe(false);
  });
});

describe('EPC code', () => {
  const transfer = { name: 'Erika Mustermann', iban: 'DE89370400440532013000', amount: money(12_50, 'EUR') };

  it('drops what is empty at its end', () => {
    expect(encodeEpcQr({ ...transfer, amount: undefined })).toEqual({
      ok: true,
      value: 'BCD\n002\n1\nSCT\n\nErika Mustermann\nDE89370400440532013000',
    });
  });

  it('can be read again', () => {
    const encoded = encodeEpcQr({ ...transfer, reference: 'RF18539007547034' });
    expect(encoded.ok && parseEpcQr(encoded.value)).toMatchObject({
      ok: true,
      value: { transfer: { reference: 'RF18539007547034', amount: transfer.amount }, warnings: [] },
    });
  });

  it.each([
    [{ amount: money(0, 'EUR') }, 'amount-out-of-range'],
    [{ bic: 'BHBLDE' }, 'not-a-bic'],
    [{ version: '001' as const }, 'field-missing'],
    [{ text: 'x', reference: 'RF18539007547034' }, 'reference-and-text'],
    [{ text: 'line\nbreak' }, 'field-invalid'],
    [{ name: 'x'.repeat(71) }, 'field-too-long'],
    [{ text: '漢'.repeat(120) }, 'payload-too-long'],
  ])('refuses %o as %s', (change, code) => {
    expect(encodeEpcQr({ ...transfer, ...change })).toMatchObject({
      ok: false,
      error: { code: `claim-account/${code}` },
    });
  });
});

describe('Swiss QR code', () => {
  const creditor = { name: 'Muster AG', street: 'Gasse', postalCode: '8001', city: 'Zürich', country: 'CH' };

  it('has its lines in order', () => {
    const bill = {
      iban: 'CH5800791123000889012',
      creditor,
      currency: 'CHF',
      amount: money(12_05, 'CHF'),
    } as const;
    const encoded = encodeSwissQr(bill);
    expect(encoded.ok && encoded.value.split('\n').slice(0, 20)).toEqual(
      'SPC,0200,1,CH5800791123000889012,S,Muster AG,Gasse,,8001,Zürich,CH,,,,,,,,12.05,CHF'.split(','),
    );
  });

  it('needs the reference that fits the account', () => {
    const qrIban = { iban: 'CH4431999123000889012', creditor, currency: 'CHF' } as const;
    expect(encodeSwissQr(qrIban)).toMatchObject({
      ok: false,
      error: { code: 'claim-account/reference-does-not-fit-account' },
    });
    expect(encodeSwissQr({ ...qrIban, reference: '210000000003139471430009017' })).toMatchObject({
      ok: true,
    });
  });
});
