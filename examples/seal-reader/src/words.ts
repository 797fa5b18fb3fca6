import type { Locale } from '@dossierkit/core';

/** The example's own words; those about findings come from the package. */
export interface Words {
  readonly title: string;
  readonly choose: string;
  readonly seals: string;
  readonly noSeal: string;
  readonly field: string;
  readonly inSeal: string;
  readonly onPage: string;
  readonly notFound: string;
  readonly notSigned: string;
  readonly covers: string;
  readonly traces: string;
  readonly status: Readonly<Record<'verified' | 'refuted' | 'inconclusive' | 'unreadable', string>>;
}

export const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    title: 'Seals and traces',
    choose: 'Choose a document (PDF or picture)',
    seals: 'Digital seals',
    noSeal: 'No digital seal was found.',
    field: 'Field',
    inSeal: 'In the seal',
    onPage: 'On the page',
    notFound: 'not found in the text',
    notSigned: 'behind the signature: anybody could have written it',
    covers: 'The signature covers the fields in the seal. It does not cover the page around it.',
    traces: 'Traces of editing',
    status: {
      verified: 'verified',
      refuted: 'refuted',
      inconclusive: 'could not be verified',
      unreadable: 'cannot be read',
    },
  },
  fr: {
    title: 'Cachets et traces',
    choose: 'Choisissez un document (PDF ou image)',
    seals: 'Cachets électroniques visibles',
    noSeal: 'Aucun cachet n’a été trouvé.',
    field: 'Champ',
    inSeal: 'Dans le cachet',
    onPage: 'Sur la page',
    notFound: 'absent du texte',
    notSigned: 'après la signature : n’importe qui a pu l’écrire',
    covers: 'La signature couvre les champs du cachet. Elle ne couvre pas la page qui l’entoure.',
    traces: 'Traces de modification',
    status: {
      verified: 'vérifié',
      refuted: 'réfuté',
      inconclusive: 'n’a pas pu être vérifié',
      unreadable: 'illisible',
    },
  },
  de: {
    title: 'Siegel und Spuren',
    choose: 'Wählen Sie ein Dokument (PDF oder Bild)',
    seals: 'Digitale Siegel',
    noSeal: 'Es wurde kein digitales Siegel gefunden.',
    field: 'Feld',
    inSeal: 'Im Siegel',
    onPage: 'Auf der Seite',
    notFound: 'steht nicht im Text',
    notSigned: 'hinter der Signatur: das kann jeder geschrieben haben',
    covers: 'Die Signatur umfasst die Felder im Siegel. Die Seite darum umfasst sie nicht.',
    traces: 'Spuren von Bearbeitung',
    status: {
      verified: 'geprüft',
      refuted: 'widerlegt',
      inconclusive: 'nicht prüfbar',
      unreadable: 'nicht lesbar',
    },
  },
  ar: {
    title: 'الأختام والآثار',
    choose: 'اختر وثيقة (PDF أو صورة)',
    seals: 'الأختام الرقمية',
    noSeal: 'لم يُعثر على ختم رقمي.',
    field: 'الحقل',
    inSeal: 'في الختم',
    onPage: 'في الصفحة',
    notFound: 'غير موجود في النص',
    notSigned: 'بعد التوقيع، ويمكن لأي شخص أن يكون كتبه',
    covers: 'يشمل التوقيع حقول الختم، ولا يشمل الصفحة المحيطة به.',
    traces: 'آثار التعديل',
    status: {
      verified: 'تم التحقق منه',
      refuted: 'ثبت خطؤه',
      inconclusive: 'تعذر التحقق منه',
      unreadable: 'تعذرت قراءته',
    },
  },
};
