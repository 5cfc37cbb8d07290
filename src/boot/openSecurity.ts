import type { Config } from '../config.ts';
import { eventLoggingStore } from '../storage/privacy/eventLoggingStore.ts';
import { createSecurityLog, securityDestination } from './createSecurityLog.ts';
import type { Storage } from './openStorage.ts';
import { sessionSecret } from './sessionSecret.ts';

/**
 * Opens the security log over a storage, with the store that tells it what became true: every program that changes people or keys
 * writes through it.
 */
export async function openSecurity(
  config: Pick<Config, 'sessionSecret' | 'dataDir' | 'securityLog'>,
  { store }: Pick<Storage, 'store'>,
  lost: (error: unknown) => void = () => {},
) {
  const secret = await sessionSecret(config.sessionSecret, config.dataDir);
  const security = createSecurityLog(secret, securityDestination(config.securityLog), lost);
  return { security, store: eventLoggingStore(store, security) };
}
