import type { MessagesFor } from '@dossierkit/core';
import type { AppearanceFinding, SidesFact } from '../../appearance/findings.js';

const FACTS: Readonly<Record<SidesFact, string>> = {
  documentNumber: 'die Nummer des Dokuments',
  holder: 'der Name der Person',
  birthDate: 'das Geburtsdatum',
};

const LOOK = 'Lassen Sie einen Menschen auf diese Stelle sehen.';
const PHOTO = 'Fotografieren Sie das ganze Dokument gerade von oben und bei gutem Licht.';

export const de: MessagesFor<AppearanceFinding> = {
  'doc-authenticity/appearance-format': (_, { outcome }) => ({
    problem:
      outcome === 'inconclusive'
        ? 'Wir konnten nicht erkennen, ob dieses Dokument das Format seiner Art hat.'
        : 'Die Seitenverhältnisse dieses Dokuments passen nicht zu seiner Art.',
    advice: outcome === 'inconclusive' ? PHOTO : LOOK,
    verified: 'Das Dokument hat die Seitenverhältnisse seiner Art.',
  }),
  'doc-authenticity/appearance-mrz-place': (_, { outcome }) => ({
    problem:
      outcome === 'inconclusive'
        ? 'Auf dieser Seite haben wir keine maschinenlesbare Zone gefunden.'
        : 'Die maschinenlesbare Zone steht nicht dort, wo Dokumente dieser Art sie haben.',
    advice: outcome === 'inconclusive' ? PHOTO : LOOK,
    verified: 'Die maschinenlesbare Zone ist an ihrem Platz.',
  }),
  'doc-authenticity/appearance-portrait': (_, { outcome }) => ({
    problem:
      outcome === 'inconclusive'
        ? 'Wir konnten nicht erkennen, ob ein Lichtbild vorhanden ist.'
        : 'Wir haben ein Lichtbild gefunden, aber nicht dort, wo Dokumente dieser Art es haben.',
    advice: outcome === 'inconclusive' ? PHOTO : LOOK,
    verified: 'Das Lichtbild ist an seinem Platz.',
  }),
  'doc-authenticity/appearance-colour': (_, { outcome }) => ({
    problem:
      outcome === 'inconclusive'
        ? 'Wir konnten nicht erkennen, ob das Bild farbig ist.'
        : 'Das sieht nach einer Schwarz-Weiß-Kopie des Dokuments aus.',
    advice: outcome === 'inconclusive' ? PHOTO : 'Fotografieren Sie das Dokument selbst, in Farbe.',
    verified: 'Das Bild ist farbig.',
  }),
  'doc-authenticity/appearance-sides-agree': ({ about }) => ({
    problem: `Die Seiten stimmen nicht überein: ${FACTS[about]} weicht ab.`,
    advice: 'Prüfen Sie, ob beide Seiten zum selben Dokument gehören.',
    verified: `Die Seiten stimmen überein: ${FACTS[about]}.`,
  }),
  'doc-authenticity/appearance-screen': (_, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? 'Zu wenig von dem Bild ist eben, um zu erkennen, ob ein Bildschirm fotografiert wurde.'
        : 'Das sieht aus wie das Foto eines Bildschirms und nicht des Dokuments.',
    advice: format.outcome === 'inconclusive' ? 'Nichts zu tun.' : 'Fotografieren Sie das Dokument selbst.',
    verified: 'Nichts deutet darauf hin, dass ein Bildschirm fotografiert wurde.',
  }),
};
