import { deflateSync } from 'node:zlib';
import type { JWTPayload } from 'jose';
import { statusListDays, statusListSize, type TokenStatusPaper } from '../../commands/ports/issuingPorts.ts';
import { tokenListAddress } from '../../register/wallet/walletAddresses.ts';

/** What two bits of an entry say (Token Status List, 7.1). */
const says = { invalid: 1, suspended: 2 } as const;
const bits = 2;
const perByte = 8 / bits;
/** How long (seconds) a reader may go on with what it has: as long as a cache may (src/web/api/issuer.ts). */
const ttl = 300;
const daySeconds = 86_400;

/**
 * The claims of a status list as a token (IETF Token Status List), whose entries are those of our status lists: one that is suspended says
 * so, any other that is revoked is invalid. The first entry is the lowest bits of the first byte.
 */
export function tokenStatusList({ list, revoked, suspended, at, publicUrl }: TokenStatusPaper): JWTPayload {
  const bytes = Buffer.alloc(statusListSize / perByte);
  const set = (indexes: readonly number[], value: number) => {
    for (const index of indexes) {
      const at = Math.floor(index / perByte);
      const shift = (index % perByte) * bits;
      bytes[at] = ((bytes[at] ?? 0) & ~(0b11 << shift)) | (value << shift);
    }
  };
  set(revoked, says.invalid);
  set(suspended, says.suspended);
  const issuedAt = Math.floor(Date.parse(at) / 1000);
  return {
    sub: tokenListAddress(publicUrl, list),
    iat: issuedAt,
    exp: issuedAt + statusListDays * daySeconds,
    ttl,
    status_list: { bits, lst: deflateSync(bytes, { level: 9 }).toString('base64url') },
  };
}
