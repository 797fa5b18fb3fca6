import type { MessagesFor } from '@dossierkit/core';
import type { QualityFinding, Region, Side } from '../findings.js';

const REGIONS: Record<Region, string> = {
  page: 'Die Seite',
  top: 'Der obere Teil der Seite',
  bottom: 'Der untere Teil der Seite',
  left: 'Die linke Hälfte der Seite',
  right: 'Die rechte Hälfte der Seite',
  centre: 'Die Mitte der Seite',
  'upper-left': 'Die Ecke links oben',
  'upper-right': 'Die Ecke rechts oben',
  'lower-left': 'Die Ecke links unten',
  'lower-right': 'Die Ecke rechts unten',
};

const SIDES: Record<Side, string> = { top: 'oben', right: 'rechts', bottom: 'unten', left: 'links' };

const NO_PRINT = 'Wenn es die richtige Seite ist, schicken Sie sie so: Jemand sieht sie sich an.';

export const de: MessagesFor<QualityFinding> = {
  'doc-quality/blurred': ({ region }, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'Auf der Seite ist zu wenig, um ihre Schärfe zu beurteilen.', advice: NO_PRINT }
      : {
          problem: `${REGIONS[region]} ist unscharf.`,
          advice:
            'Halten Sie das Telefon ruhig, tippen Sie zum Scharfstellen auf den Text und warten Sie kurz, bevor Sie auslösen.',
          verified: 'Die Seite ist scharf.',
        },
  'doc-quality/motion-blurred': ({ region }, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'Auf der Seite ist zu wenig, um ein Verwackeln zu erkennen.', advice: NO_PRINT }
      : {
          problem: `${REGIONS[region]} ist verwackelt.`,
          advice:
            'Stützen Sie die Ellbogen auf, sorgen Sie für mehr Licht und nehmen Sie das Bild noch einmal auf.',
          verified: 'Die Kamera wurde ruhig gehalten.',
        },
  'doc-quality/low-contrast': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'Auf der Seite ist kein Text, an dem sich der Kontrast messen ließe.', advice: NO_PRINT }
      : {
          problem: 'Die Schrift hebt sich kaum vom Papier ab.',
          advice:
            'Sorgen Sie für helles, gleichmäßiges Licht. Ist schon das Original blass, scannen Sie es mit mehr Kontrast.',
          verified: 'Die Schrift hebt sich deutlich vom Papier ab.',
        },
  'doc-quality/too-dark': () => ({
    problem: 'Das Bild ist zu dunkel.',
    advice: 'Schalten Sie eine Lampe ein oder gehen Sie ans Fenster, ohne sich selbst im Licht zu stehen.',
    verified: 'Die Seite ist hell genug.',
  }),
  'doc-quality/too-bright': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'Auf der Seite ist kein Text, an dem sich die Belichtung messen ließe.', advice: NO_PRINT }
      : {
          problem: 'Das Bild ist überbelichtet: Die Schrift verschwindet im Papier.',
          advice:
            'Schalten Sie den Blitz aus, meiden Sie direkte Sonne und tippen Sie auf die Seite, damit die Kamera nachregelt.',
          verified: 'Die Seite ist nicht überbelichtet.',
        },
  'doc-quality/glare': ({ region }) => ({
    problem: `${REGIONS[region]} ist von einer Spiegelung verdeckt.`,
    advice:
      'Schalten Sie den Blitz aus und kippen Sie die Seite etwas, bis der helle Fleck vom Bildschirm verschwunden ist.',
    verified: 'Keine Spiegelung verdeckt die Seite.',
  }),
  'doc-quality/covered': ({ region }, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'Ohne Farbe ist nicht zu erkennen, ob ein Finger die Seite verdeckt.', advice: NO_PRINT }
      : {
          problem: `${REGIONS[region]} ist von einem Finger verdeckt.`,
          advice: 'Legen Sie die Seite hin, statt sie zu halten, und nehmen Sie das Bild noch einmal auf.',
          verified: 'Kein Finger verdeckt die Seite.',
        },
  'doc-quality/screen-photo': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? {
          problem:
            'Es ist zu wenig leeres Papier zu sehen, um zu sagen, ob ein Bildschirm fotografiert wurde.',
          advice: NO_PRINT,
        }
      : {
          problem: 'Das Bild scheint von einem Bildschirm abfotografiert zu sein.',
          advice:
            'Fotografieren Sie das Dokument selbst. Wenn Sie es als Datei haben, schicken Sie die Datei.',
          verified: 'Das Bild ist nicht von einem Bildschirm abfotografiert.',
        },
  'doc-quality/several-documents': ({ count }, { number }) => ({
    problem: `Auf dem Bild sind ${number(count)} Dokumente.`,
    advice: 'Fotografieren Sie jedes Dokument für sich.',
    verified: 'Auf dem Bild ist ein einziges Dokument.',
  }),
  'doc-quality/uneven-light': ({ region }) => ({
    problem: `${REGIONS[region]} liegt im Schatten.`,
    advice:
      'Lassen Sie das Licht von der Seite kommen, und achten Sie darauf, dass weder Telefon noch Hand einen Schatten werfen.',
    verified: 'Die Seite ist gleichmäßig beleuchtet.',
  }),
  'doc-quality/low-resolution': ({ cause }) => ({
    problem:
      cause === 'text'
        ? 'Die Buchstaben sind zu klein, um sicher gelesen zu werden.'
        : 'Das Bild hat zu wenige Bildpunkte.',
    advice:
      'Gehen Sie näher heran, bis die Seite das Bild füllt. Schicken Sie das Originalbild, keine Vorschau und kein Bildschirmfoto; scannen Sie mit 300 dpi.',
    verified: 'Die Buchstaben sind groß genug.',
  }),
  'doc-quality/skewed': ({ degrees }, { outcome, number }) =>
    outcome === 'inconclusive'
      ? { problem: 'Es ist keine Textzeile da, die zeigt, ob die Seite gerade liegt.', advice: NO_PRINT }
      : {
          problem: `Die Seite liegt um ${number(Math.abs(degrees), { maximumFractionDigits: 0 })}° schief.`,
          advice: 'Richten Sie die Ränder der Seite an den Rändern des Bildes aus.',
          verified: 'Die Seite liegt gerade.',
        },
  'doc-quality/turned': ({ quarterTurns }, { outcome }) =>
    outcome === 'inconclusive'
      ? {
          problem: 'Es ist nicht sicher, wo auf der Seite oben ist.',
          advice: 'Prüfen Sie, ob der Text aufrecht steht.',
        }
      : {
          problem: quarterTurns === 2 ? 'Die Seite steht auf dem Kopf.' : 'Die Seite liegt quer.',
          advice: 'Drehen Sie das Bild, bis der Text aufrecht steht.',
          verified: 'Die Seite steht aufrecht.',
        },
  'doc-quality/perspective': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? {
          problem: 'Die Ränder der Seite waren nicht zu finden.',
          advice: 'Legen Sie sie auf eine Fläche von anderer Farbe.',
        }
      : {
          problem: 'Die Seite wurde schräg fotografiert.',
          advice: 'Legen Sie die Seite flach hin und halten Sie das Telefon gerade über ihre Mitte.',
          verified: 'Die Seite wurde gerade von oben fotografiert.',
        },
  'doc-quality/cut-off': ({ sides }, { list }) => ({
    problem: `Die Seite ist ${list(sides.map((side) => SIDES[side]))} abgeschnitten.`,
    advice: 'Gehen Sie etwas zurück, bis alle vier Ränder der Seite im Bild sind.',
    verified: 'An den Rändern ist nichts abgeschnitten.',
  }),
  'doc-quality/too-small': () => ({
    problem: 'Die Seite nimmt nur einen kleinen Teil des Bildes ein.',
    advice: 'Gehen Sie näher heran, bis die Seite das Bild füllt.',
    verified: 'Die Seite füllt das Bild.',
  }),
  'doc-quality/blank': () => ({
    problem: 'Die Seite ist leer.',
    advice: 'Prüfen Sie, ob es die richtige Seite ist, und ob Sie ihre Vorderseite geschickt haben.',
    verified: 'Die Seite ist nicht leer.',
  }),
  'doc-quality/colourless': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? {
          problem: 'Ob das Dokument farbig ist, wurde nicht geprüft.',
          advice: 'Schicken Sie ein Bild in Farbe.',
        }
      : {
          problem: 'Das ist eine Schwarz-Weiß-Kopie.',
          advice: 'Fotografieren Sie das Original in Farbe.',
          verified: 'Das Bild ist farbig.',
        },
  'doc-quality/compressed': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? {
          problem: 'Wie stark das Bild komprimiert wurde, ist in dieser Größe nicht zu erkennen.',
          advice: NO_PRINT,
        }
      : {
          problem: 'Das Bild ist so stark komprimiert, dass Buchstaben beschädigt sind.',
          advice: 'Schicken Sie die Originaldatei statt einer aus dem Chat, in der besten Qualität.',
          verified: 'Die Komprimierung hat den Buchstaben nicht geschadet.',
        },
};
