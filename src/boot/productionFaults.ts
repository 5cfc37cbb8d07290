import { holding } from '../holding.ts';
import { isLoopback } from '../isLoopback.ts';
import { isGuessable } from './isGuessable.ts';
import type { Variables } from './settings.ts';

/** Characters of each secret that must not follow from those before them. */
const unforeseen = { SESSION_SECRET: 24, SEAL_PASSWORD: 12, OIDC_CLIENT_SECRET: 12, SCIM_TOKEN: 24 } as const;

/** What production does not start with: one sentence for each setting, which says what to do. */
export function productionFaults(v: Variables): string[] {
  const { SESSION_SECRET, PUBLIC_URL, SMTP_URL, MAIL_FROM } = v;
  const missing = Object.entries({ SESSION_SECRET, PUBLIC_URL, SMTP_URL, MAIL_FROM })
    .filter(([, value]) => value === undefined)
    .map(([name]) => `${name}: must be set when MODE is production`);
  const guessable = (Object.keys(unforeseen) as (keyof typeof unforeseen)[])
    .filter((name) => v[name] !== undefined && isGuessable(v[name], unforeseen[name]))
    .map((name) => `${name}: can be guessed; take a random one, as openssl rand -base64 32 prints`);
  const others = holding({
    'PUBLIC_URL: must begin with https:// in production': PUBLIC_URL?.startsWith('http:') === true,
    'SMTP_URL: e-mails would leave unencrypted; take smtps://, or smtp:// with ?requireTLS=true':
      SMTP_URL !== undefined && !isSafeMail(new URL(SMTP_URL)),
    // The server that this program brings along is out of support: who takes it for real labels must say so.
    'MONGODB_URI: must name a maintained replica set when MODE is production (or set EMBEDDED_DATABASE=true, see docs/operation.md)':
      v.MONGODB_URI === undefined && v.EMBEDDED_DATABASE !== 'true',
    'FIRST_SPECIMENS: must be 0 or not set in production: specimens do not belong among real labels':
      (v.FIRST_SPECIMENS ?? 0) !== 0,
  });
  return [...missing, ...guessable, ...others];
}

/** Encrypted to a server whose certificate is checked; to this machine itself, anything goes. */
function isSafeMail({ protocol, hostname, searchParams }: URL): boolean {
  if (isLoopback(hostname)) return true;
  const weakened = ['ignoreTLS', 'secure', 'tls.rejectUnauthorized'].some((name) => searchParams.has(name));
  return !weakened && (protocol === 'smtps:' || searchParams.get('requireTLS') === 'true');
}
