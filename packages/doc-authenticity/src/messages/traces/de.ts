import type { MessagesFor } from '@dossierkit/core';
import type { TraceMessageable } from '../../findings.js';
import type { ExaminationProblem, PdfChange } from '../../traces/findings.js';

const CHANGES: Readonly<Record<PdfChange, string>> = {
  signature: 'eine Signatur',
  'validation-data': 'Daten zum Prüfen einer Signatur',
  'form-filled': 'Eingaben in ein Formular',
  note: 'Verweise oder Notizen',
  metadata: 'die Angaben über die Datei',
  structure: 'Einstellungen der Datei',
  annotation: 'Zeichnungen oder Text, die auf eine Seite gelegt wurden',
  'page-content': 'was eine Seite zeigt',
  'page-added': 'eine hinzugefügte Seite',
  'page-removed': 'eine entfernte Seite',
};

const REASONS: Readonly<Record<ExaminationProblem, string>> = {
  encrypted: 'sie ist verschlüsselt',
  damaged: 'sie ist beschädigt',
  'too-much': 'sie ist größer, als wir untersuchen',
  'other-format': 'Dateien dieser Art untersuchen wir nicht',
};

const LOOK = 'Sehen Sie sich diese Stelle an, und bitten Sie im Zweifel um die ursprüngliche Datei.';
const ORIGINAL =
  'Bitten Sie um die Datei, wie der Aussteller sie verschickt hat, oder laden Sie sie dort noch einmal herunter.';

/** Was über Spuren von Bearbeitung gesagt wird. */
export const de: MessagesFor<TraceMessageable> = {
  'doc-authenticity/traces-examined': ({ reason }) => ({
    problem: `Wir konnten nicht untersuchen, wie diese Datei entstanden ist: ${REASONS[reason ?? 'damaged']}.`,
    advice:
      'Bitten Sie um die Datei, wie sie ausgestellt wurde, oder lassen Sie einen Menschen darauf sehen.',
    verified: 'Wir haben untersucht, wie die Datei entstanden ist und geändert wurde.',
  }),
  'doc-authenticity/pdf-structure': () => ({
    problem: 'Das innere Verzeichnis dieser Datei passt nicht zu dem, was sie enthält.',
    advice: ORIGINAL,
    verified: 'Die Datei ist so aufgebaut, wie ihr inneres Verzeichnis es angibt.',
  }),
  'doc-authenticity/pdf-updated': ({ changes }, format) => ({
    problem: `Die Datei wurde nach ihrer Entstehung noch einmal gespeichert. Geändert wurde: ${format.list(changes.map((change) => CHANGES[change]))}.`,
    advice:
      'Vergleichen Sie die markierte Stelle mit dem Rest der Seite, und bitten Sie um die ursprüngliche Datei.',
    verified:
      changes.length === 0
        ? 'Die Datei wurde noch einmal gespeichert, ohne dass sich etwas geändert hat.'
        : `Die Datei wurde nach ihrer Entstehung auf übliche Weise ergänzt: ${format.list(changes.map((change) => CHANGES[change]))}.`,
  }),
  'doc-authenticity/pdf-modified-later': ({ created, modified }, format) => ({
    problem: `Nach eigener Angabe entstand die Datei am ${format.date(created)} und wurde später geändert, am ${format.date(modified)}.`,
    advice: ORIGINAL,
    verified: 'Nach eigener Angabe wurde die Datei nach ihrer Entstehung nicht geändert.',
  }),
  'doc-authenticity/pdf-editor': ({ program }) => ({
    problem: `Diese Datei ist durch ein Programm zum Bearbeiten von Dokumenten oder Bildern gegangen: ${program}.`,
    advice: ORIGINAL,
    verified: `Das Programm, das die Datei nennt (${program}), steht nicht auf der Liste derer zum Bearbeiten von Dokumenten.`,
  }),
  'doc-authenticity/pdf-producer-unusual': ({ program }) => ({
    problem: program
      ? `Dieser Aussteller macht seine Dateien gewöhnlich nicht mit ${program}.`
      : 'Die Datei sagt nicht, mit welchem Programm sie entstand; die Dateien dieses Ausstellers sagen es.',
    advice: ORIGINAL,
  }),
  'doc-authenticity/pdf-rewritten': ({ writer, program }) => ({
    problem: `Nach eigener Angabe stammt die Datei von ${program}, zuletzt geschrieben hat sie aber ${writer}.`,
    advice:
      'Das kann harmlos sein: Viele Stellen schicken ihre Dateien durch solche Programme. Betrachten Sie es zusammen mit dem Übrigen.',
  }),
  'doc-authenticity/pdf-metadata-disagrees': () => ({
    problem: 'Die Datei widerspricht sich darin, wann oder womit sie entstanden ist.',
    advice: ORIGINAL,
    verified: 'Was die Datei über sich selbst sagt, stimmt überein.',
  }),
  'doc-authenticity/pdf-covered-text': ({ replaced }) => ({
    problem: replaced
      ? 'Auf dieser Seite wurde Text überdeckt und anderer Text darübergeschrieben.'
      : 'Auf dieser Seite wurde Text überdeckt und ist nicht mehr zu sehen.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-picture-over-text': () => ({
    problem: 'Auf dieser Seite wurde ein Bild über Text gelegt.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-drawn-on-picture': () => ({
    problem: 'Auf die gescannte Seite wurde nachträglich etwas gelegt.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-added-text': () => ({
    problem:
      'Einige Wörter wurden zuletzt auf die Seite gesetzt, in einer Schrift, die sonst nirgends vorkommt.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-other-font': () => ({
    problem: 'Einzelne Wörter haben hier eine andere Schrift als die Wörter daneben.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-annotation': () => ({
    problem: 'Auf diese Seite wurde Text oder eine Zeichnung als Anmerkung gelegt. Das kann jeder tun.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-hidden-text': () => ({
    problem: 'Hinter dem Bild dieser Seite steht Text, der etwas anderes sagt als das Bild.',
    advice:
      'Vergleichen Sie, was Sie sehen, mit dem, was Sie beim Kopieren des Textes an dieser Stelle erhalten.',
  }),
  'doc-authenticity/pdf-signature': ({ covers }) => ({
    problem:
      covers === 'part'
        ? 'Die Datei wurde geändert, nachdem sie elektronisch signiert worden war.'
        : 'Die Datei trägt eine elektronische Signatur, die nicht umfasst, was sie umfassen sollte.',
    advice: 'Prüfen Sie die Signatur mit einem Programm dafür, und bitten Sie um das signierte Original.',
    verified:
      covers === 'all'
        ? 'Die elektronische Signatur umfasst die ganze Datei. Von wem sie stammt, wurde nicht geprüft.'
        : 'Nach der elektronischen Signatur kam nur Übliches hinzu. Von wem sie stammt, wurde nicht geprüft.',
  }),
  'doc-authenticity/picture-editor': ({ program }) => ({
    problem: `Dieses Bild ist durch ein Programm zur Bildbearbeitung gegangen: ${program}.`,
    advice: 'Bitten Sie um das Bild, wie Kamera oder Scanner es gemacht haben.',
    verified: `Das Programm, das das Bild nennt (${program}), steht nicht auf der Liste derer zur Bildbearbeitung.`,
  }),
  'doc-authenticity/picture-patched': (_, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? 'An der Kompression dieses Bildes lässt sich nicht ablesen, ob etwas eingefügt wurde.'
        : 'Ein Teil dieses Bildes wurde eingefügt, nachdem der Rest schon gespeichert war.',
    advice: format.outcome === 'inconclusive' ? 'Nichts zu tun.' : LOOK,
    verified: 'Das ganze Bild hat dieselbe Vorgeschichte.',
  }),
  'doc-authenticity/picture-even-patch': () => ({
    problem:
      'Eine Stelle dieses Bildes hat genau einen Ton, wie ihn fotografiertes oder gescanntes Papier nie hat: Dort kann etwas übermalt worden sein.',
    advice: LOOK,
  }),
  'doc-authenticity/picture-copied': () => ({
    problem: 'Zeichen in diesem Bild sind bis ins Korn Kopien anderer Zeichen desselben Bildes.',
    advice: LOOK,
  }),
  'doc-authenticity/picture-screen': (_, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? 'Zu wenig von diesem Bild ist eben, um zu erkennen, ob ein Bildschirm fotografiert wurde.'
        : 'Die feine Struktur dieses Bildes ist regelmäßig, wie auf dem Foto eines Bildschirms.',
    advice:
      format.outcome === 'inconclusive'
        ? 'Nichts zu tun.'
        : 'Bitten Sie um das Dokument selbst oder um die Datei, die auf dem Bildschirm zu sehen war.',
    verified: 'Die feine Struktur des Bildes ist nicht die eines Bildschirms.',
  }),
  'doc-authenticity/pdf-edited-content': ({ program }) => ({
    problem: `Der Text dieser Seite wurde von einem Programm zum Ändern von Dokumenten neu geschrieben (${program}).`,
    advice: LOOK,
  }),
  'doc-authenticity/pdf-word-offset': () => ({
    problem: 'Dieses Wort steht etwas höher oder tiefer als die Wörter daneben.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-glyph-order': () => ({
    problem: 'Diese Zeichen wurden eingesetzt, nachdem die Schriften der Datei erzeugt waren.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-page-is-picture': () => ({
    problem: 'Diese Seite ist ein einziges Bild. Was darauf steht, lässt sich nicht als Text untersuchen.',
    advice: 'Gibt der Aussteller Text heraus, bitten Sie um die Originaldatei.',
  }),
};
