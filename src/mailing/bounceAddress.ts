import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** The key of addresses for reports, derived from the secret of sessions so that neither reveals the other. */
export function bounceKey(sessionSecret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', sessionSecret, '', 'made-in-ess bounces', 32));
}

/** A variable envelope return path: its local part names a try to send a letter, and proves that the service wrote it. */
const written = /^([^@+]{1,20})\+([0-9a-z]{1,26})-([0-9a-f]{20})@([^@]+)$/;

/** The address to which a mail server sends its report on a try; `base` is what the operator set, `name@host`. */
export function bounceAddress(base: string, key: Buffer, ref: string): string {
  const [name, host] = base.split('@');
  return `${name}+${ref}-${proofOf(key, ref)}@${host}`;
}

/** The try that such an address names; null for any other address, whoever made it up. Servers on the way may have changed its case. */
export function refIn(address: string, base: string, key: Buffer): string | null {
  const [, name, ref, proof, host] = written.exec(address.toLowerCase()) ?? [];
  if (ref === undefined || proof === undefined) return null;
  const isProof = timingSafeEqual(Buffer.from(proof), Buffer.from(proofOf(key, ref)));
  return isProof && `${name}@${host}` === base.toLowerCase() ? ref : null;
}

/** Eighty bits: the local part of an address holds 64 characters (RFC 5321, 4.5.3.1.1). */
function proofOf(key: Buffer, ref: string): string {
  return createHmac('sha256', key).update(ref).digest('hex').slice(0, 20);
}
