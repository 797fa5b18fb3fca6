import type { Locale, Verdict } from '@dossierkit/core';
import type { AuditRange } from '../check-bundle.js';

/** What the page says around the entries. */
export interface TimelineWords {
  readonly title: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly protections: Readonly<Record<AuditRange['protection'], string>>;
  readonly checkedOn: string;
  readonly exportedOn: string;
  readonly seenOn: string;
  readonly erased: string;
  readonly unreadable: string;
}

/** By language of the page. */
export const WORDS: Readonly<Record<Locale, TimelineWords>> = {
  en: {
    title: 'Audit trail',
    verdicts: {
      accept: 'Nothing was changed',
      review: 'Please look at this',
      reject: 'This cannot be relied on',
    },
    protections: {
      anchored: 'confirmed by an outside witness',
      signed: 'under a signed checkpoint',
      unanchored: 'not under a checkpoint yet',
      broken: 'not what was recorded',
    },
    checkedOn: 'Checked',
    exportedOn: 'Exported',
    seenOn: 'seen by the witness',
    erased: 'erased, or its key was not disclosed',
    unreadable: 'not what was recorded',
  },
  fr: {
    title: 'Piste d’audit',
    verdicts: {
      accept: 'Rien n’a été modifié',
      review: 'À examiner',
      reject: 'On ne peut pas s’y fier',
    },
    protections: {
      anchored: 'confirmé par un témoin extérieur',
      signed: 'sous un point de contrôle signé',
      unanchored: 'pas encore sous un point de contrôle',
      broken: 'pas ce qui a été enregistré',
    },
    checkedOn: 'Contrôlé',
    exportedOn: 'Exporté',
    seenOn: 'vu par le témoin',
    erased: 'effacé, ou clé non communiquée',
    unreadable: 'pas ce qui a été enregistré',
  },
  de: {
    title: 'Prüfpfad',
    verdicts: {
      accept: 'Nichts wurde verändert',
      review: 'Bitte ansehen',
      reject: 'Darauf ist kein Verlass',
    },
    protections: {
      anchored: 'von einem Zeugen außer Haus bestätigt',
      signed: 'unter einem signierten Prüfpunkt',
      unanchored: 'noch unter keinem Prüfpunkt',
      broken: 'nicht, was aufgezeichnet wurde',
    },
    checkedOn: 'Geprüft',
    exportedOn: 'Exportiert',
    seenOn: 'vom Zeugen gesehen',
    erased: 'gelöscht, oder Schlüssel nicht offengelegt',
    unreadable: 'nicht, was aufgezeichnet wurde',
  },
  ar: {
    title: 'سجل التدقيق',
    verdicts: {
      accept: 'لم يُغيَّر شيء',
      review: 'يُرجى النظر في الأمر',
      reject: 'لا يمكن الاعتماد عليه',
    },
    protections: {
      anchored: 'أكّده شاهد خارجي',
      signed: 'تحت نقطة تحقق موقّعة',
      unanchored: 'ليس تحت نقطة تحقق بعد',
      broken: 'ليس ما سُجِّل',
    },
    checkedOn: 'تاريخ التحقق',
    exportedOn: 'تاريخ التصدير',
    seenOn: 'رآه الشاهد في',
    erased: 'مُحي، أو لم يُكشف عن مفتاحه',
    unreadable: 'ليس ما سُجِّل',
  },
};
