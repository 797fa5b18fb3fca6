import type { Locale, MessageFormat, PlainDate } from '@dossierkit/core';
import type { Channel } from '../channels.js';
import type { StopReason } from '../contact-case.js';

/** What people call the channels. Used after "by", "par", "per" and "عبر". */
export const channelWords: Readonly<Record<Locale, Readonly<Record<Channel, string>>>> = {
  en: {
    letter: 'letter',
    phone: 'phone',
    email: 'e-mail',
    sms: 'text message',
    chat: 'chat',
    messenger: 'messenger',
    portal: 'notice in the portal',
  },
  fr: {
    letter: 'courrier',
    phone: 'téléphone',
    email: 'e-mail',
    sms: 'SMS',
    chat: 'chat',
    messenger: 'messagerie',
    portal: 'avis dans l’espace client',
  },
  de: {
    letter: 'Brief',
    phone: 'Telefon',
    email: 'E-Mail',
    sms: 'SMS',
    chat: 'Chat',
    messenger: 'Messenger',
    portal: 'Hinweis im Portal',
  },
  ar: {
    letter: 'البريد',
    phone: 'الهاتف',
    email: 'البريد الإلكتروني',
    sms: 'الرسائل النصية',
    chat: 'الدردشة',
    messenger: 'تطبيق المراسلة',
    portal: 'إشعار في البوابة',
  },
};

/** Why a matter was closed for good, as a half sentence. */
export const stopWords: Readonly<Record<Locale, Readonly<Record<StopReason, string>>>> = {
  en: {
    insolvency: 'insolvency proceedings have begun',
    death: 'the customer has died',
    withdrawn: 'the request was withdrawn',
    'written-off': 'the claim was written off',
    represented: 'the customer is represented by someone else',
  },
  fr: {
    insolvency: 'une procédure d’insolvabilité est ouverte',
    death: 'le client est décédé',
    withdrawn: 'la demande a été retirée',
    'written-off': 'la créance a été abandonnée',
    represented: 'le client est représenté par un tiers',
  },
  de: {
    insolvency: 'ein Insolvenzverfahren läuft',
    death: 'die Kundin oder der Kunde ist verstorben',
    withdrawn: 'der Antrag wurde zurückgezogen',
    'written-off': 'die Forderung wurde ausgebucht',
    represented: 'jemand anderes vertritt die Kundin oder den Kunden',
  },
  ar: {
    insolvency: 'بدأت إجراءات الإعسار',
    death: 'توفي العميل',
    withdrawn: 'سُحب الطلب',
    'written-off': 'شُطبت المطالبة',
    represented: 'للعميل من يمثله',
  },
};

/** 5 March 2026, 09:00: a local date and time as the customer's clock shows them. */
export function localText(local: string, format: MessageFormat): string {
  const separator = format.locale === 'ar' ? '، ' : ', ';
  return `${format.date(local.slice(0, 10) as PlainDate)}${separator}${local.slice(11)}`;
}
