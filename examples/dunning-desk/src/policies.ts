import { type DunningPolicy, defineDunningPolicy, statutoryPresets } from '@dossierkit/dunning-scheduler';

const { channels, caps } = statutoryPresets.DE;

/** Early, friendly, and over the channel the customer likes; a call before the last letter. */
export const friendly: DunningPolicy = defineDunningPolicy({
  id: 'friendly',
  version: '1',
  channels,
  caps: [...caps, { id: 'weekly', max: 2, days: 7 }],
  ladders: [
    {
      id: 'dossiers',
      when: { kind: 'dossier' },
      steps: [
        { id: 'nudge', days: 2, channels: ['sms', 'email', 'phone'], template: 'what-is-missing' },
        { id: 'reminder', days: 7, channels: ['email', 'sms', 'letter'], template: 'how-to-finish' },
        { id: 'call', days: 12, channels: ['phone'], template: 'call', optional: true },
        { id: 'last-call', days: 20, channels: ['letter', 'email'], template: 'last-call', deadlineDays: 14 },
      ],
    },
    {
      id: 'claims',
      steps: [
        {
          id: 'before-due',
          days: -3,
          channels: ['email', 'sms'],
          template: 'due-soon',
          optional: true,
          lapseDays: 3,
        },
        { id: 'nudge', days: 3, channels: ['sms', 'email'], template: 'forgotten', optional: true },
        { id: 'reminder', days: 10, channels: ['email', 'letter'], template: 'reminder', deadlineDays: 10 },
        { id: 'call', days: 24, channels: ['phone'], template: 'call', optional: true },
        {
          id: 'warning',
          days: 30,
          kind: 'warning',
          channels: ['letter', 'email'],
          template: 'warning',
          deadlineDays: 14,
        },
        {
          id: 'collection',
          days: 50,
          kind: 'measure',
          graceDays: 14,
          channels: ['letter', 'email'],
          template: 'handover',
        },
      ],
    },
  ],
});

/** Letters only, late, as many houses still do it. */
export const lettersOnly: DunningPolicy = defineDunningPolicy({
  id: 'letters only',
  version: '1',
  channels,
  caps,
  ladders: [
    {
      id: 'all',
      steps: [
        { id: 'reminder', days: 30, channels: ['letter', 'email'], template: 'reminder' },
        { id: 'second', days: 60, channels: ['letter', 'email'], template: 'second-reminder' },
        { id: 'third', days: 85, channels: ['letter', 'email'], template: 'third-reminder' },
      ],
    },
  ],
});
