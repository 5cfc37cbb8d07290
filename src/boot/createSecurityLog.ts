import { createHmac, hkdfSync } from 'node:crypto';
import pino, { type DestinationStream } from 'pino';
import type { SecurityLog } from '../commands/ports/securityPorts.ts';
import { schemeId } from '../profile/schemeFile.ts';
import { unfailing } from './unfailing.ts';

/**
 * Writes events as JSON lines of their own stream. Addresses of clients and mailboxes become keyed hashes: the same one has the
 * same hash, and nobody without the secret of the sessions finds out whose it is. A line that cannot be written, as on a disk that is
 * full, ends nothing that it tells of: `lost` gets the reason.
 */
export function createSecurityLog(
  secret: string,
  to: DestinationStream,
  lost: (error: unknown) => void = () => {},
): SecurityLog {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'made-in-ess security log', 32));
  const hashed = (kind: string, value: string | undefined) =>
    value === undefined
      ? undefined
      : createHmac('sha256', key).update(`${kind}\n${value}`).digest('base64url').slice(0, 22);
  const log = pino(
    {
      base: { log: 'security', scheme: schemeId },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    unfailing(to, lost),
  );
  return {
    note: ({ client, address, ...event }) => {
      const line = { ...event, client: hashed('client', client), address: hashed('address', address) };
      if (event.event.endsWith('.refused') || event.event === 'limit.reached') log.warn(line);
      else log.info(line);
    },
  };
}

/** Where the stream goes: standard output or error, or a file that only its owner reads; nowhere for `off`. */
export function securityDestination(place: string): DestinationStream {
  if (place === 'off') return { write: () => {} };
  const dest = { stdout: 1, stderr: 2 }[place] ?? place;
  return pino.destination({ dest, append: true, mkdir: true, mode: 0o600, sync: true });
}
