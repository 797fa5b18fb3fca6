import type { MessagesFor } from '@dossierkit/core';
import type { MrzMessageable } from './words.js';

const FIELDS = {
  documentCode: 'Dokumentencode',
  issuingState: 'Ausstellerstaat',
  documentNumber: 'Dokumentennummer',
  nationality: 'Staatsangehörigkeit',
  birthDate: 'Geburtsdatum',
  sex: 'Geschlecht',
  expiryDate: 'Ablaufdatum',
  issueMonth: 'Ausstellungsmonat',
  name: 'Name',
  surname: 'Familienname',
  givenNames: 'Vornamen',
  optionalData: 'Zusatzangaben',
  optionalData2: 'Zusatzangaben',
  administrativeCode: 'Behördencode',
  languageCode: 'Sprachcode',
  filler: 'Füllzeichen',
  composite: 'gesamte Zone',
} as const;

const IMPOSSIBLE = {
  'expires-before-birth': 'Das Dokument wäre vor der Geburt der Person abgelaufen.',
  'valid-too-long': 'Das Dokument wäre länger gültig, als irgendein Staat es ausstellt.',
  'issued-before-birth': 'Das Dokument wäre vor der Geburt der Person ausgestellt worden.',
  'issued-too-late':
    'Das Dokument wäre zu einer Zeit ausgestellt worden, als es solche Dokumente nicht mehr gab.',
} as const;

export const de: MessagesFor<MrzMessageable> = {
  'mrz-check/zone-found': () => ({
    problem: 'Wir konnten auf diesem Bild die maschinenlesbaren Zeilen (die mit den <-Zeichen) nicht finden.',
    advice: 'Fotografieren Sie die Seite mit diesen Zeilen flach, scharf, ohne Spiegelung und formatfüllend.',
    verified: 'Die maschinenlesbaren Zeilen wurden gefunden.',
  }),
  'mrz-check/check-digit': ({ of, line, column }) => ({
    problem: `Die Prüfziffer stimmt nicht: ${FIELDS[of]} (Zeile ${line}, Stelle ${column}).`,
    advice:
      'Machen Sie ein schärferes Foto der Zeilen mit den <-Zeichen. Stimmt die Ziffer dann immer noch nicht, nehmen Sie ein anderes Dokument.',
    verified: `Die Prüfziffer stimmt: ${FIELDS[of]}.`,
  }),
  'mrz-check/no-check-digits': () => ({
    problem:
      'Diese Art von Dokument hat keine Prüfziffern; ob richtig gelesen wurde, lässt sich nicht nachrechnen.',
    advice: 'Vergleichen Sie das Gelesene selbst mit dem Dokument.',
  }),
  'mrz-check/field-malformed': ({ field }) => ({
    problem: `Diese Angabe in den maschinenlesbaren Zeilen kann so nicht stimmen: ${FIELDS[field]}.`,
    advice: 'Achten Sie darauf, dass nichts die Zeilen verdeckt, und machen Sie ein neues Foto.',
  }),
  'mrz-check/repaired': ({ line, column, seen, taken }) => ({
    problem: `Zeile ${line}, Stelle ${column} sah nach „${seen}“ aus und wurde als „${taken}“ gelesen, weil nur das passt.`,
    advice: 'Sie müssen nichts tun, es sei denn, auf dem Dokument steht etwas anderes.',
  }),
  'mrz-check/doubtful': ({ line, column, taken, or }) => ({
    problem: `Zeile ${line}, Stelle ${column} kann „${taken}“ oder „${or}“ sein.`,
    advice: 'Machen Sie ein schärferes Foto, gerade von oben und ohne Spiegelung.',
  }),
  'mrz-check/format-doubtful': ({ format, or }) => ({
    problem: `Wo die Zeilen enden, ist nicht klar zu sehen: Das kann eine Zone im Format ${format} oder ${or} sein.`,
    advice:
      'Machen Sie ein Foto, auf dem das ganze Dokument zu sehen ist, gerade von oben und ohne Spiegelung.',
  }),
  'mrz-check/document-code': ({ documentCode }) => ({
    problem: `Der Dokumentencode „${documentCode}“ gehört nicht auf diese Art von Dokument.`,
    advice: 'Prüfen Sie, ob es das verlangte Dokument ist; jemand sollte es sich ansehen.',
    verified: 'Der Dokumentencode passt zur Art des Dokuments.',
  }),
  'mrz-check/specimen': () => ({
    problem: 'Das ist ein Muster und kein Dokument, das für eine Person ausgestellt wurde.',
    advice: 'Reichen Sie Ihr eigenes Dokument ein.',
  }),
  'mrz-check/expired': ({ on }, { date }) => ({
    problem: `Dieses Dokument ist am ${date(on)} abgelaufen.`,
    advice: 'Reichen Sie ein gültiges Dokument ein.',
    verified: `Das Dokument ist bis ${date(on)} gültig.`,
  }),
  'mrz-check/expiry-unknown': () => ({
    problem: 'Die maschinenlesbaren Zeilen sagen nicht, bis wann das Dokument gültig ist.',
    advice: 'Suchen Sie das Datum auf der Vorderseite des Dokuments.',
  }),
  'mrz-check/too-young': ({ minimumAge }) => ({
    problem: `Die Person muss mindestens ${minimumAge} Jahre alt sein.`,
    advice: 'Ein Elternteil oder Vormund muss das eigene Dokument einreichen.',
    verified: `Die Person ist mindestens ${minimumAge} Jahre alt.`,
  }),
  'mrz-check/dates-impossible': ({ rule }) => ({
    problem: IMPOSSIBLE[rule],
    advice: 'Machen Sie ein neues Foto; bleiben die Daten gleich, sollte sich jemand das Dokument ansehen.',
  }),
  'mrz-check/national-number': ({ name }) => ({
    problem: `Die Prüfziffer der nationalen Nummer (${name}) stimmt nicht.`,
    advice: 'Vergleichen Sie die Nummer mit der auf dem Dokument.',
    verified: `Die Prüfziffer der nationalen Nummer (${name}) stimmt.`,
  }),
  'mrz-check/agrees': ({ field, with: other }) => ({
    problem:
      other === 'form'
        ? `Formular und Dokument stimmen nicht überein: ${FIELDS[field]}.`
        : `Die maschinenlesbaren Zeilen und der Aufdruck darüber stimmen nicht überein: ${FIELDS[field]}.`,
    advice:
      other === 'form'
        ? 'Tragen Sie ins Formular ein, was auf dem Dokument steht.'
        : 'Machen Sie ein neues Foto; bleibt der Unterschied, sollte sich jemand das Dokument ansehen.',
    verified:
      other === 'form'
        ? `Formular und Dokument stimmen überein: ${FIELDS[field]}.`
        : `Beide Teile des Dokuments stimmen überein: ${FIELDS[field]}.`,
  }),
  'mrz-check/text-too-long': ({ limit }, { number }) => ({
    problem: `Dieser Text ist zu lang: Die maschinenlesbaren Zeilen haben höchstens ${number(limit)} Zeichen.`,
    advice: 'Geben Sie nur die zwei oder drei Zeilen mit den <-Zeichen ein.',
  }),
  'mrz-check/text-character': ({ line, column }) => ({
    problem: `In Zeile ${line}, Stelle ${column} steht ein Zeichen, das in diesen Zeilen nie vorkommt.`,
    advice: 'Verwenden Sie nur die Buchstaben A bis Z, die Ziffern 0 bis 9 und das Zeichen <.',
  }),
  'mrz-check/text-shape': ({ lengths }, { list }) => ({
    problem:
      lengths.length === 0
        ? 'Es wurden keine maschinenlesbaren Zeilen eingegeben.'
        : `Kein Dokument hat Zeilen mit ${list(lengths.map(String))} Zeichen.`,
    advice:
      'Geben Sie alle Zeilen vollständig ein: drei mit 30 Zeichen, zwei mit 36 oder zwei mit 44, mit jedem <-Zeichen.',
  }),
};
