import type { MessagesFor } from '@dossierkit/core';
import type { AuditMessage } from '../findings.js';

/** Every message of the package in German. */
export const de: MessagesFor<AuditMessage> = {
  'audit-trail/bundle-unreadable': ({ reason }) => ({
    problem: `Diese Datei ist kein Prüfpaket, das diese Version lesen kann (${reason}).`,
    advice:
      'Lassen Sie sich die Datei noch einmal geben und vergleichen Sie den Hashwert auf einem anderen Weg.',
  }),
  'audit-trail/bundle-too-large': ({ limit }, { number }) => ({
    problem: `Die Datei hat mehr als ${number(limit)} Zeichen.`,
    advice: 'Bitten Sie um weniger Akten je Datei, oder heben Sie die Grenze an.',
  }),
  'audit-trail/bundle-seal': () => ({
    problem:
      'Die Datei ist nicht mehr so, wie sie ausgegeben wurde, oder ein anderer Schlüssel hat sie versiegelt.',
    advice: 'Verlassen Sie sich nicht darauf. Fordern Sie sie neu an und bewahren Sie diese als Beweis auf.',
    verified: 'Seit der Ausgabe wurde kein Byte der Datei verändert.',
  }),
  'audit-trail/key-not-pinned': ({ verifier }) => ({
    problem: `Geprüft wurde mit dem Schlüssel, den die Datei selbst mitbringt: ${verifier}`,
    advice: 'Vergleichen Sie ihn mit einem aus sicherer Quelle und prüfen Sie dann mit diesem.',
  }),
  'audit-trail/chain': ({ dossier, entries }, { plural }) => ({
    problem: `Die Kette von ${dossier} hält nicht.`,
    advice: 'Sehen Sie nach, welche Einträge genannt sind.',
    verified: `${dossier}: ${entries} ${plural(entries, { one: 'Eintrag', other: 'Einträge' })}, lückenlos verkettet.`,
  }),
  'audit-trail/entry-changed': ({ dossier, sequence }) => ({
    problem: `${dossier}: Eintrag ${sequence} wurde nachträglich verändert.`,
    advice: 'Verlassen Sie sich weder auf ihn noch auf die folgenden; vergleichen Sie mit einer Sicherung.',
  }),
  'audit-trail/entry-missing': ({ dossier, sequence }) => ({
    problem: `${dossier}: Eintrag ${sequence} fehlt.`,
    advice: 'Fragen Sie, wo er ist; seine Nachbarn beweisen, dass es ihn gab.',
  }),
  'audit-trail/entry-added': ({ dossier, sequence }) => ({
    problem: `${dossier}: Bei Eintrag ${sequence} wurde etwas hinzugefügt.`,
    advice: 'Verlassen Sie sich nicht darauf; die Kette hat an jeder Stelle nur einen Eintrag.',
  }),
  'audit-trail/entry-reordered': ({ dossier, sequence }) => ({
    problem: `${dossier}: Eintrag ${sequence} steht nicht an seinem Platz.`,
    advice: 'Die Einträge sagen selbst, in welche Reihenfolge sie gehören.',
  }),
  'audit-trail/link-broken': ({ dossier, sequence }) => ({
    problem: `${dossier}: Eintrag ${sequence} folgt nicht aus dem davor.`,
    advice: 'Einer von beiden wurde ersetzt; vergleichen Sie mit einem Prüfpunkt oder einer Sicherung.',
  }),
  'audit-trail/checkpoint-signature': ({ index }) => ({
    problem: `Prüfpunkt ${index + 1} ist von keinem Schlüssel unterschrieben, dem hier vertraut wird.`,
    advice: 'Sehen Sie nach, welchen Schlüssel er nennt; wurde einer ersetzt, geben Sie auch den alten an.',
    verified: `Prüfpunkt ${index + 1} ist unterschrieben.`,
  }),
  'audit-trail/checkpoint-consistency': ({ index }) => ({
    problem: `Prüfpunkt ${index + 1} setzt den davor nicht fort.`,
    advice: 'Dazwischen wurde umgeschrieben. Verlangen Sie eine Erklärung und die Kopien der Zeugen.',
    verified: `Prüfpunkt ${index + 1} setzt den davor fort.`,
  }),
  'audit-trail/inclusion': ({ dossier, sequence, checkpoint }) => ({
    problem: `${dossier}: Eintrag ${sequence} steht nicht unter Prüfpunkt ${checkpoint + 1}.`,
    advice: 'Die Kette wurde nach dem Prüfpunkt umgeschrieben, oder der Nachweis ist beschädigt.',
    verified: `${dossier}: Alles bis Eintrag ${sequence} steht unter Prüfpunkt ${checkpoint + 1}.`,
  }),
  'audit-trail/anchor': ({ index, anchor, at }, { outcome, dateTime }) => ({
    problem:
      outcome === 'failed'
        ? `Die Quittung von „${anchor}“ zu Prüfpunkt ${index + 1} hält nicht stand.`
        : `Die Quittung von „${anchor}“ zu Prüfpunkt ${index + 1} ließ sich nicht prüfen: Kein Zeuge, dem hier vertraut wird, wurde gefragt, oder er konnte es nicht sagen.`,
    advice: 'Prüfen Sie noch einmal mit dem Zeugen: mit seinem Zertifikat oder einer Kopie seiner Datei.',
    verified: at
      ? `„${anchor}“ hat Prüfpunkt ${index + 1} am ${dateTime(at, 'UTC')} UTC gesehen.`
      : `„${anchor}“ hat Prüfpunkt ${index + 1} gesehen.`,
  }),
  'audit-trail/unanchored': ({ dossier, from, to }) => ({
    problem: `${dossier}: Die Einträge ${from} bis ${to} kamen nach dem letzten Prüfpunkt.`,
    advice: 'Der nächste schützt sie.',
  }),
  'audit-trail/erased': ({ dossier, sequence, name }) => ({
    problem: `${dossier}: „${name}“ in Eintrag ${sequence} wurde gelöscht, oder der Schlüssel wurde nicht offengelegt.`,
    advice: 'Nichts zu tun: Der Eintrag selbst bleibt bewiesen.',
  }),
  'audit-trail/sealed-changed': ({ dossier, sequence, name }) => ({
    problem: `${dossier}: „${name}“ in Eintrag ${sequence} ist nicht das, was aufgezeichnet wurde.`,
    advice: 'Verlassen Sie sich nicht darauf; vergleichen Sie mit einer Sicherung.',
  }),
  'audit-trail/retention-rule-stale': ({ rule }) => ({
    problem: `Die Aufbewahrungsregel (${rule}) gilt an diesem Tag nicht; sie wurde trotzdem angewandt.`,
    advice: 'Lassen Sie klären, welche Regel heute gilt, bevor etwas gelöscht wird.',
  }),
  'audit-trail/retention-running': ({ erasableFrom, rule }, { date }) => ({
    problem: `Diese Aufzeichnung muss noch aufbewahrt werden (${rule}).`,
    advice: `Ab dem ${date(erasableFrom)} kann sie gelöscht werden. Beschränken Sie bis dahin, wer sie sehen darf.`,
  }),
  'audit-trail/authority-unreachable': () => ({
    problem: 'Die Zeitstempelstelle hat nicht geantwortet.',
    advice: 'Der Prüfpunkt gilt; legen Sie ihn der Stelle später noch einmal vor.',
  }),
  'audit-trail/authority-refused': () => ({
    problem: 'Die Zeitstempelstelle hat abgelehnt, oder ihre Antwort betrifft etwas anderes.',
    advice: 'Prüfen Sie die Adresse und Ihren Vertrag mit der Stelle.',
  }),
  'audit-trail/anchor-not-written': () => ({
    problem: 'Der Prüfpunkt ließ sich nicht in die Ankerdatei schreiben.',
    advice: 'Prüfen Sie Pfad, Rechte und freien Platz, dann verankern Sie noch einmal.',
  }),
};
