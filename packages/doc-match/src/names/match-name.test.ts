import { describe, expect, it } from 'vitest';
import { matchName, type PersonName } from './match-name.js';

const person = (text: string, otherFamilyName?: string): PersonName => {
  const [givenNames = '', familyName = ''] = text.split('|');
  return { givenNames, familyName, ...(otherFamilyName ? { otherFamilyName } : {}) };
};

describe('matchName', () => {
  it.each([
    ['DUPONT Marie', 'Marie|Dupont', 'order, case'],
    ['M. Lucas MOREAU', 'Lucas|Moreau', 'title'],
    ['Lefevre Zoe', 'Zoé|Lefèvre', 'accents'],
    ['JEAN PIERRE MARTIN', 'Jean-Pierre|Martin', 'hyphen lost'],
    ['MUELLER JUERGEN', 'Jürgen|Müller', 'umlaut written out'],
    ['MULLER JURGEN', 'Jürgen|Müller', 'umlaut dropped'],
    ['Strasser Jörg', 'Jörg|Straßer', 'sharp s'],
    ['VON DER LEYEN URSULA', 'Ursula|von der Leyen', 'particles'],
    ['MCDONALD IAN', 'Ian|Mc Donald', 'one word or two'],
    ['LE THI HOA', 'Thị Hoa|Lê', 'a family name that is a particle elsewhere'],
    ['PAUL ZUR', 'Paul|Zür', 'likewise'],
    ['Marie DURAND épouse PETIT', 'Marie|Petit', 'married name'],
    ['Anna KOWALSKA', 'Anna Maria|Kowalska', 'one of two given names'],
    ['Claire DUPONT', 'Claire|Dupont-Martin', 'one of two family names'],
    ['DUP0NT MARIE', 'Marie|Dupont', 'a zero for O'],
    ['BEMARD LUCIE', 'Lucie|Bernard', 'rn run together'],
    ['IULIIA IVANOVA', 'Юлия|Иванова', 'transliteration'],
  ])('%s is %s: %s', (document, record) => {
    expect(matchName(document, person(record))).toMatchObject({ answer: 'agree' });
  });

  it.each([
    ['LUCIE MOREAU', 'Lucas|Moreau', 'differ'],
    ['JEANNE MARTIN', 'Jean|Martin', 'differ'],
    ['Jean-Pierre MARTIN', 'Jean|Martin', 'cannot-tell'],
    ['Paul DUPOND', 'Paul|Dupont', 'cannot-tell'],
    ['M DUPONT J', 'Jean|Dupont', 'cannot-tell'],
    ['Alexandra WEBER', 'Alexandre|Weber', 'cannot-tell'],
    ['Hanna WEBER', 'Nanna|Weber', 'cannot-tell'],
    ['Ana GARCIA MARTINEZ', 'Ana|García López', 'cannot-tell'],
    ['Marie MARTIN', 'Marie|Dupont', 'differ'],
    ['', 'Marie|Dupont', 'cannot-tell'],
  ])('%s and %s: %s', (document, record, answer) => {
    expect(matchName(document, person(record))).toMatchObject({ answer });
  });

  it('takes a name in two pieces, also in the wrong boxes', () => {
    expect(
      matchName({ givenNames: 'Marie Claire', familyName: 'Durand' }, person('Marie|Petit', 'Durand')),
    ).toMatchObject({
      answer: 'agree',
      reason: 'some-given-names',
    });
    expect(matchName({ givenNames: 'Durand', familyName: 'Marie' }, person('Marie|Durand'))).toMatchObject({
      answer: 'agree',
      reason: 'order',
    });
  });
});
