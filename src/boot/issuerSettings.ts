import type { Config } from '../config.ts';
import type { IssuerSettings } from '../issuing/keys/issuerSettings.ts';

/** Where the issuer's keys lie, as the configuration says; they are made only in development. */
export function issuerSettings(config: Config, publicUrl: string): IssuerSettings {
  const { keysDir: folder, sealPassword, timestampUrl, mode, witnesses, quorum } = config;
  return { folder, publicUrl, make: mode === 'development', sealPassword, timestampUrl, witnesses, quorum };
}
