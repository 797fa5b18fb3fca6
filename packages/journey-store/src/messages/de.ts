import type { MessagesFor } from '@dossierkit/core';
import type { StoreError } from '../errors.js';

/** Every message of the package in German. */
export const de: MessagesFor<StoreError> = {
  'journey-store/version-conflict': () => ({
    problem: 'Jemand anderes hat das inzwischen geändert.',
    advice: 'Laden Sie es neu und sehen Sie nach, was sich geändert hat, bevor Sie entscheiden.',
  }),
  'journey-store/audit-conflict': ({ sequence }) => ({
    problem: `Eintrag ${sequence} setzt nicht fort, was gespeichert ist.`,
    advice: 'Laden Sie neu; geschieht es wieder, lassen Sie die Prüfspur überprüfen.',
  }),
  'journey-store/unavailable': ({ reason }) => ({
    problem: `Die Datenbank antwortet nicht (${reason}).`,
    advice: 'Es wurde nichts geschrieben. Versuchen Sie es gleich noch einmal.',
  }),
  'journey-store/outcome-unknown': () => ({
    problem: 'Die Verbindung brach beim letzten Schritt ab: Es ist nicht bekannt, ob das gespeichert wurde.',
    advice: 'Senden Sie dasselbe noch einmal: Es wird einmal gespeichert, nicht zweimal.',
  }),
  'journey-store/disk-full': () => ({
    problem: 'Wo die Daten liegen, ist kein Platz mehr.',
    advice: 'Es wurde nichts geschrieben. Schaffen Sie Platz, dann versuchen Sie es noch einmal.',
  }),
  'journey-store/schema-newer': ({ found, known }) => ({
    problem: `Die Datenbank hat die Form ${found}; dieses Programm kennt nur Formen bis ${known}.`,
    advice: 'Starten Sie die neuere Version des Programms.',
  }),
};
