import { describe, expect, it } from 'vitest';
import { matchAddress } from './match-address.js';

const lines = (text: string) => ({ lines: text.split(' | ') });

describe('matchAddress', () => {
  it.each([
    ['12 bis r. des Lilas | 69003 LYON', '12bis rue des Lilas | 69003 Lyon', 'street written short'],
    [
      'Bât. B, 3e étage | 4 AVENUE DU GÉNÉRAL DE GAULLE | 75014 PARIS CEDEX 14',
      '4 av. du Gal de Gaulle | 75014 Paris',
      'building, cedex',
    ],
    ['Hauptstr. 5a | 10115 Berlin', 'Hauptstraße 5 A | D-10115 Berlin', 'Straße'],
    ['c/o Weber | Am Stadtpark 7 | 80331 München', 'Am Stadtpark 7 | 80331 Muenchen', 'c/o'],
    ['Flat 3, 67 Queensway | London SW1A 9ZZ', '67 Queensway | London | SW1A 9ZZ', 'flat'],
    ['Bahnhofstrasse 12 | CH-8001 Zürich', 'Bahnhofstr. 12 | 8001 Zürich', 'Switzerland'],
    ['12 place St Michel | 33000 Bordeaux', '12 place Saint-Michel | 33000 BORDEAUX', 'saint'],
  ])('%s is %s: %s', (document, record) => {
    expect(matchAddress(lines(document), lines(record))).toMatchObject({ answer: 'agree' });
  });

  it.each([
    ['14 rue des Lilas | 69003 Lyon', '12 rue des Lilas | 69003 Lyon', 'differ', 'other-number'],
    ['12 rue des Roses | 69003 Lyon', '12 rue des Lilas | 69003 Lyon', 'differ', 'other-street'],
    ['12 rue des Lilas | 69006 Lyon', '12 rue des Lilas | 69003 Lyon', 'differ', 'other-town'],
    [
      '12 ter rue des Lilas | 69003 Lyon',
      '12 bis rue des Lilas | 69003 Lyon',
      'cannot-tell',
      'number-suffix',
    ],
    ['12 avenue Foch | 69003 Lyon', '12 rue Foch | 69003 Lyon', 'cannot-tell', 'other-street-type'],
    ['69003 Lyon', '12 rue Foch | 69003 Lyon', 'cannot-tell', 'street-missing'],
  ])('%s and %s: %s', (document, record, answer, reason) => {
    expect(matchAddress(lines(document), lines(record))).toMatchObject({ answer, reason });
  });
});
