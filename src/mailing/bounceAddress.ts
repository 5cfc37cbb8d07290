import { createHmac, hkdfSync } from 'node:crypto';

/** The key of addresses for reports, derived from the secret of sessions so that neither reveals the other. */
export function bounceKey(sessionSecret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', sessionSecret, '', 'made-in-ess bounces', 32));
}

/** The address to which a mail server sends its report on a try; `base` is what the operator set, `name@host`. */
export function bounceAddress(base: string, key: Buffer, ref: string): string {
  const [name, host] = base.split('@');
  return `${name}+${ref}-${proofOf(key, ref)}@${host}`;
}

/** Eighty bits: the local part of an address holds 64 characters (RFC 5321, 4.5.3.1.1). */
function proofOf(key: Buffer, ref: string): string {
  return createHmac('sha256', key).update(ref).digest('hex').slice(0, 20);
}
