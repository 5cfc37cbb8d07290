import { publicWords } from '../publicStatus.ts';

/** What a subscriber can be told of a label: how it stands after something of its public entry changed. */
export const webhookTypes = publicWords.map((word) => `label.${word}` as const);
export type WebhookType = (typeof webhookTypes)[number];

/** What a subscriber is sent once when an administrator asks for it. */
export const testType = 'webhook.test';
