import { createMessageFormat, type Locale, type Money, type PlainDate } from '@dossierkit/core';
import type { Channel } from '../channels.js';
import { channelWords } from './words.js';

interface TalkWords {
  readonly identify: string;
  readonly claim: (outstanding: Money, due: PlainDate) => string;
  readonly dossier: (missing: readonly string[]) => string;
  readonly address: (channels: readonly Channel[]) => string;
  readonly askPayment: string;
  readonly askHelp: string;
}

const channels = (locale: Locale, names: readonly Channel[]): string =>
  createMessageFormat(locale).list(
    names.map((name) => channelWords[locale][name]),
    'or',
  );

const money = (locale: Locale, amount: Money): string => createMessageFormat(locale).money(amount);
const date = (locale: Locale, day: PlainDate): string => createMessageFormat(locale).date(day);
const list = (locale: Locale, items: readonly string[]): string => createMessageFormat(locale).list(items);

/** What a person who calls a customer should say and ask. */
export const talkWords: Readonly<Record<Locale, TalkWords>> = {
  en: {
    identify: 'Make sure you are speaking to the customer before you say what it is about.',
    claim: (amount, due) => `${money('en', amount)} are open since ${date('en', due)}.`,
    dossier: (missing) => `Still missing: ${list('en', missing)}.`,
    address: (names) =>
      `Our messages by ${channels('en', names)} had no answer: ask whether the address is right.`,
    askPayment: 'Ask what stands in the way, and offer a date or instalments.',
    askHelp: 'Ask what was difficult, and offer to help with the upload.',
  },
  fr: {
    identify: 'Assurez-vous de parler au client avant de dire de quoi il s’agit.',
    claim: (amount, due) => `${money('fr', amount)} sont dus depuis le ${date('fr', due)}.`,
    dossier: (missing) => `Il manque encore : ${list('fr', missing)}.`,
    address: (names) =>
      `Nos messages par ${channels('fr', names)} sont restés sans réponse : vérifiez les coordonnées.`,
    askPayment: 'Demandez ce qui bloque, et proposez une date ou un échelonnement.',
    askHelp: 'Demandez ce qui a posé problème, et proposez votre aide pour l’envoi.',
  },
  de: {
    identify: 'Vergewissern Sie sich, mit wem Sie sprechen, bevor Sie sagen, worum es geht.',
    claim: (amount, due) => `${money('de', amount)} sind seit dem ${date('de', due)} offen.`,
    dossier: (missing) => `Es fehlt noch: ${list('de', missing)}.`,
    address: (names) =>
      `Auf Nachrichten per ${channels('de', names)} kam keine Antwort: Stimmen die Kontaktdaten?`,
    askPayment: 'Fragen Sie, woran es liegt, und bieten Sie einen Termin oder Raten an.',
    askHelp: 'Fragen Sie, was schwierig war, und bieten Sie Hilfe beim Hochladen an.',
  },
  ar: {
    identify: 'تأكد من هوية من تتحدث إليه قبل أن تذكر موضوع الاتصال.',
    claim: (amount, due) => `المبلغ ${money('ar', amount)} مستحق منذ ${date('ar', due)}.`,
    dossier: (missing) => `ما زال ينقص: ${list('ar', missing)}.`,
    address: (names) => `لم نتلق ردًا على رسائلنا عبر ${channels('ar', names)}: اسأل عن صحة بيانات الاتصال.`,
    askPayment: 'اسأل عما يعيق السداد، واعرض موعدًا أو تقسيطًا.',
    askHelp: 'اسأل عما كان صعبًا، واعرض المساعدة في الرفع.',
  },
};
