import type { Locale } from '@dossierkit/core';

/** What the page itself says; what is wrong with a picture comes from the package's messages. */
export interface Texts {
  readonly title: string;
  readonly camera: string;
  readonly choose: string;
  readonly start: string;
  readonly holdStill: string;
  readonly captured: string;
  readonly good: string;
  readonly accepted: string;
  readonly review: string;
  readonly again: string;
  readonly unreadable: string;
}

export const TEXTS: Readonly<Record<Locale, Texts>> = {
  en: {
    title: 'Hand in your document',
    camera: 'Use the camera',
    choose: 'Choose a picture',
    start: 'Take a picture of the document, or choose one. It is checked here, before it leaves your device.',
    holdStill: 'Good. Hold still …',
    captured: 'Picture taken.',
    good: 'This picture is fine.',
    accepted: 'Received. Our check agrees: the picture can be used.',
    review: 'Received. Somebody will look at it; you do not have to do anything.',
    again: 'Please take the picture again.',
    unreadable: 'The file could not be read as a picture.',
  },
  fr: {
    title: 'Remettez votre document',
    camera: 'Utiliser l’appareil photo',
    choose: 'Choisir une image',
    start:
      'Photographiez le document ou choisissez une image. Elle est vérifiée ici, avant de quitter votre appareil.',
    holdStill: 'C’est bon. Ne bougez plus…',
    captured: 'Photo prise.',
    good: 'Cette image convient.',
    accepted: 'Bien reçue. Notre vérification le confirme : l’image est utilisable.',
    review: 'Bien reçue. Quelqu’un va la regarder ; vous n’avez rien à faire.',
    again: 'Veuillez reprendre la photo.',
    unreadable: 'Le fichier n’a pas pu être lu comme une image.',
  },
  de: {
    title: 'Dokument einreichen',
    camera: 'Kamera verwenden',
    choose: 'Bild auswählen',
    start:
      'Fotografieren Sie das Dokument oder wählen Sie ein Bild aus. Es wird hier geprüft, bevor es Ihr Gerät verlässt.',
    holdStill: 'Gut. Halten Sie still …',
    captured: 'Bild aufgenommen.',
    good: 'Dieses Bild ist in Ordnung.',
    accepted: 'Angekommen. Unsere Prüfung bestätigt: Das Bild ist brauchbar.',
    review: 'Angekommen. Jemand sieht es sich an; Sie müssen nichts tun.',
    again: 'Bitte nehmen Sie das Bild noch einmal auf.',
    unreadable: 'Die Datei ließ sich nicht als Bild lesen.',
  },
  ar: {
    title: 'سلّم مستندك',
    camera: 'استخدم الكاميرا',
    choose: 'اختر صورة',
    start: 'صوّر المستند أو اختر صورة. تُفحص الصورة هنا قبل أن تغادر جهازك.',
    holdStill: 'جيد. ثبّت الهاتف…',
    captured: 'التُقطت الصورة.',
    good: 'هذه الصورة جيدة.',
    accepted: 'وصلت الصورة، وفحصنا يؤكد أنها صالحة للاستخدام.',
    review: 'وصلت الصورة وسيطّلع عليها أحد الموظفين، ولا يلزمك فعل أي شيء.',
    again: 'يُرجى التقاط الصورة مرة أخرى.',
    unreadable: 'تعذّرت قراءة الملف كصورة.',
  },
};
