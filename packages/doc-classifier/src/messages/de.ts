import type { MessagesFor, MessageText } from '@dossierkit/core';
import type { ClassifierFinding, Confusion, KindRef } from '../findings.js';
import { kindName } from '../kind-names.js';
import { fieldName } from './field-names.js';
import { writeMonth, writeTime } from './write-time.js';

const name = (ref: KindRef): string => kindName(ref, 'de');
/** The accusative: only masculine articles differ. */
const accusative = (ref: KindRef): string =>
  name(ref)
    .replace(
      /^ein (?=(?:Reisepass|Führerschein|Studierendenausweis|Aufenthaltstitel|\S*bescheid|Nachweis|\S*auszug|Arbeitsvertrag|Vorauszahlungsbescheid|Kassenbon|französischer|britischer|Stipendien))/,
      'einen ',
    )
    .replace(/(einen (?:französisch|britisch))er /, '$1en ');
const field = (id: string): string => fieldName(id, 'de');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const CONFUSIONS: Readonly<Record<Confusion, MessageText>> = {
  'tax-declaration-for-notice': {
    problem:
      'Das ist die Steuererklärung, die Sie ausgefüllt haben, nicht der Bescheid, mit dem das Finanzamt darauf geantwortet hat.',
    advice:
      'Bitte senden Sie den Bescheid: Er kam nach der Erklärung und nennt die festgesetzte Steuer. Sie finden ihn bei Ihrer Post vom Finanzamt oder in dessen Online-Portal.',
  },
  'tax-statement-for-notice': {
    problem:
      'Dieses Schreiben bestätigt nur, was Sie erklärt haben; die Steuer ist darin noch nicht festgesetzt.',
    advice:
      'Bitte senden Sie den Bescheid selbst (avis d’impôt). Er steht ab Ende Juli in Ihrem Konto auf impots.gouv.fr.',
  },
  'tax-prepayment-for-notice': {
    problem:
      'Dieser Bescheid setzt Vorauszahlungen für die kommenden Monate fest. Was Sie verdient haben, steht nicht darin.',
    advice: 'Bitte senden Sie den Einkommensteuerbescheid für ein abgeschlossenes Jahr.',
  },
  'tax-notice-for-declaration': {
    problem: 'Das ist der Bescheid des Finanzamts; gefragt ist aber die Erklärung selbst.',
    advice: 'Bitte senden Sie die abgegebene Steuererklärung mit allen Seiten.',
  },
  'property-tax-for-income-tax': {
    problem: 'Dieser Bescheid betrifft ein Grundstück, nicht Ihr Einkommen.',
    advice:
      'Bitte senden Sie den Bescheid über die Einkommensteuer; auf seiner ersten Seite steht das „revenu fiscal de référence“.',
  },
  'order-for-invoice': {
    problem: 'Das bestätigt eine Bestellung. Die Rechnung ist es nicht.',
    advice:
      'Bitte senden Sie die Rechnung; sie trägt eine Rechnungsnummer und kommt meist mit oder nach der Lieferung.',
  },
  'quote-for-invoice': {
    problem: 'Das ist ein Angebot; dass etwas gekauft wurde, zeigt es nicht.',
    advice: 'Bitte senden Sie die Rechnung, die darauf folgte.',
  },
  'card-front-for-back': {
    problem: 'Das ist die Vorderseite der Karte; die Rückseite fehlt.',
    advice: 'Drehen Sie die Karte um und machen Sie dasselbe Foto noch einmal.',
  },
  'card-back-for-front': {
    problem: 'Das ist die Rückseite der Karte; die Vorderseite fehlt.',
    advice:
      'Drehen Sie die Karte um, sodass das Lichtbild zu sehen ist, und fotografieren Sie sie noch einmal.',
  },
  'statement-for-bank-details': {
    problem: 'Das ist ein Kontoauszug. Ihre Umsätze brauchen wir nicht, nur die Angaben zum Konto.',
    advice:
      'Bitte senden Sie den einseitigen Nachweis der Bankverbindung (RIB); die App Ihrer Bank bietet ihn beim Konto an.',
  },
  'bank-details-for-statement': {
    problem: 'Diese Seite nennt die Angaben zum Konto, aber keine Umsätze.',
    advice: 'Bitte senden Sie den Kontoauszug mit Umsätzen und Kontostand.',
  },
  'annual-for-payslip': {
    problem: 'Das fasst ein ganzes Jahr zusammen; gebraucht werden die einzelnen Monate.',
    advice: 'Bitte senden Sie die monatlichen Gehaltsabrechnungen.',
  },
  'payslip-for-annual': {
    problem: 'Diese Abrechnung gilt für einen Monat; gebraucht wird die Übersicht für das Jahr.',
    advice: 'Bitte senden Sie die Lohnsteuerbescheinigung; Ihr Arbeitgeber stellt sie nach Jahresende aus.',
  },
  'sirene-for-extract': {
    problem:
      'Diese SIRENE-Bescheinigung zeigt, dass es das Unternehmen gibt, aber nicht, wer dafür unterschreiben darf.',
    advice: 'Bitte senden Sie den Kbis-Auszug; Geschäftsführende erhalten ihn kostenlos auf monidenum.fr.',
  },
};

export const de: MessagesFor<ClassifierFinding> = {
  'doc-classifier/kind-recognised': ({ found }) => ({
    problem: 'Es lässt sich nicht sicher sagen, was für ein Dokument das ist.',
    advice: 'Bitte senden Sie die erste Seite, ganz und scharf; sonst sieht sie sich ein Mensch an.',
    verified: `Erkannt als: ${name(found)}.`,
  }),
  'doc-classifier/expected-kind': ({ expected, found }, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? `Es lässt sich nicht sicher sagen, ob dies das Verlangte ist: ${format.list(expected.map(name), 'or')}.`
        : `Das ist ${name(found)}; gebraucht wird aber ${format.list(expected.map(name), 'or')}.`,
    advice:
      format.outcome === 'inconclusive'
        ? 'Wenn ja, lassen Sie es stehen: Ein Mensch sieht es sich an. Wenn nicht, tauschen Sie es bitte aus.'
        : `Bitte senden Sie ${format.list(expected.map(accusative), 'or')}.`,
    verified: `Das ist ${name(found)}, wie verlangt.`,
  }),
  'doc-classifier/confused-kind': ({ confusion }) => CONFUSIONS[confusion],
  'doc-classifier/too-old': ({ value, oldest, newest, form }, format) => ({
    problem:
      form === 'day'
        ? `Es ist vom ${writeTime(value, form, format)}. Das ist zu alt: Es darf frühestens vom ${writeTime(oldest, form, format)} sein.`
        : `Es gilt für ${writeTime(value, form, format)}; gebraucht wird ${writeTime(oldest, form, format)} oder später.`,
    advice:
      oldest === newest
        ? `Bitte senden Sie das Dokument für ${writeTime(newest, form, format)}.`
        : 'Bitte senden Sie das neueste, das Sie haben.',
    verified: `Aktuell genug: ${writeTime(value, form, format)}.`,
  }),
  'doc-classifier/expired': ({ expiry }, format) => ({
    problem: `Es ist am ${writeTime(expiry, 'day', format)} abgelaufen.`,
    advice: 'Bitte senden Sie ein gültiges. Wenn Sie ein neues beantragt haben, sagen Sie es uns.',
    verified: `Gültig bis ${writeTime(expiry, 'day', format)}.`,
  }),
  'doc-classifier/dated-ahead': ({ value, form }, format) => ({
    problem: `Das Datum ${writeTime(value, form, format)} liegt noch in der Zukunft.`,
    advice: 'Bitte prüfen Sie, ob Sie das richtige Dokument gesendet haben.',
  }),
  'doc-classifier/age-unknown': ({ field: id }) => ({
    problem: `${capital(field(id))} war nicht zu finden; ob das Dokument aktuell genug ist, bleibt offen.`,
    advice: 'Bitte senden Sie die Seite mit dem Datum, ganz und scharf.',
  }),
  'doc-classifier/field-not-found': ({ field: id }) => ({
    problem: `${capital(field(id))} war auf dem Dokument nicht zu finden.`,
    advice: 'Bitte prüfen Sie, ob alle Seiten dabei sind und nichts abgeschnitten oder verdeckt ist.',
  }),
  'doc-classifier/check-digits': ({ field: id }) => ({
    problem: `Prüfziffer falsch – ${field(id)}: Ein Zeichen ist verdruckt oder wurde falsch gelesen.`,
    advice: 'Bitte vergleichen Sie Zeichen für Zeichen mit dem Dokument.',
    verified: `Prüfziffer stimmt – ${field(id)}.`,
  }),
  'doc-classifier/several-documents': ({ found }, format) => ({
    problem: `Die Datei enthält ${found.length} Dokumente: ${format.list(found.map(name))}.`,
    advice: 'Sie müssen nichts tun. Eine Datei je Dokument macht es uns leichter.',
  }),
  'doc-classifier/too-many-pages': ({ pages, limit }) => ({
    problem: `Es hat ${pages} Seiten; ein solches Dokument hat höchstens ${limit}.`,
    advice: 'Bitte senden Sie nur die Seiten, die dazugehören.',
  }),
  'doc-classifier/no-text': () => ({
    problem: 'Darauf ließ sich kein Wort lesen.',
    advice:
      'Ist die Seite leer, lassen Sie sie weg. Sonst fotografieren Sie sie bitte noch einmal: glatt, bei gutem Licht, nah genug zum Lesen.',
  }),
  'doc-classifier/page-unreadable': ({ number }) => ({
    problem: `Seite ${number} ließ sich nicht lesen.`,
    advice:
      'Bitte öffnen Sie die Datei selbst; ist die Seite zu sehen, speichern Sie sie neu als PDF und senden Sie diese Kopie.',
  }),
  'doc-classifier/page-limit': ({ pages, limit }) => ({
    problem: `Von ${pages} Seiten wurden nur die ersten ${limit} angesehen.`,
    advice: 'Steht das Wichtige weiter hinten, senden Sie diese Seiten bitte einzeln.',
  }),
  'doc-classifier/text-limit': ({ limit }, { number }) => ({
    problem: `Es enthält mehr als ${number(limit)} Wörter; der Rest wurde nicht angesehen.`,
    advice: 'Steht das Wichtige weiter hinten, senden Sie diese Seiten bitte einzeln.',
  }),
  'doc-classifier/payslips-complete': ({ months, missing, found }, format) => ({
    problem:
      missing.length > 0
        ? `Für ${months} Monate am Stück ${missing.length === 1 ? 'fehlt' : 'fehlen'} ${format.list(missing.map((month) => writeMonth(month, format)))}.`
        : `Die Abrechnungen decken keine ${months} Monate am Stück ab.`,
    advice: 'Bitte senden Sie die fehlenden Gehaltsabrechnungen.',
    verified: `Die Abrechnungen decken ${format.list(found.map((month) => writeMonth(month, format)))} ab.`,
  }),
};
