import type { Connection } from 'mongoose';
import type { Access } from '../../commands/ports/accessPorts.ts';
import { createPasskeys } from './createPasskeys.ts';
import { createProviderLinks } from './createProviderLinks.ts';
import { createSignIns } from './createSignIns.ts';

/** What is kept of how people get in: requests, passkeys, identities of a provider. */
export function createAccess(connection: Connection): Pick<Access, 'signIns' | 'passkeys' | 'providerLinks'> {
  return {
    signIns: createSignIns(connection),
    passkeys: createPasskeys(connection),
    providerLinks: createProviderLinks(connection),
  };
}
