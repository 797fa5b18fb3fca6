import { defineProduct, type Product } from '@dossierkit/dossier-state';
import {
  type Calendar,
  createCalendar,
  type DunningPolicy,
  defineDunningPolicy,
} from '@dossierkit/dunning-scheduler';
import { textsIn } from './texts/texts.js';

const label = (id: 'identity' | 'income-tax' | 'address' | 'bank-details') => ({
  en: textsIn('en').requirements[id],
  fr: textsIn('fr').requirements[id],
  de: textsIn('de').requirements[id],
  ar: textsIn('ar').requirements[id],
});

/** What a consumer credit asks for: plain data, so that a bank changes it without touching code. */
export const consumerCredit: Product = defineProduct({
  id: 'consumer-credit',
  version: '1',
  zone: 'Europe/Paris',
  requirements: [
    {
      id: 'identity',
      label: label('identity'),
      kinds: ['id-card-back', 'id-card-front', 'passport', 'residence-permit', 'fr-id-card-old'],
    },
    { id: 'income-tax', label: label('income-tax'), kinds: ['fr-tax-notice', 'de-tax-notice'] },
    {
      id: 'address',
      label: label('address'),
      kinds: [
        'fr-utility-bill',
        'de-utility-bill',
        'gb-utility-bill',
        'de-registration-certificate',
        'rent-receipt',
      ],
      validDays: 92,
    },
    { id: 'bank-details', label: label('bank-details'), kinds: ['fr-bank-details', 'de-bank-statement'] },
  ],
  limits: { collectDays: 45 },
});

/** When and how a customer is reminded of what is missing: friendly first, and never in somebody's free time. */
export const reminders: DunningPolicy = defineDunningPolicy({
  id: 'incomplete-dossier',
  version: '1',
  ladders: [
    {
      id: 'friendly',
      when: { kind: 'dossier' },
      steps: [
        { id: 'notice', days: 2, at: '10:00', channels: ['portal', 'email'], template: 'dossier-notice' },
        { id: 'reminder', days: 9, at: '10:00', channels: ['email', 'letter'], template: 'dossier-reminder' },
        { id: 'call', days: 20, at: '17:30', channels: ['phone'], template: 'dossier-call' },
        {
          id: 'last-days',
          from: 'deadline',
          days: -7,
          at: '10:00',
          channels: ['email', 'letter'],
          template: 'dossier-last-days',
        },
      ],
    },
  ],
  caps: [{ id: 'one-a-week', max: 1, days: 7 }],
});

/** Working hours and public holidays where the customer lives. */
export function customerCalendar(): Calendar {
  return createCalendar({ zone: 'Europe/Paris', country: 'FR', fromYear: 2024, toYear: 2032 });
}
