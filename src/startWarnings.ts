import type { Config } from './config.ts';

type Weighed = Pick<Config, 'mode' | 'clamav' | 'oidc' | 'requireStrongSignIn' | 'mongodbUri'>;

/** What production starts with although it should not stay so: one sentence each, for the log of every start. */
export function startWarnings(config: Weighed): string[] {
  if (config.mode !== 'production') return [];
  const { oidc, requireStrongSignIn, mongodbUri } = config;
  const nobodyStrong = oidc !== null && [...oidc.strong.acr, ...oidc.strong.amr].length === 0;
  return [
    ...(isUnscanned(config)
      ? ['No virus scanner is set: files from outside are kept unscanned. Set CLAMAV_HOST or CLAMAV_SOCKET.']
      : []),
    ...(nobodyStrong && requireStrongSignIn
      ? ['Roles of staff do not count after the identity provider. Set OIDC_STRONG_ACR or OIDC_STRONG_AMR.']
      : []),
    ...(mongodbUri === undefined
      ? ['The embedded database is out of support. Set MONGODB_URI to a maintained replica set.']
      : []),
  ];
}

/** Whether real files are kept without a look for viruses. */
export function isUnscanned({ mode, clamav }: Pick<Config, 'mode' | 'clamav'>): boolean {
  return mode === 'production' && clamav === null;
}
