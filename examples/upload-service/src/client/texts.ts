/** What the page itself says; everything about documents comes from the server in the same language. */
export interface Texts {
  readonly title: string;
  readonly intro: string;
  readonly language: string;
  readonly choose: string;
  readonly camera: string;
  readonly drop: string;
  readonly again: string;
  readonly sending: string;
  /** Beside a file that waits for the connection. */
  readonly waiting: string;
  /** Once for the whole page. */
  readonly lost: string;
  readonly tooLarge: string;
  readonly tooMany: string;
  readonly notTaken: string;
  readonly progress: (met: string, asked: string) => string;
  readonly status: Readonly<Record<string, string>>;
  readonly steps: Readonly<Record<string, string>>;
}

export type Language = 'en' | 'fr' | 'de' | 'ar';

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    title: 'Your documents',
    intro: 'Send them one by one, from any device. You can close this page at any time and go on later.',
    language: 'Language',
    choose: 'Choose a file',
    camera: 'Take a photo',
    drop: 'or drop it here',
    again: 'Send another one',
    sending: 'Sending',
    waiting: 'No connection',
    lost: 'No connection at the moment. We go on by ourselves as soon as it is back.',
    tooLarge: 'This file is too large. Please send one of up to 20 MB.',
    tooMany: 'That is a lot of files at once. Please wait a little and try again.',
    notTaken: 'This file was not taken. Please try again.',
    progress: (met, asked) => `${met} of ${asked} complete`,
    status: {
      ...{ asked: 'Still needed', later: 'Later', arriving: 'Sending', checking: 'Checking' },
      ...{ 'to-redo': 'Please send again', 'in-review': 'With one of us', accepted: 'Done' },
    },
    steps: {
      ...{ waiting: 'In the queue', open: 'Opening the file', quality: 'Looking at the picture' },
      ...{
        zone: 'Reading the machine-readable lines',
        seal: 'Verifying the seal',
        traces: 'Looking at the file',
      },
      ...{ kind: 'Reading the document', agreement: 'Comparing', registers: 'Asking registers' },
    },
  },
  fr: {
    title: 'Vos documents',
    intro:
      'Envoyez-les un par un, depuis n’importe quel appareil. Vous pouvez fermer cette page à tout moment et reprendre plus tard.',
    language: 'Langue',
    choose: 'Choisir un fichier',
    camera: 'Prendre une photo',
    drop: 'ou déposez-le ici',
    again: 'En envoyer un autre',
    sending: 'Envoi',
    waiting: 'Pas de connexion',
    lost: 'Pas de connexion pour le moment. Nous reprendrons tout seuls dès son retour.',
    tooLarge: 'Ce fichier est trop lourd. Envoyez-en un de 20 Mo au plus.',
    tooMany: 'Cela fait beaucoup de fichiers d’un coup. Patientez un peu, puis réessayez.',
    notTaken: 'Ce fichier n’a pas été pris. Veuillez réessayer.',
    progress: (met, asked) => `${met} sur ${asked} en ordre`,
    status: {
      ...{ asked: 'À envoyer', later: 'Plus tard', arriving: 'Envoi', checking: 'Vérification' },
      ...{ 'to-redo': 'À renvoyer', 'in-review': 'Un conseiller regarde', accepted: 'C’est bon' },
    },
    steps: {
      ...{ waiting: 'En file d’attente', open: 'Ouverture du fichier', quality: 'Examen de l’image' },
      ...{ zone: 'Lecture de la bande MRZ', seal: 'Vérification du cachet', traces: 'Examen du fichier' },
      ...{ kind: 'Lecture du document', agreement: 'Comparaison', registers: 'Consultation des registres' },
    },
  },
  de: {
    title: 'Ihre Unterlagen',
    intro:
      'Schicken Sie sie einzeln, von welchem Gerät Sie möchten. Sie können diese Seite jederzeit schließen und später weitermachen.',
    language: 'Sprache',
    choose: 'Datei auswählen',
    camera: 'Foto aufnehmen',
    drop: 'oder hierher ziehen',
    again: 'Weitere schicken',
    sending: 'Wird gesendet',
    waiting: 'Keine Verbindung',
    lost: 'Im Moment keine Verbindung. Es geht von selbst weiter, sobald sie zurück ist.',
    tooLarge: 'Diese Datei ist zu groß. Bitte schicken Sie eine mit höchstens 20 MB.',
    tooMany:
      'Das sind sehr viele Dateien auf einmal. Bitte warten Sie ein wenig und versuchen Sie es noch einmal.',
    notTaken: 'Diese Datei wurde nicht angenommen. Bitte versuchen Sie es noch einmal.',
    progress: (met, asked) => `${met} von ${asked} vollständig`,
    status: {
      ...{ asked: 'Fehlt noch', later: 'Später', arriving: 'Wird gesendet', checking: 'Wird geprüft' },
      ...{ 'to-redo': 'Bitte neu schicken', 'in-review': 'Wir schauen es uns an', accepted: 'Erledigt' },
    },
    steps: {
      ...{ waiting: 'In der Warteschlange', open: 'Datei wird geöffnet', quality: 'Bild wird geprüft' },
      ...{ zone: 'Maschinenlesbare Zeilen', seal: 'Siegel wird geprüft', traces: 'Datei wird untersucht' },
      ...{
        kind: 'Dokument wird gelesen',
        agreement: 'Wird verglichen',
        registers: 'Register werden gefragt',
      },
    },
  },
  ar: {
    title: 'وثائقك',
    intro: 'أرسلها واحدة تلو الأخرى من أي جهاز. يمكنك إغلاق هذه الصفحة متى شئت والمتابعة لاحقًا.',
    language: 'اللغة',
    choose: 'اختيار ملف',
    camera: 'التقاط صورة',
    drop: 'أو أفلته هنا',
    again: 'إرسال ملف آخر',
    sending: 'جارٍ الإرسال',
    waiting: 'لا يوجد اتصال',
    lost: 'لا يوجد اتصال حاليًا. سنتابع تلقائيًا فور عودته.',
    tooLarge: 'هذا الملف كبير جدًا. يرجى إرسال ملف لا يتجاوز 20 ميغابايت.',
    tooMany: 'هذا عدد كبير من الملفات دفعة واحدة. يرجى الانتظار قليلًا ثم المحاولة مجددًا.',
    notTaken: 'لم يُقبل هذا الملف. يرجى المحاولة مرة أخرى.',
    progress: (met, asked) => `اكتمل ${met} من ${asked}`,
    status: {
      ...{ asked: 'مطلوب', later: 'لاحقًا', arriving: 'جارٍ الإرسال', checking: 'قيد الفحص' },
      ...{ 'to-redo': 'يرجى إعادة الإرسال', 'in-review': 'لدى أحد موظفينا', accepted: 'تم' },
    },
    steps: {
      ...{ waiting: 'في الانتظار', open: 'فتح الملف', quality: 'فحص الصورة' },
      ...{ zone: 'قراءة الأسطر الآلية', seal: 'التحقق من الختم', traces: 'فحص الملف' },
      ...{ kind: 'قراءة الوثيقة', agreement: 'المقارنة', registers: 'سؤال السجلات' },
    },
  },
};
