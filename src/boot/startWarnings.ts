import type { Config } from '../config.ts';
import { holding } from '../holding.ts';
import { isLoopback } from '../isLoopback.ts';

type Weighed = Pick<
  Config,
  'mode' | 'clamav' | 'oidc' | 'requireStrongSignIn' | 'mongodbUri' | 'timestampUrl' | 'misspelt'
> & { readonly witnesses: readonly unknown[] };

/** What a start goes on with although it should not stay so, most of it in production alone: one sentence each, for its log. */
export function startWarnings(config: Weighed): readonly string[] {
  if (config.mode !== 'production') return config.misspelt;
  const { oidc, requireStrongSignIn, mongodbUri, timestampUrl, witnesses } = config;
  const nobodyStrong = oidc !== null && [...oidc.strong.acr, ...oidc.strong.amr].length === 0;
  const others = holding({
    'No virus scanner is set: files from outside are kept unscanned. Set CLAMAV_HOST or CLAMAV_SOCKET.':
      isUnscanned(config),
    'Roles of staff do not count after the identity provider. Set OIDC_STRONG_ACR or OIDC_STRONG_AMR.':
      nobodyStrong && requireStrongSignIn,
    'No time-stamping authority is set: once the certificate of the seal expires, other programs call certificates unproven. Set TIMESTAMP_URL.':
      timestampUrl === undefined,
    'No witness of the public log is set: nothing shows that everybody sees the same log. Set LOG_WITNESSES.':
      witnesses.length === 0,
    'The embedded database is out of support. Set MONGODB_URI to a maintained replica set.':
      mongodbUri === undefined,
    'What goes to the database and comes from it is not encrypted. Add tls=true to MONGODB_URI.':
      mongodbUri !== undefined && !isSafeDatabase(mongodbUri),
  });
  return [...config.misspelt, ...others];
}

/** Whether real files are kept without a look for viruses. */
export function isUnscanned({ mode, clamav }: Pick<Config, 'mode' | 'clamav'>): boolean {
  return mode === 'production' && clamav === null;
}

/** Encrypted, which `mongodb+srv:` is unless it says otherwise, or on this machine itself. The driver's addresses may name several hosts. */
function isSafeDatabase(uri: string): boolean {
  const [, scheme, hosts = '', options = ''] =
    /^([^:]+):\/\/(?:[^@/?]*@)?([^/?]*)\/?[^?]*\??(.*)$/.exec(uri) ?? [];
  const given = new URLSearchParams(options);
  const tls = given.get('tls') ?? given.get('ssl') ?? String(scheme === 'mongodb+srv');
  return tls === 'true' || hosts.split(',').every((host) => isLoopback(host.replace(/:\d+$/, '')));
}
