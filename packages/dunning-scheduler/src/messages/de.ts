import type { MessageFormat, MessagesFor } from '@dossierkit/core';
import type { DunningFinding, DunningReason } from '../findings.js';
import { channelWords, localText, stopWords } from './words.js';

const days = (count: number, f: MessageFormat): string =>
  `${f.number(count)} ${f.plural(count, { one: 'Tag', other: 'Tage' })}`;
const daysDative = (count: number, f: MessageFormat): string =>
  `${f.number(count)} ${f.plural(count, { one: 'Tag', other: 'Tagen' })}`;
const by = channelWords.de;

export const de: MessagesFor<DunningFinding | DunningReason> = {
  'dunning-scheduler/within-limits': ({ contacts }, f) => ({
    problem: '',
    advice: '',
    verified: `${f.number(contacts)} ${f.plural(contacts, { one: 'geplanter Kontakt liegt', other: 'geplante Kontakte liegen' })} in den erlaubten Zeiten und unter allen Obergrenzen.`,
  }),
  'dunning-scheduler/no-ladder': () => ({
    problem: 'Für diesen Fall ist keine Erinnerungsstufe vorgesehen.',
    advice: 'Ergänzen Sie einen Ablauf für solche Fälle oder als letzten einen ohne Bedingung.',
  }),
  'dunning-scheduler/no-open-time': ({ toYear }, f) => ({
    problem: `Bis Ende ${f.number(toYear, { useGrouping: false })} gibt es für diese Erinnerung keine erlaubte Zeit.`,
    advice: 'Prüfen Sie die Zeiten und Ruhezeiten des Kanals und die Obergrenzen für Kontakte.',
  }),
  'dunning-scheduler/unreachable': ({ channels }, f) => ({
    problem: `Die Kundin oder der Kunde ist per ${f.list(
      channels.map((channel) => by[channel]),
      'or',
    )} nicht zu erreichen.`,
    advice: 'Ermitteln Sie eine aktuelle Anschrift oder Nummer, oder lassen Sie jemanden entscheiden.',
  }),
  'dunning-scheduler/event-from-future': ({ type }) => ({
    problem: `Ein Ereignis der Art „${type}“ liegt in der Zukunft und wurde nicht berücksichtigt.`,
    advice: 'Prüfen Sie die Uhr des Systems, das es gemeldet hat.',
  }),
  'dunning-scheduler/event-unknown-step': ({ step }) => ({
    problem: `Ein Ereignis gehört zu einer Stufe „${step}“, die der Ablauf nicht kennt.`,
    advice:
      'Wurde der Ablauf absichtlich geändert, ist nichts zu tun; für Obergrenzen zählt der Kontakt weiter.',
  }),
  'dunning-scheduler/event-unreadable': ({ type }) => ({
    problem: `Ein Ereignis der Art „${type}“ ist nicht lesbar und wurde nicht berücksichtigt.`,
    advice: 'Berichtigen Sie Datum, Kanal oder Art, und planen Sie neu.',
  }),
  'dunning-scheduler/amount-unusable': ({ type }) => ({
    problem: `Der Betrag in einem Ereignis der Art „${type}“ ist negativ oder in einer anderen Währung; er wurde nicht berücksichtigt.`,
    advice: 'Berichtigen Sie den Betrag, in ganzen Cent der Währung der Forderung.',
  }),
  'dunning-scheduler/case-unreadable': ({ field }) => ({
    problem: `Der Fall lässt sich nicht planen: „${field}“ ist ungültig.`,
    advice: 'Berichtigen Sie das Feld, und planen Sie neu.',
  }),
  'dunning-scheduler/ladder-exhausted': () => ({
    problem: 'Alle Erinnerungen sind verschickt, und die Sache ist noch offen.',
    advice:
      'Lassen Sie jemanden entscheiden, wie es weitergeht; oft hilft ein Anruf mehr als ein weiterer Brief.',
  }),
  'dunning-scheduler/step-day': (p, f) => ({
    problem:
      p.from === 'previous'
        ? `Vorgesehen ${days(p.days, f)} nach der vorigen Erinnerung: ${f.date(p.day)}.`
        : `Vorgesehen ${days(Math.abs(p.days), f)} ${p.days < 0 ? 'vor' : 'nach'} ${{ due: 'der Fälligkeit', stopped: 'dem letzten Schritt der Kundin oder des Kunden', deadline: 'dem Fristende' }[p.from]}: ${f.date(p.day)}.`,
    advice: '',
  }),
  'dunning-scheduler/overdue-step': ({ day }, f) => ({
    problem: `Seit dem ${f.date(day)} fällig; geht zur nächsten erlaubten Zeit hinaus.`,
    advice: '',
  }),
  'dunning-scheduler/keeps-distance': ({ days: count, day }, f) => ({
    problem: `${days(count, f)} Abstand zum vorigen Kontakt: nicht vor dem ${f.date(day)}.`,
    advice: 'Früher nur, wenn der Ablauf geändert wird.',
  }),
  'dunning-scheduler/grace-period': ({ days: count, day }, f) => ({
    problem: `Nach Zugang der vorigen Nachricht bleiben ${days(count, f)} Zeit: nicht vor dem ${f.date(day)}.`,
    advice: 'Ein früher bestätigter Zugang würde es vorziehen.',
  }),
  'dunning-scheduler/deadline-running': ({ day }, f) => ({
    problem: `Bis zum ${f.date(day)} läuft noch eine Frist.`,
    advice: 'Verschickt wird nur, wenn bis dahin nichts eingegangen ist.',
  }),
  'dunning-scheduler/customer-acted': ({ on, day }, f) => ({
    problem: `Am ${f.date(on)} ist etwas eingegangen, die Wartezeit hat neu begonnen: nicht vor dem ${f.date(day)}.`,
    advice: 'Kommt auch der Rest, wird nichts mehr verschickt.',
  }),
  'dunning-scheduler/promise-open': ({ until, day }, f) => ({
    problem: `Zahlung bis zum ${f.date(until)} ist zugesagt.`,
    advice: `Kommt das Geld, wird nichts verschickt; sonst folgt die nächste Stufe ab dem ${f.date(day)}.`,
  }),
  'dunning-scheduler/promise-broken': ({ until }, f) => ({
    problem: `Die zum ${f.date(until)} zugesagte Zahlung ist nicht eingegangen.`,
    advice: 'Ein neuer Termin oder Raten lassen sich noch vereinbaren.',
  }),
  'dunning-scheduler/on-hold': ({ until }, f) => ({
    problem: until ? `Der Fall ruht bis zum ${f.date(until)}.` : 'Der Fall ruht.',
    advice: until
      ? 'Wird das Ruhen früher aufgehoben, geht es weiter.'
      : 'Es geht weiter, sobald das Ruhen aufgehoben ist.',
  }),
  'dunning-scheduler/in-dispute': () => ({
    problem: 'Die Forderung ist bestritten.',
    advice: 'Es geht weiter, wenn der Streit geklärt ist.',
  }),
  'dunning-scheduler/complaint-open': () => ({
    problem: 'Eine Beschwerde ist offen.',
    advice: 'Es geht weiter, wenn sie beantwortet ist.',
  }),
  'dunning-scheduler/reply-open': ({ day }, f) => ({
    problem: 'Eine Antwort der Kundin oder des Kunden ist noch nicht bearbeitet.',
    advice: `Bitte antworten; sonst folgt die nächste Stufe ab dem ${f.date(day)}.`,
  }),
  'dunning-scheduler/after-conversation': ({ channel, day }, f) => ({
    problem: `Es gab ein Gespräch, deshalb nichts per ${by[channel]} vor dem ${f.date(day)}.`,
    advice: '',
  }),
  'dunning-scheduler/cap-reached': ({ max, days: window, day }, f) => ({
    problem: `Die Obergrenze von ${f.number(max)} ${f.plural(max, { one: 'Kontakt', other: 'Kontakten' })} in ${daysDative(window, f)} ist erreicht: nicht vor dem ${f.date(day)}.`,
    advice: '',
  }),
  'dunning-scheduler/moved-to-open-time': ({ from, to, holiday }, f) => ({
    problem: holiday
      ? `${localText(from, f)} ist Feiertag (${holiday}); verschickt wird am ${localText(to, f)}.`
      : `${localText(from, f)} ist geschlossen oder außerhalb der erlaubten Zeiten; verschickt wird am ${localText(to, f)}.`,
    advice: '',
  }),
  'dunning-scheduler/channel-preferred': ({ channel }) => ({
    problem: `Per ${by[channel]}, wie gewünscht.`,
    advice: '',
  }),
  'dunning-scheduler/channel-in-order': ({ channel }) => ({ problem: `Per ${by[channel]}.`, advice: '' }),
  'dunning-scheduler/channel-refused': ({ channel }) => ({
    problem: `Nicht per ${by[channel]}: dem wurde widersprochen.`,
    advice: '',
  }),
  'dunning-scheduler/channel-needs-consent': ({ channel }) => ({
    problem: `Nicht per ${by[channel]}: es fehlt die Einwilligung.`,
    advice: 'Mit Einwilligung wäre es möglich.',
  }),
  'dunning-scheduler/channel-no-address': ({ channel }) => ({
    problem: `Nicht per ${by[channel]}: keine gültige Adresse oder Nummer bekannt.`,
    advice: 'Mit einer aktuellen wäre es möglich.',
  }),
  'dunning-scheduler/channel-failed': ({ channel }) => ({
    problem: `Nicht noch einmal per ${by[channel]}: dort kam es nicht an.`,
    advice: '',
  }),
  'dunning-scheduler/no-channel': () => ({
    problem: 'Es bleibt kein Kanal, auf dem ein Kontakt erlaubt und möglich ist.',
    advice: 'Ermitteln Sie eine aktuelle Adresse, oder bitten Sie um Einwilligung für einen anderen Kanal.',
  }),
  'dunning-scheduler/no-open-minute': () => ({
    problem: 'Dafür ist nie eine Zeit erlaubt, deshalb wird nichts verschickt.',
    advice: 'Prüfen Sie Zeiten, geschlossene Tage und Obergrenzen.',
  }),
  'dunning-scheduler/was-sent': ({ channel, on, delivered }, f) => ({
    problem: delivered
      ? `Per ${by[channel]} verschickt am ${f.date(on)}; gilt seit dem ${f.date(delivered)} als zugegangen.`
      : `Per ${by[channel]} verschickt am ${f.date(on)}; der Zugang ist noch nicht bestätigt.`,
    advice: '',
  }),
  'dunning-scheduler/waits-for-delivery': () => ({
    problem: 'Wartet, bis der Zugang der vorigen Stufe bestätigt ist.',
    advice: 'Die Bestätigung setzt sie in Gang.',
  }),
  'dunning-scheduler/waits-for-step': () => ({
    problem: 'Wartet auf die Stufe davor.',
    advice: 'Einen Termin gibt es, sobald jene erledigt ist.',
  }),
  'dunning-scheduler/waits-for-warning': () => ({
    problem: 'Die Maßnahme unterbleibt, weil sie nicht angekündigt wurde.',
    advice: 'Zuerst muss die Ankündigung zugehen.',
  }),
  'dunning-scheduler/condition-unmet': () => ({
    problem: 'Diese Stufe gilt für diesen Fall nicht.',
    advice: '',
  }),
  'dunning-scheduler/lapsed': ({ day }, f) => ({
    problem: `Sinnvoll war das nur bis zum ${f.date(day)}; die Stufe entfällt.`,
    advice: '',
  }),
  'dunning-scheduler/settled': () => ({
    problem: 'Alles ist bezahlt; es wird nichts mehr verschickt.',
    advice: '',
  }),
  'dunning-scheduler/completed': () => ({
    problem: 'Alles ist eingereicht; es wird nichts mehr verschickt.',
    advice: '',
  }),
  'dunning-scheduler/stopped': ({ why }) => ({
    problem: `Es wird nicht mehr erinnert: ${stopWords.de[why]}.`,
    advice: '',
  }),
};
