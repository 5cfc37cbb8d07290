import { isLoopback } from '../isLoopback.ts';
import { productionFaults } from './productionFaults.ts';
import type { Variables } from './settings.ts';

/** What is wrong between settings that are right by themselves: one line each, with the name of the setting. */
export function settingFaults(v: Variables): string[] {
  return [
    ...productionFaults(v),
    ...reachable(v),
    ...halfOfMail(v),
    ...unaddressed(v),
    ...twoDatabases(v),
    ...partOfOidc(v),
    ...twoOfClamav(v),
  ];
}

/** Development shows every sign-in code to whoever asks: nobody but this machine may ask. */
function reachable({ MODE, HOST, PUBLIC_URL }: Variables): string[] {
  if (MODE === 'production') return [];
  const only = 'in development the service is for this machine alone: take localhost, or set MODE=production';
  const isPublic = PUBLIC_URL !== undefined && !isLoopback(new URL(PUBLIC_URL).hostname);
  return [...(isLoopback(HOST) ? [] : [`  HOST: ${only}`]), ...(isPublic ? [`  PUBLIC_URL: ${only}`] : [])];
}

/** In development a mail server may be missing, but one half of it is a mistake. */
function halfOfMail(v: Variables): string[] {
  if (v.MODE === 'production' || (v.SMTP_URL === undefined) === (v.MAIL_FROM === undefined)) return [];
  return [`  ${v.SMTP_URL === undefined ? 'SMTP_URL' : 'MAIL_FROM'}: must be set with the other of the two`];
}

/** Workers alone listen nowhere: what they print and write must be told the address. */
function unaddressed(v: Variables): string[] {
  if (v.MODE === 'production' || v.SERVICES.includes('web') || v.PUBLIC_URL !== undefined) return [];
  return ['  PUBLIC_URL: must be set where SERVICES leaves the web out'];
}

/** One of the two would hold nothing, and nobody could tell which. */
function twoDatabases({ MODE, MONGODB_URI, EMBEDDED_DATABASE }: Variables): string[] {
  if (EMBEDDED_DATABASE === 'true' && MONGODB_URI !== undefined) {
    return ['  EMBEDDED_DATABASE: must not be true together with MONGODB_URI'];
  }
  const none = MODE !== 'production' && EMBEDDED_DATABASE === 'false' && MONGODB_URI === undefined;
  return none ? ['  MONGODB_URI: must be set where EMBEDDED_DATABASE is false'] : [];
}

function partOfOidc(v: Variables): string[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = v;
  const all = Object.entries({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME });
  const missing = all.filter(([, value]) => value === undefined);
  const strong = (['OIDC_STRONG_ACR', 'OIDC_STRONG_AMR'] as const).filter((name) => v[name] !== undefined);
  if (missing.length === all.length) return strong.map((name) => `  ${name}: must be set with OIDC_ISSUER`);
  return missing.map(([name]) => `  ${name}: must be set with the other three of OIDC_…`);
}

/** A scanner that was named by half, or twice, is not left out in silence. */
function twoOfClamav({ CLAMAV_SOCKET, CLAMAV_HOST, CLAMAV_PORT }: Variables): string[] {
  if (CLAMAV_SOCKET !== undefined && (CLAMAV_HOST ?? CLAMAV_PORT) !== undefined) {
    return ['  CLAMAV_SOCKET: must not be set together with CLAMAV_HOST and CLAMAV_PORT'];
  }
  const alone = CLAMAV_PORT !== undefined && CLAMAV_HOST === undefined;
  return alone ? ['  CLAMAV_HOST: must be set with CLAMAV_PORT'] : [];
}
