import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { Ids } from '../../ports/ports.ts';

const cipher = 'aes-256-gcm';
const [ivLength, tagLength] = [12, 16];

/** The key of secrets of subscribers, derived from the secret of sessions so that neither reveals the other. */
export function webhookKey(sessionSecret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', sessionSecret, '', 'made-in-ess webhooks', 32));
}

/** A new secret as the Standard Webhooks specification writes it: 256 bits. */
export function newWebhookSecret(ids: Pick<Ids, 'secret'>): string {
  return `whsec_${Buffer.from(ids.secret(), 'base64url').toString('base64')}`;
}

/** A secret as it is kept: encrypted, and bound to the subscription that it belongs to. */
export function sealSecret(key: Buffer, webhookId: string, secret: string, ids: Pick<Ids, 'secret'>): string {
  const iv = Buffer.from(ids.secret(), 'base64url').subarray(0, ivLength);
  const sealing = createCipheriv(cipher, key, iv).setAAD(Buffer.from(webhookId));
  const text = Buffer.concat([sealing.update(secret, 'utf8'), sealing.final()]);
  return Buffer.concat([iv, sealing.getAuthTag(), text]).toString('base64');
}

/** The secret that was sealed; null where the key is another one, as after a change of the secret of sessions. */
export function openSecret(key: Buffer, webhookId: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64');
  const [iv, tag] = [bytes.subarray(0, ivLength), bytes.subarray(ivLength, ivLength + tagLength)];
  try {
    const opening = createDecipheriv(cipher, key, iv, { authTagLength: tagLength })
      .setAAD(Buffer.from(webhookId))
      .setAuthTag(tag);
    return opening.update(bytes.subarray(ivLength + tagLength), undefined, 'utf8') + opening.final('utf8');
  } catch {
    return null;
  }
}
