import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** How long (ms) a wallet has from its nonce to its request. */
const lifeMs = 5 * 60_000;
const timeLength = 6;
const randomLength = 16;

/**
 * Nonces that this service knows again without keeping them: time, chance and a keyed digest of both. What is proved with one is
 * taken once all the same, because the access token is good for one credential of each kind.
 */
export function walletNonces(sessionSecret: string) {
  const key = Buffer.from(hkdfSync('sha256', sessionSecret, '', 'made-in-ess wallet nonces', 32));
  const seal = (said: Buffer) => createHmac('sha256', key).update(said).digest().subarray(0, 16);
  return {
    make: (now: Date): string => {
      const time = Buffer.alloc(timeLength);
      time.writeUIntBE(now.getTime() + lifeMs, 0, timeLength);
      const said = Buffer.concat([time, randomBytes(randomLength)]);
      return Buffer.concat([said, seal(said)]).toString('base64url');
    },
    isGood: (nonce: string, now: Date): boolean => {
      const bytes = Buffer.from(nonce, 'base64url');
      const said = bytes.subarray(0, timeLength + randomLength);
      const sealed = bytes.subarray(timeLength + randomLength);
      const own = seal(said);
      if (sealed.length !== own.length || !timingSafeEqual(sealed, own)) return false;
      return bytes.readUIntBE(0, timeLength) > now.getTime();
    },
  };
}

export type WalletNonces = ReturnType<typeof walletNonces>;
