import type { MessagesFor } from '@dossierkit/core';
import type { RouterFinding, RouterReason } from '../findings.js';
import type { StoreError } from '../store/router-store.js';

export const de: MessagesFor<RouterFinding | RouterReason | StoreError> = {
  'priority-router/event-duplicate': ({ seq }) => ({
    problem: `Das Ereignis Nummer ${seq} war schon da; es wurde kein zweites Mal angewendet.`,
    advice: 'Es ist nichts zu tun.',
  }),
  'priority-router/event-late': ({ lateMs }, { number }) => ({
    problem: `Dieses Ereignis ist ${number(Math.ceil(lateMs / 1000))} Sekunden älter als das vorige. Es wurde angewendet.`,
    advice: 'Kommt das öfter vor, vergleichen Sie die Uhren der Systeme, die Ereignisse senden.',
  }),
  'priority-router/event-unreadable': ({ row, field }) => ({
    problem: `Zeile ${row} ist nicht lesbar: „${field}“ fehlt oder ist nicht, was es sein soll. Die übrigen Zeilen sind übernommen.`,
    advice: 'Berichtigen Sie die Zeile und lesen Sie sie noch einmal ein.',
  }),
  'priority-router/item-exists': ({ item }) => ({
    problem: `Die Nachricht ${item} ist schon da oder wurde vor Kurzem beantwortet.`,
    advice: 'Geben Sie einer neuen Nachricht einen eigenen Namen.',
  }),
  'priority-router/item-unknown': ({ item }) => ({
    problem: `Es gibt keine offene Nachricht ${item}.`,
    advice: 'Vielleicht wurde sie inzwischen beantwortet oder zurückgezogen; laden Sie die Liste neu.',
  }),
  'priority-router/item-state': ({ item, state }) => ({
    problem: `Das geht mit der Nachricht ${item} in ihrem jetzigen Stand nicht (${state}).`,
    advice: 'Laden Sie die Nachricht neu und sehen Sie nach, wer sie hat und worauf sie wartet.',
  }),
  'priority-router/advisor-unknown': ({ advisor }) => ({
    problem: `Niemand mit dem Namen ${advisor} beantwortet hier Nachrichten.`,
    advice: 'Legen Sie die Person zuerst an oder prüfen Sie den Namen.',
  }),
  'priority-router/backup-cycle': ({ chain }) => ({
    problem: `Diese Personen würden einander im Kreis vertreten: ${chain.join(' → ')}. Das letzte Glied wurde nicht gespeichert.`,
    advice: 'Bestimmen Sie eine Vertretung außerhalb dieses Kreises.',
  }),
  'priority-router/capacity-zero': ({ advisor }) => ({
    problem: `${advisor} hat die Kapazität null und bekommt keine Nachrichten.`,
    advice: 'Erhöhen Sie die Kapazität, wenn das nicht so gemeint war.',
  }),
  'priority-router/over-capacity': ({ item, advisor, load, capacity }, { number }) => ({
    problem: `${advisor} hat ${number(load)} von ${number(capacity)} in Arbeit; für die Nachricht ${item} ist kein Platz.`,
    advice: 'Schließen Sie zuerst eine Nachricht ab oder geben Sie eine zurück.',
  }),
  'priority-router/not-eligible': ({ item, advisor }) => ({
    problem: `${advisor} kann die Nachricht ${item} jetzt nicht übernehmen.`,
    advice: 'Die Erklärung zur Nachricht sagt, wer es kann und warum die anderen nicht.',
  }),
  'priority-router/personal-limit': ({ item, limit }, { number }) => ({
    problem: `Die Nachricht ${item} wurde nicht verschoben: Ihre eigene Reihenfolge darf hier bis ${number(limit)} reichen.`,
    advice: 'Geben Sie eine andere Nachricht frei oder verschieben Sie diese um weniger.',
  }),
  'priority-router/personal-endangers': ({ item, dueAt, doneAt }, { dateTime }) => ({
    problem: `In Ihrer Reihenfolge wäre die Nachricht ${item} am ${dateTime(doneAt, 'UTC')} (UTC) fertig; zugesagt ist ${dateTime(dueAt, 'UTC')}.`,
    advice: 'Beantworten Sie sie früher oder geben Sie sie weiter.',
  }),
  'priority-router/promise-at-risk': ({ item, dueAt, late }, { dateTime }) => ({
    problem: late
      ? `Die Antwort auf die Nachricht ${item} war bis ${dateTime(dueAt, 'UTC')} (UTC) zugesagt und ist überfällig.`
      : `Die Antwort auf die Nachricht ${item} ist am ${dateTime(dueAt, 'UTC')} (UTC) fällig.`,
    advice: late
      ? 'Antworten Sie jetzt und sagen Sie der Kundin oder dem Kunden, warum es länger gedauert hat.'
      : 'Beantworten Sie sie als Nächstes.',
  }),
  'priority-router/expert-silent': ({ item, part, dueAt }, { dateTime }) => ({
    problem: `Die Antwort auf das Anliegen ${part} der Nachricht ${item} wurde bis ${dateTime(dueAt, 'UTC')} (UTC) erwartet und ist nicht gekommen.`,
    advice: 'Fragen Sie nach, geben Sie das Anliegen jemand anderem oder antworten Sie ohne es.',
  }),
  'priority-router/weight-invalid': ({ path }) => ({
    problem: `Das Gewicht „${path}“ gibt es nicht, oder die Zahl ist negativ oder keine.`,
    advice: 'Gewichte sind Zahlen ab null.',
  }),
  'priority-router/strategy-invalid': ({ path }) => ({
    problem: `Die neue Strategie ist bei „${path}“ nicht gültig; die alte gilt weiter.`,
    advice: 'Berichtigen Sie diesen Eintrag und senden Sie die Strategie noch einmal.',
  }),
  'priority-router/part-unknown': ({ item, part }) => ({
    problem: `Die Nachricht ${item} hat kein Anliegen ${part}.`,
    advice: 'Sehen Sie nach, in welche Anliegen sie aufgeteilt wurde.',
  }),
  'priority-router/store-conflict': ({ version }, { number }) => ({
    problem: `Inzwischen hat jemand anderes geschrieben; es gibt jetzt ${number(version)} Ereignisse.`,
    advice: 'Lesen Sie sie und versuchen Sie es noch einmal.',
  }),
  'priority-router/is-owner': () => ({ problem: 'Betreut die Kundin oder den Kunden.', advice: '' }),
  'priority-router/stands-in': ({ owner, chain }) => ({
    problem: `Vertritt ${owner} während der Abwesenheit (${chain.join(' → ')}).`,
    advice: '',
  }),
  'priority-router/serves-pool': ({ team }) => ({ problem: `Antwortet für das Team ${team}.`, advice: '' }),
  'priority-router/serves-branch': ({ branch }) => ({
    problem: `Antwortet für die Filiale ${branch}, die die Nachricht inzwischen sieht.`,
    advice: '',
  }),
  'priority-router/reserved-for-owner': ({ owner, until }, { dateTime }) => ({
    problem: until
      ? `Sie bleibt bis ${dateTime(until, 'UTC')} (UTC) bei ${owner}.`
      : `Sie ist für ${owner} bestimmt.`,
    advice: '',
  }),
  'priority-router/away': () => ({ problem: 'Ist gerade nicht da.', advice: '' }),
  'priority-router/on-leave': ({ until }, { dateTime }) => ({
    problem: `Ist bis ${dateTime(until, 'UTC')} (UTC) abwesend.`,
    advice: '',
  }),
  'priority-router/other-team': ({ team }) => ({ problem: `Gehört nicht zum Team ${team}.`, advice: '' }),
  'priority-router/other-branch': ({ branch }) => ({
    problem: `Gehört nicht zur Filiale ${branch}.`,
    advice: '',
  }),
  'priority-router/lacks-skill': ({ skills }, { list }) => ({
    problem: `Für diese Nachricht fehlt: ${list(skills)}.`,
    advice: '',
  }),
  'priority-router/lacks-language': ({ language }) => ({
    problem: `Antwortet nicht in dieser Sprache (${language}).`,
    advice: '',
  }),
  'priority-router/at-capacity': ({ load, capacity }, { number }) => ({
    problem: `Hat ${number(load)} von ${number(capacity)} in Arbeit.`,
    advice: '',
  }),
  'priority-router/assignment-limit': ({ count, windowMinutes }, { number }) => ({
    problem: `Hat binnen ${number(windowMinutes)} Minuten schon ${number(count)} Nachrichten bekommen; mehr sind nicht vorgesehen.`,
    advice: '',
  }),
  'priority-router/excluded': ({ flag }) => ({
    problem: flag
      ? `Nachrichten mit der Markierung „${flag}“ werden nicht von selbst verteilt.`
      : 'Sie wird nicht von selbst verteilt.',
    advice: 'Jemand muss sie übernehmen.',
  }),
  'priority-router/in-hand': ({ advisor }) => ({ problem: `${advisor} arbeitet daran.`, advice: '' }),
  'priority-router/waits-elsewhere': ({ state }) => ({
    problem:
      state === 'paused'
        ? 'Sie wartet auf die Kundin oder den Kunden.'
        : 'Sie wartet auf Antworten von Fachleuten.',
    advice: '',
  }),
};
