import { digestBytesSync, timestamp } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { type ClassifyOptions, classifyDocument } from './classify-document.js';
import { defineClassifierPolicy } from './policy.js';
import { type SketchedLine, sketchedPage, sketchPage } from './testing.js';

const subject = digestBytesSync(new Uint8Array());
const at = timestamp('2026-06-01T10:00:00Z');

const classify = (
  lines: readonly (string | SketchedLine)[],
  options: Partial<ClassifyOptions> = {},
  source: 'file' | 'ocr' = 'file',
) => classifyDocument({ pages: [sketchedPage(sketchPage(lines, { source }))] }, { subject, at, ...options });

const NOTICE = [
  'DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES',
  { text: "AVIS D'IMPÔT ÉTABLI EN 2025", height: 0.02 },
  'Impôt sur les revenus de 2024',
  'Numéro fiscal : 13 92 142 976 329    Référence de l’avis : 25 15 A603063 88',
  { text: 'M. Lucas MOREAU', x: 0.55 },
  { text: '12 bis rue des Lilas', x: 0.55 },
  { text: '69003 LYON', x: 0.55 },
  'Date de mise en recouvrement : 31/07/2025',
  'Revenu fiscal de référence    34 560 €',
  'Nombre de parts    1,5',
];
const DECLARATION = [
  'Cerfa n° 10330    N° 2042',
  { text: 'DÉCLARATION DES REVENUS 2025', height: 0.02 },
  'Déclarant 1    Nom : MOREAU    Prénom : Lucas',
  'Date de naissance : 04/05/1990',
  'TRAITEMENTS, SALAIRES    1AJ  34 560',
  'Date et signature',
];

const BILL = [
  'Lumélia',
  'Votre espace client    Référence client 12345678',
  'Votre facture du 12 mai 2026',
  'Point de livraison (PDL) 14522963254103',
  'Votre consommation d’électricité : 1 204 kWh',
  'Abonnement    12,40 €',
  'Montant total TTC à payer    84,20 €',
];

const FILLER = Array.from({ length: 30 }, (_, at) => `Ligne ${at} sans importance`);

describe('classifyDocument', () => {
  it('reads the numbered fields of a driving licence', async () => {
    const { value } = await classify([
      { text: 'FÜHRERSCHEIN', height: 0.02 },
      '1.  MUSTERMANN',
      '2.  Erika',
      '3.  12.08.1964 BERLIN',
      '4a.  10.02.2018    4c.  Stadt Beispiel',
      '4b.  09.02.2033',
      '5.  CK63691K388',
    ]);
    expect(value.kind).toBe('driving-licence');
    expect(Object.fromEntries(value.fields.map((field) => [field.name, field.value]))).toMatchObject({
      surname: 'MUSTERMANN',
      givenNames: 'Erika',
      birthDate: '1964-08-12',
      issueDate: '2018-02-10',
      expiryDate: '2033-02-09',
      documentNumber: 'CK63691K388',
    });
  });

  it('takes the name above the street, though a floor stands below it', async () => {
    const { value } = await classify([
      { text: 'Kontoauszug Nr. 5/2026', height: 0.02 },
      { text: 'Frau Erika Mustermann', x: 0.1 },
      { text: 'Bahnhofstraße 75', x: 0.1 },
      { text: '2. OG links', x: 0.1 },
      { text: '70173 Stuttgart', x: 0.1 },
      'Alter Kontostand    100,00',
      'Neuer Kontostand    120,00',
    ]);
    expect(value.fields.find(({ name }) => name === 'holderName')?.value).toBe('Erika Mustermann');
  });

  it('knows a tax notice, its year, its reference and whose it is', async () => {
    const { verdict, value } = await classify(NOTICE, { expected: ['fr-tax-notice'] });
    expect(verdict).toBe('accept');
    expect(value.kind).toBe('fr-tax-notice');
    expect(Object.fromEntries(value.fields.map((field) => [field.name, field.value]))).toMatchObject({
      incomeYear: 2024,
      noticeReference: '2515A60306388',
      taxNumber: '1392142976329',
      referenceIncome: { amountMinor: 3_456_000, currency: 'EUR' },
      collectionDate: '2025-07-31',
      holderName: 'Lucas MOREAU',
      address: { postcode: '69003', town: 'LYON', lines: ['12 bis rue des Lilas', '69003 LYON'] },
    });
  });

  it('takes a name for a name that reads like a label, and what is illegible before a label for nothing', async () => {
    const page = sketchPage([
      { text: 'PASSPORT', height: 0.02 },
      'Surname : NELE',
      'Given names : Nele',
      'Date of birth : 04/05/1990',
      'Date of expiry : 03/05/2030',
    ]);
    const [first, ...others] = page.blocks[0]?.lines[2]?.words ?? [];
    const speck = { text: 'pp', box: { x: 0.06, y: 0.05, width: 0.015, height: 0.03 }, confidence: 0.2 };
    const lines = page.blocks[0]?.lines.map((line, at) =>
      at === 2 && first ? { ...line, words: [speck, first, ...others] } : line,
    );
    const blocks = page.blocks.map((block) => ({ ...block, lines: lines ?? [] }));
    const { value } = await classifyDocument({ pages: [sketchedPage({ ...page, blocks })] }, { subject, at });
    expect(Object.fromEntries(value.fields.map((field) => [field.name, field.value]))).toMatchObject({
      surname: 'NELE',
      givenNames: 'Nele',
      birthDate: '1990-05-04',
    });
  });

  it('keeps the values of two columns apart, whose labels reach over both', async () => {
    const { value } = await classify([
      { text: 'PASSEPORT', height: 0.02 },
      'Date d’expiration / Date of expiry  Date de délivrance / Date of issue',
      '13 01 2028                          14 01 2018',
    ]);
    const fields = Object.fromEntries(value.fields.map((field) => [field.name, field.value]));
    expect(fields).toMatchObject({ expiryDate: '2028-01-13' });
  });

  it('counts in pounds where the seller is British', async () => {
    const { value } = await classify([
      { text: 'INVOICE', height: 0.02 },
      'Invoice no. 2026-83359',
      'VAT No. GB676230823',
      'Date 22 February 2026',
      'Total incl. VAT    1774.53',
    ]);
    expect(value.fields.find(({ name }) => name === 'amountDue')?.value).toEqual({
      amountMinor: 177_453,
      currency: 'GBP',
    });
  });

  it('refuses the declaration where the notice is asked for, and says what the difference is', async () => {
    const { verdict, findings } = await classify(DECLARATION, { expected: ['fr-tax-notice'] });
    expect(verdict).toBe('reject');
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'doc-classifier/confused-kind',
        outcome: 'failed',
        params: expect.objectContaining({ confusion: 'tax-declaration-for-notice' }),
      }),
    );
  });

  it('says why the runner-up lost', async () => {
    const { value } = await classify(NOTICE);
    expect(value.evidence[0]).toMatchObject({ by: 'title', where: { page: 0 } });
    expect(value.runnerUp?.lostFor.map(({ text }) => text)).toContain("AVIS D'IMPÔT ÉTABLI EN");
  });

  it('answers unknown for a page that is no document it knows', async () => {
    const { verdict, value } = await classify(
      ['Dear Anna,', 'the weather is fine and we think of you.', 'Yours, Tom'],
      {
        expected: ['fr-payslip'],
      },
    );
    expect(value).toMatchObject({ kind: 'unknown', confident: false });
    expect(verdict).toBe('review');
  });

  it('takes a mention of a title for a mention', async () => {
    const { value } = await classify([
      'Madame, Monsieur,',
      'pour compléter votre dossier, merci de nous envoyer votre avis d’impôt, un bulletin de salaire et un RIB.',
    ]);
    expect(value.kind).toBe('unknown');
  });

  it('reads through damage that OCR does', async () => {
    const damaged = [
      'DIRECTI0N GENERALE DES FlNANCES PUBLIQUES',
      { text: "AVlS D'lMPOT ETABLl EN 2025", height: 0.02 },
      'lmpot sur les revenus de 2024',
      'Reverm fiscal de reference    34 560 €',
      'Referenoe de l’avis : 25 15 A603063 88',
      'Numero fiscal : 13 92 142 976 329',
    ];
    const { value } = await classify(damaged, {}, 'ocr');
    expect(value).toMatchObject({ kind: 'fr-tax-notice', confident: true });
  });

  it('counts an old bill as too old, from the day of issue and no other date', async () => {
    const bill = [
      { text: 'Facture d’électricité', height: 0.02 },
      'Date de facture : 12/01/2026    À payer avant le : 30/05/2026',
      'Point de livraison : 17293956114832',
      'Consommation    245 kWh',
      'Période du 10/11/2025 au 09/01/2026',
      'Total TTC    89,12 €',
    ];
    const { verdict, value, findings } = await classify(bill, { expected: ['fr-utility-bill'] });
    expect(value.age).toMatchObject({ value: '2026-01-12', answer: 'too-old', oldest: '2026-03-01' });
    expect(verdict).toBe('reject');
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'doc-classifier/too-old',
        outcome: 'failed',
        measured: { value: 140, unit: 'days' },
      }),
    );
  });

  it('takes a zone of a card’s back for what it is, also from a hint', async () => {
    const back = [
      'Taille : 1,75 m',
      'Adresse : 12 rue des Lilas, 69003 LYON',
      'Date de délivrance : 12/03/2022',
    ];
    const { value, findings } = await classify(back, {
      expected: ['id-card-front'],
      hints: { mrzFormat: 'TD1' },
    });
    expect(value.kind).toBe('id-card-back');
    expect(findings.map(({ code }) => code)).toContain('doc-classifier/confused-kind');
  });

  it('stops reading a scan when it knows enough', async () => {
    const page = sketchedPage(
      sketchPage([...NOTICE, 'Il vous reste à payer    249 €', ...FILLER], { source: 'ocr' }),
    );
    const { value } = await classifyDocument({ pages: [page] }, { subject, at });
    expect(value.kind).toBe('fr-tax-notice');
    expect(page.reads).toHaveLength(1);
    expect(value.reading).toEqual([{ page: 0, source: 'ocr', share: 0.37 }]);
  });

  it('reads a scan on for a field that is missing, and no band twice', async () => {
    const page = sketchedPage(
      sketchPage([...NOTICE.slice(0, -2), ...FILLER, ...NOTICE.slice(-2)], { source: 'ocr' }),
    );
    const { value } = await classifyDocument({ pages: [page] }, { subject, at });
    expect(value.fields.map(({ name }) => name)).toContain('referenceIncome');
    const bands = page.reads.map((region) => ({
      from: region?.y ?? 0,
      to: (region?.y ?? 0) + (region?.height ?? 0),
    }));
    expect(bands).toHaveLength(3);
    for (const [at, { to }] of bands.slice(0, -1).entries()) {
      // No more than keeps a line from being cut through in both bands.
      expect(to - (bands[at + 1]?.from ?? 0)).toBeLessThan(0.05);
    }
  });

  it('reads no more of a scan that is surely not what is expected', async () => {
    const page = sketchedPage(
      sketchPage([...DECLARATION.slice(0, 3), ...FILLER, 'Adresse'], { source: 'ocr' }),
    );
    await classifyDocument({ pages: [page] }, { subject, at, expected: ['fr-tax-notice'] });
    expect(page.reads).toHaveLength(1);
  });

  it('reads the second page of a scan for its own fields where it is another document', async () => {
    const pages = [DECLARATION, [...NOTICE.slice(0, 4), ...FILLER, ...NOTICE.slice(-2)]].map((lines, page) =>
      sketchedPage(sketchPage(lines, { page, source: 'ocr' })),
    );
    const { value } = await classifyDocument({ pages }, { subject, at, expected: ['fr-tax-notice'] });
    expect(value.kind).toBe('fr-tax-notice');
    expect(value.fields.map(({ name }) => name)).toContain('referenceIncome');
  });

  it('reads a scan in one language: the one that the expected kinds share, the policy’s, or that of the likely kind', async () => {
    const asked: (readonly string[] | undefined)[] = [];
    const page = sketchedPage(
      sketchPage(
        [{ text: 'Einkommensteuererklärung 2025', height: 0.02 }, 'Hauptvordruck', 'Anlage N', ...FILLER],
        { source: 'ocr' },
      ),
    );
    const readText: typeof page.readText = (options) => {
      asked.push(options?.languages);
      return page.readText(options);
    };
    const languagesWith = async (options: Partial<ClassifyOptions>) => {
      asked.length = 0;
      await classifyDocument({ pages: [{ ...page, readText }] }, { subject, at, ...options });
      return [...asked];
    };
    expect(await languagesWith({})).toEqual([['fra'], ['fra'], ['fra']]);
    const expected = ['de-tax-declaration', 'de-tax-notice'];
    expect(await languagesWith({ expected })).toEqual([['deu'], ['deu'], ['deu']]);
    const policy = defineClassifierPolicy({ languages: [] });
    expect(await languagesWith({ policy })).toEqual([undefined, ['deu'], ['deu']]);
  });

  it('splits a file with two documents', async () => {
    const pages = [NOTICE, DECLARATION].map((lines, page) => sketchedPage(sketchPage(lines, { page })));
    const { value, verdict } = await classifyDocument(
      { pages },
      { subject, at, expected: ['fr-tax-declaration'] },
    );
    expect(value.documents.map(({ kind, pages: own }) => [kind, own])).toEqual([
      ['fr-tax-notice', [0]],
      ['fr-tax-declaration', [1]],
    ]);
    expect(value.kind).toBe('fr-tax-declaration');
    expect(verdict).toBe('accept');
  });

  it('splits off a bill, which has no title', async () => {
    const pages = [BILL, NOTICE, BILL].map((lines, page) => sketchedPage(sketchPage(lines, { page })));
    const { value } = await classifyDocument({ pages }, { subject, at });
    expect(value.documents.map(({ kind, pages: own }) => [kind, own])).toEqual([
      ['fr-utility-bill', [0]],
      ['fr-tax-notice', [1]],
      ['fr-utility-bill', [2]],
    ]);
  });

  it('says that nothing could be read', async () => {
    const { verdict, findings } = await classify([]);
    expect(verdict).toBe('review');
    expect(findings.map(({ code }) => code)).toContain('doc-classifier/no-text');
  });
});
