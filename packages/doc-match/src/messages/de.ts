import type { MessagesFor } from '@dossierkit/core';
import type { MatchFinding } from '../findings.js';
import { writeAmount, writeDay } from './write.js';

const LOOK = 'Ein Mensch sieht es sich an; Sie müssen nichts tun.';

export const de: MessagesFor<MatchFinding> = {
  'doc-match/name': ({ document, record, reason }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `Das Dokument lautet auf „${document}“, das Formular auf „${record}“.`
        : reason === 'initial'
          ? `Das Dokument nennt nur einen Anfangsbuchstaben: „${document}“. Im Formular steht „${record}“.`
          : reason === 'given-names-missing' || reason === 'no-name'
            ? `Der Name auf dem Dokument, „${document}“, ist zu unvollständig, um ihn mit „${record}“ zu vergleichen.`
            : `Auf dem Dokument steht „${document}“, im Formular „${record}“: ähnlich, aber nicht gleich.`,
    advice:
      outcome === 'failed'
        ? 'Bitte senden Sie ein Dokument auf Ihren Namen. Hat sich Ihr Name geändert, legen Sie den Nachweis bei (etwa die Heiratsurkunde).'
        : LOOK,
    verified: `Der Name stimmt überein: ${record}.`,
  }),
  'doc-match/birth-date': ({ document, record, reason }, format) => ({
    problem:
      reason === 'one-digit'
        ? `Die Geburtsdaten unterscheiden sich in einer Ziffer: ${writeDay(document, format)} auf dem Dokument, ${writeDay(record, format)} im Formular.`
        : `Auf dem Dokument steht als Geburtsdatum der ${writeDay(document, format)}, im Formular der ${writeDay(record, format)}.`,
    advice: 'Bitte prüfen Sie das Datum im Formular. Stimmt es, dann gehört das Dokument jemand anderem.',
    verified: `Das Geburtsdatum stimmt überein: ${writeDay(record, format)}.`,
  }),
  'doc-match/birth-date-swapped': ({ document, record }, format) => ({
    problem: `Tag und Monat der Geburt sind vertauscht: ${writeDay(document, format)} auf dem Dokument, ${writeDay(record, format)} im Formular.`,
    advice: 'Bitte berichtigen Sie das Datum im Formular.',
  }),
  'doc-match/address': ({ document, record, reason }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `Das Dokument nennt eine andere Anschrift, „${document}“, als das Formular, „${record}“.`
        : reason === 'street-missing' || reason === 'number-missing' || reason === 'no-address'
          ? `Die Anschrift auf dem Dokument, „${document}“, ist zu unvollständig, um sie mit „${record}“ zu vergleichen.`
          : `Die Anschriften sind ähnlich, aber nicht gleich: „${document}“ und „${record}“.`,
    advice:
      outcome === 'failed'
        ? 'Bitte senden Sie ein Dokument mit der Anschrift aus dem Formular; sind Sie umgezogen, berichtigen Sie das Formular.'
        : LOOK,
    verified: `Die Anschrift stimmt überein: ${record}.`,
  }),
  'doc-match/iban': ({ document, record, reason }) => ({
    problem:
      reason === 'record-invalid'
        ? `Die IBAN im Formular, ${record}, enthält einen Tippfehler.`
        : reason === 'typing-error'
          ? 'Die IBAN auf dem Dokument ließ sich nicht sicher lesen.'
          : `Das Dokument nennt ein anderes Konto, ${document}, als das Formular, ${record}.`,
    advice:
      reason === 'record-invalid'
        ? `Bitte vergleichen Sie sie mit dem Dokument; dort steht ${document}.`
        : reason === 'typing-error'
          ? LOOK
          : 'Bitte senden Sie den Nachweis für das Konto aus dem Formular, oder berichtigen Sie dort die IBAN.',
    verified: 'Die IBAN stimmt überein.',
  }),
  'doc-match/company': ({ document, record, reason }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `Das Dokument betrifft „${document}“, das Formular „${record}“.`
        : reason === 'other-form'
          ? `Die Rechtsform weicht ab: „${document}“ auf dem Dokument, „${record}“ im Formular.`
          : `Die Firmennamen sind ähnlich, aber nicht gleich: „${document}“ und „${record}“.`,
    advice: outcome === 'failed' ? 'Bitte senden Sie das Dokument des Unternehmens aus dem Formular.' : LOOK,
    verified: `Das Unternehmen stimmt überein: ${record}.`,
  }),
  'doc-match/amount': ({ document, record }, format) => ({
    problem: `Auf dem Dokument steht ${writeAmount(document, format)}, im Formular ${writeAmount(record, format)}.`,
    advice: 'Bitte prüfen Sie den Betrag im Formular, oder senden Sie das Dokument, aus dem er stammt.',
    verified: `Der Betrag stimmt überein: ${writeAmount(document, format)}.`,
  }),
  'doc-match/identifier': ({ document, record }) => ({
    problem: `Das Dokument trägt die Nummer ${document}, das Formular ${record}.`,
    advice: 'Bitte vergleichen Sie die Nummer im Formular Ziffer für Ziffer mit dem Dokument.',
    verified: `Die Nummer stimmt überein: ${document}.`,
  }),
};
