import type { MessagesFor } from '@dossierkit/core';
import type { ReadError, ReadFinding } from '../findings.js';
import { displayName } from './names.js';

const FOREIGN = {
  office:
    'Öffnen Sie sie in dem Programm, mit dem sie erstellt wurde, und speichern oder drucken Sie sie als PDF.',
  archive: 'Entpacken Sie sie und reichen Sie die enthaltenen Dokumente einzeln ein.',
  avif: 'Speichern Sie das Bild als JPEG oder PNG, oder stellen Sie die Kamera auf „maximale Kompatibilität“.',
  svg: 'Speichern Sie sie als PDF oder PNG.',
  'web-page': 'Laden Sie das Dokument selbst herunter, oder drucken Sie die Seite als PDF.',
  video: 'Reichen Sie statt eines Videos ein Foto jeder Seite ein.',
  text: 'Reichen Sie das Dokument selbst ein, als PDF oder als Foto.',
  unknown: 'Reichen Sie das Dokument als PDF ein, oder fotografieren Sie es (JPEG, PNG oder HEIC).',
} as const;

export const de: MessagesFor<ReadError | ReadFinding> = {
  'doc-reader/empty-file': () => ({
    problem: 'Diese Datei ist leer.',
    advice:
      'Wahrscheinlich wurde das Hochladen unterbrochen: Wählen Sie die Datei aus und senden Sie sie noch einmal.',
  }),
  'doc-reader/unreadable-source': () => ({
    problem: 'Die Datei ist nicht angekommen.',
    advice:
      'Prüfen Sie, ob sie noch vorhanden und die Verbindung stabil ist, und senden Sie sie noch einmal.',
  }),
  'doc-reader/unsupported-format': ({ looksLike }) => ({
    problem: 'Dateien dieser Art können hier nicht gelesen werden.',
    advice: FOREIGN[looksLike],
  }),
  'doc-reader/damaged': ({ format }) => ({
    problem: `Diese ${displayName(format)}-Datei ist beschädigt oder unvollständig.`,
    advice:
      'Öffnen Sie sie auf Ihrem Gerät und sehen Sie nach, ob sie vollständig ist; laden Sie das Dokument dann neu herunter oder fotografieren Sie es noch einmal.',
  }),
  'doc-reader/encrypted': () => ({
    problem: 'Dieses PDF ist mit einem Passwort geschützt.',
    advice:
      'Öffnen Sie es mit Ihrem Passwort, speichern Sie es ohne Schutz oder drucken Sie es als PDF, und reichen Sie diese Fassung ein.',
  }),
  'doc-reader/wrong-password': () => ({
    problem: 'Mit diesem Passwort lässt sich das PDF nicht öffnen.',
    advice: 'Prüfen Sie das Passwort, oder speichern Sie das Dokument ohne Schutz.',
  }),
  'doc-reader/unsupported-protection': () => ({
    problem: 'Dieses PDF ist so geschützt, dass es nicht gelesen werden kann.',
    advice:
      'Öffnen Sie es in dem Programm, aus dem es stammt, drucken Sie es als PDF und reichen Sie diese Fassung ein.',
  }),
  'doc-reader/no-pages': () => ({
    problem: 'Dieses PDF enthält keine Seite.',
    advice: 'Laden Sie das Dokument noch einmal herunter, oder exportieren Sie es neu.',
  }),
  'doc-reader/too-many-bytes': ({ limitBytes }, format) => ({
    problem: `Diese Datei ist größer als ${format.number(Math.floor(limitBytes / 1_048_576))} MB.`,
    advice: 'Fotografieren Sie die Seite in normaler Qualität, oder scannen Sie sie mit 200 bis 300 dpi.',
  }),
  'doc-reader/too-many-pixels': ({ widthPx, heightPx }, format) => ({
    problem: `Dieses Bild ist zu groß: ${format.number(widthPx)} × ${format.number(heightPx)} Pixel.`,
    advice: 'Speichern Sie es kleiner, oder fotografieren Sie in normaler Qualität.',
  }),
  'doc-reader/too-much-memory': () => ({
    problem: 'Diese Datei ist zu aufwendig, um gelesen zu werden.',
    advice: 'Drucken Sie sie in ein neues PDF, oder reichen Sie ein Foto jeder Seite ein.',
  }),
  'doc-reader/heic-support-missing': () => ({
    problem: 'Bilder im Format HEIC können hier zurzeit nicht gelesen werden.',
    advice:
      'Speichern Sie das Foto als JPEG. Auf dem iPhone: Einstellungen, Kamera, Formate, Maximale Kompatibilität.',
  }),
  'doc-reader/timed-out': () => ({
    problem: 'Das Lesen dieser Datei hat zu lange gedauert und wurde abgebrochen.',
    advice: 'Versuchen Sie es noch einmal; gelingt es wieder nicht, reichen Sie ein Foto jeder Seite ein.',
  }),
  'doc-reader/cancelled': () => ({
    problem: 'Das Lesen dieser Datei wurde abgebrochen.',
    advice: 'Senden Sie sie noch einmal, wenn Sie sie weiterhin einreichen möchten.',
  }),
  'doc-reader/language-missing': ({ language }) => ({
    problem: `Text in dieser Sprache kann hier nicht gelesen werden (${language}).`,
    advice:
      'Reichen Sie ein PDF mit markierbarem Text ein, oder bitten Sie darum, dass ein Mensch es ansieht.',
  }),
  'doc-reader/ocr-failed': () => ({
    problem: 'Der Text auf dieser Seite konnte nicht gelesen werden.',
    advice: 'Fotografieren Sie die Seite noch einmal: gutes Licht, flach hingelegt, bildfüllend.',
  }),
  'doc-reader/no-text-layer': () => ({
    problem: 'Diese Seite besteht nur aus einem Bild, ohne markierbaren Text.',
    advice: 'Wenn Sie das ursprüngliche PDF haben, reichen Sie es anstelle eines Scans ein.',
  }),
  'doc-reader/type-mismatch': ({ claimed, format }) => ({
    problem: `Die Datei gibt sich als ${claimed} aus, ist aber eine ${displayName(format)}-Datei.`,
    advice: 'Prüfen Sie, ob es die Datei ist, die Sie senden wollten. Umbenennen müssen Sie sie nicht.',
  }),
  'doc-reader/pages-left-out': ({ pages, limit }, format) => ({
    problem: `Die Datei hat ${format.number(pages)} Seiten; gelesen ${format.plural(limit, { one: 'wurde nur die erste Seite', other: `wurden nur die ersten ${format.number(limit)}` })}.`,
    advice: 'Reichen Sie die Seiten, auf die es ankommt, als eigene Datei ein.',
  }),
  'doc-reader/second-format': () => ({
    problem: 'In dieser Datei ist eine zweite, verborgene Datei enthalten.',
    advice:
      'Laden Sie das Dokument noch einmal aus der ursprünglichen Quelle herunter, oder fotografieren Sie es neu.',
  }),
  'doc-reader/page-scaled-down': () => ({
    problem: 'Diese Seite ist ungewöhnlich groß und wurde zum Lesen verkleinert.',
    advice: 'Kommt es auf Kleingedrucktes an, reichen Sie diesen Teil als eigene Seite ein.',
  }),
  'doc-reader/page-damaged': () => ({
    problem: 'Eine Seite dieses PDFs ist beschädigt.',
    advice: 'Laden Sie das Dokument noch einmal herunter, oder reichen Sie ein Foto dieser Seite ein.',
  }),
  'doc-reader/text-layer-hidden': () => ({
    problem:
      'Diese Seite ist ein Scan mit unsichtbarem Text dahinter; ihr Text wird deshalb aus dem Bild gelesen.',
    advice:
      'Sie müssen nichts tun. Das ursprüngliche PDF ließe sich zuverlässiger lesen, falls Sie es haben.',
  }),
  'doc-reader/text-layer-unreadable': () => ({
    problem:
      'Der Text dieses PDFs lässt sich nicht kopieren; er wird deshalb aus dem Bild der Seite gelesen.',
    advice:
      'Sie müssen nichts tun. Gibt es dasselbe Dokument in einer anderen Fassung, ist sie vielleicht besser lesbar.',
  }),
};
