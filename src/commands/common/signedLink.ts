import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** The key of links that work without signing in, derived from the secret of sessions so that neither reveals the other. */
export function linkKey(sessionSecret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', sessionSecret, '', 'made-in-ess unsubscribe', 32));
}

/** The proof that the service wrote a link which says these things, in this order. */
export function tokenOf(key: Buffer, said: readonly string[]): string {
  return createHmac('sha256', key).update(said.join('\n')).digest('base64url');
}

/** Whether a token is that proof. */
export function isTokenOf(key: Buffer, said: readonly string[], token: string): boolean {
  const [sent, right] = [Buffer.from(token), Buffer.from(tokenOf(key, said))];
  return sent.length === right.length && timingSafeEqual(sent, right);
}
