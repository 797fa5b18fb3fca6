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
};
