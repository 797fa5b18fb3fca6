import type { MessagesFor } from '@dossierkit/core';
import type { DossierMessage } from '../findings.js';
import { monthName, nameOf } from './wording.js';

/** Every message of the package in German. */
export const de: MessagesFor<DossierMessage> = {
  'dossier-state/kind-not-accepted': () => ({
    problem: 'Das ist eine andere Art von Dokument, als wir hier brauchen.',
    advice:
      'Reichen Sie eines der Dokumente aus der Liste ein, oder fügen Sie dieses dort hinzu, wo es hingehört.',
  }),
  'dossier-state/too-old': ({ validUntil }, { date }) => ({
    problem: `Dieses Dokument galt bis zum ${date(validUntil)}; wir können es nicht mehr annehmen.`,
    advice: 'Bitte reichen Sie ein neueres ein.',
  }),
  'dossier-state/grown-too-old': ({ validUntil }, { date }) => ({
    problem: `Wir hatten dieses Dokument angenommen, aber seit dem ${date(validUntil)} gilt es nicht mehr.`,
    advice: 'Bitte reichen Sie ein neueres ein. Alles andere, was Sie uns gegeben haben, bleibt gültig.',
  }),
  'dossier-state/date-unknown': () => ({
    problem: 'Das Datum dieses Dokuments konnten wir nicht lesen.',
    advice:
      'Sie müssen nichts tun: Einer von uns sieht es sich an. Ein Foto, auf dem das Datum gut lesbar ist, beschleunigt es.',
  }),
  'dossier-state/month-outside': ({ month, first, last }, format) => ({
    problem: `Dieses Dokument betrifft ${monthName(month, format)}; wir brauchen Monate von ${monthName(first, format)} bis ${monthName(last, format)}.`,
    advice: 'Bitte reichen Sie das Dokument eines Monats aus dieser Zeit ein.',
  }),
  'dossier-state/month-twice': ({ month }, format) => ({
    problem: `Für ${monthName(month, format)} haben wir schon ein Dokument.`,
    advice: 'Bitte reichen Sie das eines anderen Monats ein.',
  }),
  'dossier-state/month-unknown': () => ({
    problem: 'Wir konnten nicht lesen, welchen Monat dieses Dokument betrifft.',
    advice:
      'Sie müssen nichts tun: Einer von uns sieht es sich an. Ein Foto, auf dem der Monat gut lesbar ist, beschleunigt es.',
  }),
  'dossier-state/check-overdue': ({ checkHours }, { plural }) => ({
    problem: `Eine Prüfung dieses Dokuments hat innerhalb von ${checkHours} ${plural(checkHours, { one: 'Stunde', other: 'Stunden' })} nicht geantwortet.`,
    advice: 'Sie müssen nichts tun: Einer von uns sieht es sich stattdessen an.',
  }),
  'dossier-state/review-asked': () => ({
    problem: 'Sie haben darum gebeten, dass ein Mensch sich dieses Dokument ansieht.',
    advice: 'Bis dahin müssen Sie nichts tun.',
  }),
  'dossier-state/redo-asked': ({ reason }) => ({
    problem: `Einer von uns hat sich dieses Dokument angesehen und bittet um ein anderes: ${reason}`,
    advice: 'Bitte reichen Sie ein anderes ein.',
  }),

  'dossier-state/unknown-event': ({ type }) => ({
    problem: `Ein Ereignis „${type}“ kennt eine Akte nicht.`,
    advice: 'Prüfen Sie den Namen, und ob der Absender eine neuere Version verwendet.',
  }),
  'dossier-state/event-invalid': ({ path, problem }) => ({
    problem: `Das Ereignis ist bei „${path}“ nicht richtig aufgebaut: ${problem}`,
    advice: 'Berichtigen Sie es und senden Sie es unter derselben Kennung noch einmal.',
  }),
  'dossier-state/not-now': ({ event, state }) => ({
    problem: `„${event}“ kommt nicht vor, solange eine Akte im Zustand „${state}“ ist.`,
    advice: 'Sehen Sie nach, wo die Akte jetzt steht; vielleicht war jemand schneller.',
  }),
  'dossier-state/answer-invalid': ({ question }) => ({
    problem: `„${question}“ wird nicht gefragt oder lässt sich so nicht beantworten.`,
    advice: 'Wählen Sie eine der Antworten, die das Produkt kennt.',
  }),
  'dossier-state/unknown-requirement': ({ requirement }) => ({
    problem: `Diese Akte verlangt nichts mit dem Namen „${requirement}“.`,
    advice: 'Sehen Sie die Liste noch einmal an: Eine Antwort kann geändert haben, was verlangt wird.',
  }),
  'dossier-state/unknown-submission': ({ submission }) => ({
    problem: `Unter „${submission}“ wurde nichts eingereicht, oder es wurde zurückgenommen.`,
    advice: 'Sehen Sie die Akte noch einmal an und wählen Sie eines ihrer Dokumente.',
  }),
  'dossier-state/submission-taken': ({ submission }) => ({
    problem: `Unter „${submission}“ wurde schon ein anderes Dokument eingereicht.`,
    advice: 'Geben Sie jedem Dokument eine eigene Kennung.',
  }),
  'dossier-state/too-many-early-reports': ({ limit }) => ({
    problem: `Mehr als ${limit} Berichte sind vor ihren Dokumenten angekommen.`,
    advice: 'Liefern Sie zuerst die Dokumente, dann senden Sie diesen Bericht noch einmal.',
  }),
  'dossier-state/needs-a-person': ({ event }) => ({
    problem: `„${event}“ verlangt einen Menschen: Weder ein System noch der Kunde können das tun.`,
    advice: 'Lassen Sie jemanden entscheiden, der es darf.',
  }),
  'dossier-state/same-person': () => ({
    problem: 'Wer etwas vorschlägt, kann es nicht selbst bestätigen.',
    advice: 'Bitten Sie eine Kollegin oder einen Kollegen, es anzusehen und zu bestätigen.',
  }),
  'dossier-state/proposal-pending': () => ({
    problem: 'Ein Vorschlag zu dieser Akte wartet schon auf eine zweite Person.',
    advice: 'Bestätigen Sie zuerst diesen, oder lehnen Sie ihn ab.',
  }),
  'dossier-state/unknown-proposal': () => ({
    problem: 'Dieser Vorschlag wartet nicht mehr: Er ist entschieden, oder seine Frist ist um.',
    advice: 'Sehen Sie die Akte noch einmal an und schlagen Sie es neu vor, wenn es noch richtig ist.',
  }),
  'dossier-state/requirements-open': ({ requirements }, { list }) => ({
    problem: `Die Akte kann nicht genehmigt werden, es fehlt noch: ${list(requirements)}.`,
    advice: 'Warten Sie darauf, oder verzichten Sie mit Begründung auf das, was nicht nötig ist.',
  }),
  'dossier-state/not-waivable': ({ requirement }) => ({
    problem: `Auf „${requirement}“ kann bei diesem Produkt nicht verzichtet werden.`,
    advice: 'Es muss erfüllt werden; sonst endet die Akte hier.',
  }),
  'dossier-state/term-in-the-past': () => ({
    problem: 'Das Ende der Frist liegt vor ihrem Anfang.',
    advice: 'Wählen Sie einen Zeitpunkt in der Zukunft.',
  }),
  'dossier-state/timer-not-due': ({ dueAt }) => ({
    problem: `Dieser Wecker ist erst um ${dueAt} fällig.`,
    advice: 'Prüfen Sie die Uhr des Rechners, der ihn ausgelöst hat; der Wecker bleibt gestellt.',
  }),
  'dossier-state/product-mismatch': () => ({
    problem: 'Die Akte beruht auf einer anderen Version ihres Produkts.',
    advice: 'Übergeben Sie die Version, die die Akte nennt, oder migrieren Sie die Akte zuerst.',
  }),
  'dossier-state/snapshot-foreign': ({ path, problem }) => ({
    problem: `Was gespeichert war, ist keine Akte, die diese Version lesen kann (bei „${path}“: ${problem}).`,
    advice:
      'Bauen Sie die Akte aus ihren Ereignissen neu auf, und klären Sie, wer in den Speicher geschrieben hat.',
  }),
  'dossier-state/log-headless': () => ({
    problem: 'Das Protokoll beginnt nicht mit dem Ereignis, das die Akte eröffnet.',
    advice: 'Lesen Sie es ab Position 1.',
  }),
  'dossier-state/migration-drops-documents': ({ requirements }, { list }) => ({
    problem: `Die neue Version verlangt nicht mehr: ${list(requirements)}. Dazu wurden aber Dokumente eingereicht.`,
    advice: 'Nennen Sie den neuen Namen der Anforderung, oder lassen Sie diese Akte auf ihrer Version.',
  }),
  'dossier-state/migration-reopens-decision': ({ requirements }, { list }) => ({
    problem: `Die Akte ist entschieden, und unter der neuen Version würde noch fehlen: ${list(requirements)}.`,
    advice:
      'Lassen Sie sie bis zu ihrem Ende auf ihrer Version, oder fragen Sie bei der nächsten Überprüfung danach.',
  }),

  'dossier-state/hand-in': (params, format) => ({
    problem: `Wir brauchen noch: ${nameOf(params, format)}${params.missing > 1 ? ` (${params.missing} Dokumente)` : ''}.`,
    advice: 'Machen Sie ein Foto oder wählen Sie eine Datei. Sie erfahren sofort, ob es passt.',
  }),
  'dossier-state/hand-in-again': (params, format) => ({
    problem: `${nameOf(params, format)}: Was Sie eingereicht haben, genügt leider nicht.`,
    advice: 'Sehen Sie nach, woran es lag, und reichen Sie es noch einmal ein. Meist dauert das eine Minute.',
  }),
  'dossier-state/renew': (params, format) => ({
    problem: `${nameOf(params, format)}: Was Sie eingereicht haben, ist inzwischen abgelaufen.`,
    advice: 'Bitte reichen Sie ein neueres Dokument ein.',
  }),
  'dossier-state/sign': () => ({
    problem: 'Ihr Vertrag liegt bereit.',
    advice: 'Lesen Sie ihn in Ruhe, dann unterschreiben Sie.',
  }),
  'dossier-state/wait-for-checks': () => ({
    problem: 'Wir prüfen Ihre Dokumente.',
    advice: 'Bleiben Sie einen Augenblick: Die Antwort erscheint hier.',
  }),
  'dossier-state/wait-for-person': () => ({
    problem: 'Wir haben alles erhalten. Ein Mensch sieht sich Ihre Akte an.',
    advice: 'Sie müssen nichts tun. Wir schreiben Ihnen.',
  }),
  'dossier-state/nothing-to-do': () => ({
    problem: 'Für Sie ist nichts zu tun.',
    advice: 'Sie können diese Seite schließen.',
  }),
};
