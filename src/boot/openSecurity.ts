import type { Store } from '../commands/ports/ports.ts';
import type { SecurityLog } from '../commands/ports/securityPorts.ts';
import type { Config } from '../config.ts';
import { tellingStore } from '../storage/privacy/tellingStore.ts';
import { createSecurityLog, securityDestination } from './createSecurityLog.ts';
import type { Storage } from './openStorage.ts';
import { sessionSecret } from './sessionSecret.ts';

/** The security log as configured, and the store that tells it what became true. */
export interface Security {
  readonly security: SecurityLog;
  readonly store: Store;
}

/** Opens the security log over a storage; every program that changes people or keys writes through this store. */
export async function openSecurity(
  config: Pick<Config, 'sessionSecret' | 'dataDir' | 'securityLog'>,
  { store }: Pick<Storage, 'store'>,
): Promise<Security> {
  const secret = await sessionSecret(config.sessionSecret, config.dataDir);
  const security = createSecurityLog(secret, securityDestination(config.securityLog));
  return { security, store: tellingStore(store, security) };
}
