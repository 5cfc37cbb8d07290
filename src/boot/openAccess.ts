import type { Access } from '../commands/ports/accessPorts.ts';
import type { Config } from '../config.ts';
import { createCeremony } from '../identity/createCeremony.ts';
import { createCodeHasher } from '../identity/createCodeHasher.ts';
import { createProvider } from '../identity/createProvider.ts';
import type { Storage } from './openStorage.ts';

/** Everything that lets people in, as the configuration says. */
export function openAccess({ oidc }: Config, { access }: Storage, publicUrl: string): Access {
  return {
    ...access,
    codes: createCodeHasher(),
    ceremony: createCeremony(publicUrl),
    provider: oidc && createProvider(oidc, publicUrl),
  };
}
