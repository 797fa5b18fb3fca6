import { z } from 'zod';

/** The ways to reach a customer. `portal` is a notice on the upload or payment page itself. */
export const CHANNELS = ['letter', 'phone', 'email', 'sms', 'chat', 'messenger', 'portal'] as const;

/** A way to reach a customer. */
export type Channel = (typeof CHANNELS)[number];

export const channelSchema: z.ZodType<Channel> = z.enum(CHANNELS);
