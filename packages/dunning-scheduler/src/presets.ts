import type { RuleSource } from '@dossierkit/core';
import type { Channel } from './channels.js';
import type { ChannelRule, ContactCap } from './policy.js';
import { hoursOn, WEEKDAYS, type WeeklyHours } from './weekly-hours.js';

/** What the law or an authority says about contacts in a country; spread it into a policy. */
export interface StatutoryPreset {
  readonly country: string;
  readonly channels: { readonly [C in Channel]?: Partial<ChannelRule> };
  readonly caps: readonly (Pick<ContactCap, 'id' | 'max' | 'days' | 'source'> & Partial<ContactCap>)[];
  /** What the preset rests on. Where the law has no fixed limit, the title says so, and the figures are only cautious. */
  readonly sources: readonly RuleSource[];
}

const every = (from: string, to: string): WeeklyHours => hoursOn(WEEKDAYS, from, to);
const workdays = WEEKDAYS.slice(0, 5);
const rule = (id: string, title: string, url: string, validFrom: string): RuleSource => ({
  id,
  title,
  url,
  validFrom,
});

const regF = (paragraph: string, title: string): RuleSource =>
  rule(
    `us/reg-f-${paragraph}`,
    `12 CFR § 1006.${paragraph}: ${title}`,
    `https://www.consumerfinance.gov/rules-policy/regulations/1006/${paragraph}/`,
    '2021-11-30',
  );
const regFTimes = regF('6', 'inconvenient times, before 8 a.m. and after 9 p.m. at the consumer’s place');
const regFCalls = regF('14', 'at most 7 calls in 7 days for a debt, none for 7 days after a conversation');

const uwg7 = rule(
  'de/uwg-7',
  'UWG § 7: e-mail, messenger and calls in advertising need consent; reminders of a contract do not advertise',
  'https://www.gesetze-im-internet.de/uwg_2004/__7.html',
  '2004-07-08',
);
const germanNights = rule(
  'de/no-fixed-limit',
  'BGB § 1004 with § 823: contacts must not harass; no fixed hours or number in law, so those here are a cautious choice',
  'https://www.gesetze-im-internet.de/bgb/__1004.html',
  '2002-01-01',
);
const frHours = rule(
  'fr/decret-2022-1313',
  'Décret 2022-1313 (Code de la consommation D. 223-9): advertising calls only Monday to Friday, 10–13 and 14–20 h; taken as a limit for reminders as well',
  'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069565',
  '2023-03-01',
);
const frHarassment = rule(
  'fr/penal-222-16',
  'Code pénal 222-16: calls repeated in order to disturb; no fixed number, so the hours here are a cautious choice',
  'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070719',
  '2014-08-06',
);
const atTkg = rule(
  'at/tkg-174',
  'TKG 2021 § 174: advertising calls and messages need consent; no fixed hours or number for reminders, so those here are a cautious choice',
  'https://www.ris.bka.gv.at/NormDokument.wxe?Abfrage=Bundesnormen&Gesetzesnummer=20011678&Paragraf=174',
  '2021-11-01',
);
const chUwg = rule(
  'ch/uwg-3',
  'UWG Art. 3 (1) o, u: mass advertising needs consent, a star entry excludes it; no fixed hours or number for reminders, so those here are a cautious choice',
  'https://www.fedlex.admin.ch/eli/cc/1988/223_223_223/de#art_3',
  '2021-01-01',
);
const conc7 = rule(
  'uk/conc-7-9',
  'FCA Handbook CONC 7.9: no contact at unreasonable times or intervals; no fixed hours or number, so those here are a cautious choice',
  'https://www.handbook.fca.org.uk/handbook/CONC/7/9.html',
  '2014-04-01',
);

/** Limits on contacts by country, with what they rest on. They are a start for your own counsel, not advice. */
export const statutoryPresets: {
  readonly [Country in 'DE' | 'FR' | 'AT' | 'CH' | 'UK' | 'US']: StatutoryPreset;
} = {
  DE: {
    country: 'DE',
    channels: {
      phone: { hours: hoursOn(WEEKDAYS.slice(0, 6), '08:00', '19:59'), source: germanNights },
      sms: { hours: every('08:00', '19:59'), source: germanNights },
      messenger: { needs: 'consent', source: uwg7 },
    },
    caps: [{ id: 'de-calls', channels: ['phone'], max: 2, days: 7, source: germanNights }],
    sources: [uwg7, germanNights],
  },
  FR: {
    country: 'FR',
    channels: {
      phone: {
        hours: Object.fromEntries(
          workdays.map((day) => [
            day,
            [
              ['10:00', '12:59'],
              ['14:00', '19:59'],
            ],
          ]),
        ),
        source: frHours,
      },
      sms: { hours: hoursOn(WEEKDAYS.slice(0, 6), '08:00', '19:59'), source: frHarassment },
      messenger: { needs: 'consent', source: frHarassment },
    },
    caps: [{ id: 'fr-calls', channels: ['phone'], max: 4, days: 30, source: frHours }],
    sources: [frHours, frHarassment],
  },
  AT: {
    country: 'AT',
    channels: {
      phone: { hours: hoursOn(WEEKDAYS.slice(0, 6), '08:00', '19:59'), source: atTkg },
      messenger: { needs: 'consent', source: atTkg },
    },
    caps: [{ id: 'at-calls', channels: ['phone'], max: 2, days: 7, source: atTkg }],
    sources: [atTkg],
  },
  CH: {
    country: 'CH',
    channels: {
      phone: { hours: hoursOn(WEEKDAYS.slice(0, 6), '08:00', '19:59'), source: chUwg },
      messenger: { needs: 'consent', source: chUwg },
    },
    caps: [{ id: 'ch-calls', channels: ['phone'], max: 2, days: 7, source: chUwg }],
    sources: [chUwg],
  },
  UK: {
    country: 'UK',
    channels: {
      phone: {
        hours: { ...hoursOn(WEEKDAYS.slice(0, 6), '08:00', '20:59'), sun: [['09:00', '18:59']] },
        source: conc7,
      },
      sms: {
        hours: { ...hoursOn(WEEKDAYS.slice(0, 6), '08:00', '20:59'), sun: [['09:00', '18:59']] },
        source: conc7,
      },
    },
    caps: [{ id: 'uk-calls', channels: ['phone'], max: 3, days: 7, source: conc7 }],
    sources: [conc7],
  },
  US: {
    country: 'US',
    // The last minute is 20:59: at 21:00:30 it would be after nine.
    channels: {
      phone: { hours: every('08:00', '20:59'), quietDaysAfterConversation: 7, source: regFCalls },
      sms: { hours: every('08:00', '20:59'), source: regFTimes },
      email: { hours: every('08:00', '20:59'), source: regFTimes },
      chat: { hours: every('08:00', '20:59'), source: regFTimes },
      messenger: { hours: every('08:00', '20:59'), needs: 'consent', source: regFTimes },
    },
    caps: [{ id: 'us-reg-f-calls', channels: ['phone'], per: 'case', max: 7, days: 7, source: regFCalls }],
    sources: [regFTimes, regFCalls],
  },
};
