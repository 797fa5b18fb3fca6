import { describe, expect, it } from 'vitest';
import { nameFitsMrz, transliterateForMrz } from './transliterate.js';

describe('transliterateForMrz', () => {
  it.each([
    ['Müller-Özdemir', 'MUELLER<OEZDEMIR'],
    ['d’Artagnan', 'DARTAGNAN'],
    ['Ævarsdóttir', 'AEVARSDOTTIR'],
    ['Groß', 'GROSS'],
    ['Горбачёв', 'GORBACHEV'],
    ['محمد', 'MXHMD'],
    ['  Anna   Maria ', 'ANNA<MARIA'],
  ])('%s becomes %s', (name, printed) => {
    expect(transliterateForMrz(name)).toBe(printed);
  });
});

describe('nameFitsMrz', () => {
  it.each([
    ['Müller', 'MULLER'],
    ['Müller', 'MUXXLLER'],
    ['Jean-Noël', 'JEANNOEL'],
    ['Ткаченко', 'TKACHENKO'],
    ['O’Connor', 'OCONNOR'],
    ['von der Müller-Schwarzenberg', 'VON DER MUELLER SCHWARZENBERG'],
  ])('%s fits %s', (name, printed) => {
    expect(nameFitsMrz(name, printed)).toBe(true);
  });

  it.each([
    ['Miller', 'MUELLER'],
    ['Müller', 'MUELLERS'],
    ['', 'MUELLER'],
    ['Müller', ''],
    ['Anna', 'ANN'],
  ])('%j does not fit %j', (name, printed) => {
    expect(nameFitsMrz(name, printed)).toBe(false);
  });

  it('takes a cut name for what it may be', () => {
    expect(nameFitsMrz('Papandropoulous', 'PAPANDROP', { mayBeCut: true })).toBe(true);
    expect(nameFitsMrz('Papandropoulous', 'PAPANDROP')).toBe(false);
  });
});
