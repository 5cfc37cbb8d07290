import { holding } from '../holding.ts';
import { isLoopback } from '../isLoopback.ts';
import { productionFaults } from './productionFaults.ts';
import type { Variables } from './settings.ts';

/** What is wrong between settings that are right by themselves: one line each, with the name of the setting. */
export function settingFaults(v: Variables): string[] {
  const { MONGODB_URI, CLAMAV_SOCKET: socket, CLAMAV_HOST: host, CLAMAV_PORT: port } = v;
  return [
    ...(v.MODE === 'production' ? productionFaults(v) : developmentFaults(v)),
    ...partOfOidc(v),
    ...holding({
      // One of the two would hold nothing, and nobody could tell which.
      'EMBEDDED_DATABASE: must not be true together with MONGODB_URI':
        v.EMBEDDED_DATABASE === 'true' && MONGODB_URI !== undefined,
      // A scanner that was named by half, or twice, is not left out in silence.
      'CLAMAV_SOCKET: must not be set together with CLAMAV_HOST and CLAMAV_PORT':
        socket !== undefined && (host ?? port) !== undefined,
      'CLAMAV_HOST: must be set with CLAMAV_PORT': (socket ?? host) === undefined && port !== undefined,
      'BOUNCE_ADDRESS: must be set with BOUNCE_PORT':
        v.BOUNCE_ADDRESS === undefined && v.BOUNCE_PORT !== undefined,
      'LOG_QUORUM: must not be more than LOG_WITNESSES names': (v.LOG_QUORUM ?? 0) > v.LOG_WITNESSES.length,
      'BOUNCE_ADDRESS: goes with SMTP_URL': v.BOUNCE_ADDRESS !== undefined && v.SMTP_URL === undefined,
    }),
  ];
}

/** Development shows every sign-in code to whoever asks: nobody but this machine may ask. */
function developmentFaults({ HOST, PUBLIC_URL, SMTP_URL, MAIL_FROM, SERVICES, ...v }: Variables): string[] {
  const only = 'in development the service is for this machine alone: take localhost, or set MODE=production';
  return holding({
    [`HOST: ${only}`]: !isLoopback(HOST),
    [`PUBLIC_URL: ${only}`]: PUBLIC_URL !== undefined && !isLoopback(new URL(PUBLIC_URL).hostname),
    // A mail server may be missing, but one half of it is a mistake.
    'SMTP_URL: must be set with the other of the two': SMTP_URL === undefined && MAIL_FROM !== undefined,
    'MAIL_FROM: must be set with the other of the two': MAIL_FROM === undefined && SMTP_URL !== undefined,
    // Workers alone listen nowhere: what they print and write must be told the address.
    'PUBLIC_URL: must be set where SERVICES leaves the web out':
      !SERVICES.includes('web') && PUBLIC_URL === undefined,
    'MONGODB_URI: must be set where EMBEDDED_DATABASE is false':
      v.EMBEDDED_DATABASE === 'false' && v.MONGODB_URI === undefined,
  });
}

function partOfOidc(v: Variables): string[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = v;
  const all = Object.entries({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME });
  const missing = all.filter(([, value]) => value === undefined);
  const strong = (['OIDC_STRONG_ACR', 'OIDC_STRONG_AMR'] as const).filter((name) => v[name] !== undefined);
  if (missing.length === all.length) return strong.map((name) => `${name}: must be set with OIDC_ISSUER`);
  return missing.map(([name]) => `${name}: must be set with the other three of OIDC_…`);
}
