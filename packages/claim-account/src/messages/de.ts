import type { MessagesFor } from '@dossierkit/core';
import type { ClaimFinding, PaymentCodeError } from '../findings.js';

export const de: MessagesFor<ClaimFinding | PaymentCodeError> = {
  'claim-account/balance-complete': ({ events }, f) => ({
    problem: '',
    advice: '',
    verified: `Der Saldo berücksichtigt ${f.number(events)} ${f.plural(events, { one: 'Ereignis', other: 'Ereignisse' })}, und alle Zinssätze sind bekannt.`,
  }),
  'claim-account/rate-table-stale': ({ knownUntil }, f) => ({
    problem: `Der Bezugszinssatz ist nur bis zum ${f.date(knownUntil)} bekannt; danach wurde der letzte bekannte angesetzt.`,
    advice: 'Bringen Sie die Zinstabelle auf den neuesten Stand, bevor Sie diese Zinsen verlangen.',
  }),
  'claim-account/rate-unknown': ({ through }, f) => ({
    problem: `Bis zum ${f.date(through)} ist kein Bezugszinssatz bekannt; für diese Tage wurden keine Zinsen berechnet.`,
    advice: 'Geben Sie dafür eine eigene Zinsregel an, falls Zinsen geschuldet sind.',
  }),
  'claim-account/no-default': () => ({
    problem: 'Es ist nicht bekannt, seit wann Verzug besteht; Zinsen wurden nicht berechnet.',
    advice: 'Erfassen Sie die erste Mahnung oder den Tag des Verzugs.',
  }),
  'claim-account/event-unreadable': () => ({
    problem: 'Eine Buchung ist nicht lesbar und wurde nicht berücksichtigt.',
    advice: 'Berichtigen Sie Datum oder Art.',
  }),
  'claim-account/event-before-claim': ({ on }, f) => ({
    problem: `Eine Zahlung vom ${f.date(on)} ist älter als die Forderung selbst.`,
    advice: 'Prüfen Sie, ob sie zu dieser Forderung gehört.',
  }),
  'claim-account/event-repeated': ({ id }) => ({
    problem: `Die Buchung „${id}“ kam zweimal an; sie zählt einmal.`,
    advice: 'Wurde sie nur versehentlich erneut gesendet, ist nichts zu tun.',
  }),
  'claim-account/amount-unusable': ({ id }) => ({
    problem: `Der Betrag der Buchung „${id}“ ist negativ, nicht ganzzahlig oder in anderer Währung; sie wurde nicht berücksichtigt.`,
    advice: 'Berichtigen Sie den Betrag, in ganzen Cent der Währung der Forderung.',
  }),
  'claim-account/reference-missing': ({ id }) => ({
    problem: `Die Buchung „${id}“ nimmt etwas zurück, das nicht gebucht ist.`,
    advice: 'Ergänzen Sie die Buchung, zu der sie gehört.',
  }),
  'claim-account/fee-repeated': () => ({
    problem: 'Eine solche Gebühr wurde schon berechnet; sie wurde nicht noch einmal angesetzt.',
    advice: 'Lassen Sie sie im nächsten Schreiben weg.',
  }),
  'claim-account/fee-above-cap': ({ asked, allowed }, f) => ({
    problem: `Verlangt wurden ${f.money(asked)}, zulässig sind hier nur ${f.money(allowed)}.`,
    advice: 'Verlangen Sie nicht mehr als das Zulässige.',
  }),
  'claim-account/overpaid': ({ surplus }, f) => ({
    problem: `Es wurden ${f.money(surplus)} zu viel gezahlt.`,
    advice: 'Erstatten Sie den Betrag, oder fragen Sie nach, wofür er gedacht war.',
  }),
  'claim-account/promise-broken': ({ until, missing }, f) => ({
    problem: `Von einer zum ${f.date(until)} zugesagten Zahlung fehlen ${f.money(missing)}.`,
    advice: 'Sprechen Sie mit der Kundin oder dem Kunden; ein neuer Termin oder Raten können helfen.',
  }),
  'claim-account/instalments-may-be-credit': ({ days }, f) => ({
    problem: `Ein Plan über ${f.number(days)} Tage, mit Kosten oder über Dritte kann ein Verbraucherkredit sein.`,
    advice:
      'Lassen Sie ihn vor dem Abschluss prüfen; bis 50 Tage, ohne Kosten und vom Lieferanten selbst ist er es nicht.',
  }),
  'claim-account/claim-unreadable': ({ field }) => ({
    problem: `Die Forderung lässt sich nicht berechnen: „${field}“ ist ungültig.`,
    advice: 'Berichtigen Sie das Feld.',
  }),
  'claim-account/not-an-iban': () => ({
    problem: 'Das ist keine gültige IBAN.',
    advice: 'Vergleichen Sie Zeichen für Zeichen; oft sind zwei Ziffern vertauscht.',
  }),
  'claim-account/not-a-bic': () => ({
    problem: 'Das ist keine BIC.',
    advice: 'Eine BIC hat 8 oder 11 Buchstaben und Ziffern; sie steht auf dem Kontoauszug.',
  }),
  'claim-account/not-a-reference': () => ({
    problem: 'Die Zahlungsreferenz ist ungültig.',
    advice: 'Übernehmen Sie sie noch einmal von der Rechnung; die Prüfziffern stimmen nicht.',
  }),
  'claim-account/amount-out-of-range': ({ least, most }, f) => ({
    problem: `Der Betrag muss zwischen ${f.money(least)} und ${f.money(most)} liegen.`,
    advice: 'Berichtigen Sie ihn, oder lassen Sie ihn weg, damit er beim Zahlen eingetragen wird.',
  }),
  'claim-account/not-an-amount': () => ({
    problem: 'Das ist kein Betrag in dieser Währung.',
    advice: 'Schreiben Sie ihn mit Punkt und nicht mehr Nachkommastellen, als die Währung hat: 12.50.',
  }),
  'claim-account/field-too-long': ({ field, most }, f) => ({
    problem: `„${field}“ ist länger als die erlaubten ${f.number(most)}.`,
    advice: 'Kürzen Sie es.',
  }),
  'claim-account/field-missing': ({ field }) => ({ problem: `„${field}“ fehlt.`, advice: 'Bitte ergänzen.' }),
  'claim-account/field-invalid': ({ field }) => ({
    problem: `„${field}“ enthält etwas, das dort nicht erlaubt ist.`,
    advice: 'Entfernen Sie Zeilenumbrüche und Sonderzeichen.',
  }),
  'claim-account/reference-and-text': () => ({
    problem: 'Ein Zahlcode hat entweder eine Referenz oder freien Text, nicht beides.',
    advice: 'Lassen Sie eines davon weg.',
  }),
  'claim-account/text-in-reference': () => ({
    problem: 'Freier Text steht an der Stelle der Referenz; ein Trennzeichen fehlt.',
    advice: 'Setzen Sie eine weitere leere Zeile vor den Text.',
  }),
  'claim-account/unsupported-version': () => ({
    problem: 'Diese Fassung des Zahlcodes ist nicht bekannt.',
    advice: 'Verwenden Sie Fassung 001 oder 002.',
  }),
  'claim-account/not-an-epc-code': () => ({
    problem: 'Das ist kein Zahlcode für eine SEPA-Überweisung.',
    advice: 'Scannen Sie den Code auf der Rechnung, der zum Bezahlen gedacht ist.',
  }),
  'claim-account/payload-too-long': ({ bytes, most }, f) => ({
    problem: `Der Zahlcode hätte ${f.number(bytes)} Bytes; erlaubt sind ${f.number(most)}.`,
    advice: 'Kürzen Sie Namen oder Text.',
  }),
  'claim-account/reference-does-not-fit-account': () => ({
    problem:
      'Die Referenz passt nicht zum Konto: eine QR-IBAN braucht eine QR-Referenz, jedes andere Konto schließt sie aus.',
    advice: 'Verwenden Sie das Konto oder die Referenz, die dazugehört.',
  }),
};
