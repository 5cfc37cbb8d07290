import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Topic } from '../../items/letters.ts';

/** What a link lets its holder do: end one topic for one person, and nothing else. */
export interface WayOut {
  readonly personId: string;
  readonly topic: Topic;
}

/** The key of links out, made from the secret of sessions so that neither tells the other. */
export function unsubscribeKey(sessionSecret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', sessionSecret, '', 'made-in-ess unsubscribe', 32));
}

/** Path and query after the language, for a letter; it works without signing in and does not grow old. */
export function unsubscribeLink(key: Buffer, { personId, topic }: WayOut): string {
  const query = new URLSearchParams({ person: personId, topic, token: tokenOf(key, { personId, topic }) });
  return `/unsubscribe?${query}`;
}

/** Whether a token is the one that a letter to this person about this topic carried. */
export function isTokenOf(key: Buffer, wayOut: WayOut, token: string): boolean {
  const [sent, right] = [Buffer.from(token), Buffer.from(tokenOf(key, wayOut))];
  return sent.length === right.length && timingSafeEqual(sent, right);
}

function tokenOf(key: Buffer, { personId, topic }: WayOut): string {
  return createHmac('sha256', key).update(`${personId}\n${topic}`).digest('base64url');
}
