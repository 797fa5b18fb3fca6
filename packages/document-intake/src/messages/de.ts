import type { MessagesFor } from '@dossierkit/core';
import { kindName } from '@dossierkit/doc-classifier';
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
  'document-intake/parts-agree': ({ parts, about }) => {
    const [same, unequal] = {
      'document-number': ['dieselbe Ausweisnummer', 'dieselbe Ausweisnummer'],
      name: ['derselbe Name', 'denselben Namen'],
      'birth-date': ['dasselbe Geburtsdatum', 'dasselbe Geburtsdatum'],
      employer: ['derselbe Arbeitgeber', 'denselben Arbeitgeber'],
    }[about] as [string, string];
    return parts === 'card-sides'
      ? {
          verified: `Auf beiden Seiten der Karte steht ${same}.`,
          problem: `Die beiden Seiten zeigen nicht ${unequal}, oder das war nicht auf beiden zu lesen.`,
          advice: 'Bitte schicken Sie Vorder- und Rückseite derselben Karte.',
        }
      : {
          verified: `Auf allen Gehaltsabrechnungen steht ${same}.`,
          problem: `Die Gehaltsabrechnungen zeigen nicht alle ${unequal}, oder das war nicht auf allen zu lesen.`,
          advice:
            'Bitte prüfen Sie, ob es alle Ihre eigenen sind. Wenn Sie die Stelle gewechselt haben, sagen Sie es uns einfach.',
        };
  },
  'document-intake/side-missing': ({ side }) => ({
    problem: side === 'front' ? 'Die Vorderseite der Karte fehlt.' : 'Die Rückseite der Karte fehlt.',
    advice: 'Bitte schicken Sie beide Seiten: die mit dem Foto und die andere.',
  }),
  'document-intake/sent-twice': ({ first, again }, format) => ({
    problem: `Datei ${format.number(again)} ist dieselbe wie Datei ${format.number(first)}.`,
    advice: 'Bitte prüfen Sie, ob Sie eine andere Seite oder ein anderes Dokument schicken wollten.',
  }),
  'document-intake/pages-complete': ({ missing, of }, format) => ({
    verified: `Alle ${format.number(of)} Seiten sind da.`,
    problem:
      missing.length > 0
        ? `Von ${format.number(of)} Seiten fehlen: ${missing.map((page) => format.number(page)).join(', ')}.`
        : 'Wir konnten nicht erkennen, ob alle Seiten da sind.',
    advice: 'Bitte schicken Sie jede Seite des Briefes, auch die Rückseiten.',
  }),
  'document-intake/document-missing': ({ expected }) => ({
    verified: `${expected.map((ref) => kindName(ref, 'de')).join(' oder ')}: ist dabei.`,
    problem: `In Ihrer Sendung nicht gefunden: ${expected.map((ref) => kindName(ref, 'de')).join(' oder ')}.`,
    advice: 'Bitte schicken Sie es als eigene Datei.',
  }),
};
