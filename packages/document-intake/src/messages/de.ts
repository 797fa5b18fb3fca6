import type { MessagesFor } from '@dossierkit/core';
import type { IntakeFinding } from '../findings.js';

export const de: MessagesFor<IntakeFinding> = {
  'document-intake/asked-enough': () => ({
    problem: 'Wir behalten dieses Dokument so, wie es ist; jemand von uns schaut es sich an.',
    advice: 'Sie brauchen es nicht noch einmal zu schicken.',
  }),
  'document-intake/pages-not-judged': ({ pages, limit }, format) => ({
    problem: `Von ${format.number(pages)} Seiten wurden nur die ersten ${format.number(limit)} geprüft.`,
    advice: 'Wenn die wichtigen Seiten weiter hinten stehen, schicken Sie sie bitte als eigene Datei.',
  }),
  'document-intake/not-examined': ({ reason }) =>
    reason === 'too-busy'
      ? {
          problem: 'Wir konnten dieses Dokument nicht prüfen: Gerade kommen sehr viele auf einmal an.',
          advice: 'Bitte schicken Sie es in ein paar Minuten noch einmal.',
        }
      : {
          problem: 'Wir konnten dieses Dokument nicht automatisch prüfen.',
          advice: 'Sie müssen jetzt nichts tun: Jemand von uns schaut es sich an.',
        },
};
