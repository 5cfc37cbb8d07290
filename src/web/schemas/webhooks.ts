import * as z from 'zod';
import { testType, webhookTypes } from '../../register/webhooks/webhookEvent.ts';
import { labelAnswer } from './label.ts';

/** What a subscriber is sent: how a label stands after something of it changed. */
export const webhookChange = z
  .object({ type: z.enum(webhookTypes), timestamp: z.iso.datetime(), cursor: z.string(), data: labelAnswer })
  .meta({ id: 'WebhookChange' });
export type WebhookChange = z.infer<typeof webhookChange>;

/** What a subscriber is sent to try a receiver. */
export const webhookTest = z
  .object({ type: z.literal(testType), timestamp: z.iso.datetime(), data: z.object({}) })
  .meta({ id: 'WebhookTest' });
export type WebhookTest = z.infer<typeof webhookTest>;
