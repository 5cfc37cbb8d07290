import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { limitRules } from './commands/limitRules.ts';

const services = ['web', 'workers', 'clock'] as const;

const port = z.coerce.number().int().min(0).max(65535);
const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));

/** An address, alone or after a name. */
const sender = /^(?:[^\p{Cc}<>"@]+<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/u;

/** Every variable, its default and its meaning; docs/operation.md says the same. */
const variables = z.object({
  MODE: z.enum(['development', 'production']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  PUBLIC_URL: url.optional(),
  DATA_DIR: z.string().default('var'),
  MONGODB_URI: z.string().startsWith('mongodb').optional(),
  MONGODB_NAME: z
    .string()
    .regex(/^[a-z0-9_-]+$/i)
    .default('made-in-ess'),
  MONGOD_BINARY: z.string().optional(),
  SESSION_SECRET: z.string().min(32).optional(),
  KEYS_DIR: z.string().optional(),
  SEAL_PASSWORD: z.string().optional(),
  TIMESTAMP_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z
    .string()
    .max(200)
    .regex(sender, 'an address, or a name and an address in angle brackets')
    .optional(),
  OIDC_ISSUER: z.url().refine(isSafeIssuer, 'https, or http on this machine').optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).max(60).optional(),
  CLAMAV_SOCKET: z.string().min(1).optional(),
  CLAMAV_HOST: z.string().min(1).optional(),
  CLAMAV_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  REQUIRE_STRONG_SIGN_IN: z.enum(['true', 'false']).optional(),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  LOOKUPS_PER_MINUTE: z.coerce.number().int().min(1).default(limitRules.lookups.times),
  SERVICES: z
    .string()
    .default(services.join(','))
    .transform((list) => list.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(services))),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  XDG_CACHE_HOME: z.string().optional(),
  PATH: z.string().default(''),
});

/** Names of all that can be set. */
export const settings = Object.keys(variables.shape);

/** What the program was told by its environment, checked and frozen. */
export interface Config {
  readonly mode: 'development' | 'production';
  readonly host: string;
  readonly port: number;
  /** As printed on certificates; the address listened on when not set. */
  readonly publicUrl: string | undefined;
  readonly dataDir: string;
  readonly cacheDir: string;
  readonly mongodbUri: string | undefined;
  readonly databaseName: string;
  readonly mongodBinary: string | undefined;
  readonly path: string;
  readonly sessionSecret: string | undefined;
  /** Folder of the keys that what is issued is signed and sealed with. */
  readonly keysDir: string;
  /** Opens the seal where it is kept as PKCS#12. */
  readonly sealPassword: string | undefined;
  /** A time-stamping authority (RFC 3161) that says when something was sealed. */
  readonly timestampUrl: string | undefined;
  /** The mail server, credentials in its address, and who letters are from; null keeps them in the mailbox of development. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** The identity provider of the staff, or null. */
  readonly oidc: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly name: string;
  } | null;
  /** Where clamd listens, or null: files are then not scanned for viruses, and say so. */
  readonly clamav: { readonly socket: string } | { readonly host: string; readonly port: number } | null;
  readonly requireStrongSignIn: boolean;
  readonly trustedProxyHops: number;
  readonly lookupsPerMinute: number;
  readonly services: readonly (typeof services)[number][];
  readonly logLevel: string;
}

/** The configuration, or one error that names every variable at fault. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const read = variables.safeParse(environment);
  const faults = read.success
    ? [
        ...missingInProduction(read.data),
        ...halfOfMail(read.data),
        ...unaddressed(read.data),
        ...partOfOidc(read.data),
        ...twoOfClamav(read.data),
      ]
    : read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  if (!read.success || faults.length > 0) {
    throw new Error(
      `These environment variables are not as they must be (see docs/operation.md):\n${faults.join('\n')}`,
    );
  }
  const v = read.data;
  return Object.freeze({
    mode: v.MODE,
    host: v.HOST,
    port: v.PORT,
    publicUrl: v.PUBLIC_URL,
    dataDir: resolve(v.DATA_DIR),
    cacheDir: join(v.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'made-in-ess'),
    mongodbUri: v.MONGODB_URI,
    databaseName: v.MONGODB_NAME,
    mongodBinary: v.MONGOD_BINARY,
    path: v.PATH,
    sessionSecret: v.SESSION_SECRET,
    keysDir: resolve(v.KEYS_DIR ?? join(v.DATA_DIR, 'keys')),
    sealPassword: v.SEAL_PASSWORD,
    timestampUrl: v.TIMESTAMP_URL,
    mail:
      v.SMTP_URL !== undefined && v.MAIL_FROM !== undefined ? { url: v.SMTP_URL, from: v.MAIL_FROM } : null,
    oidc: oidcOf(v),
    clamav: clamavOf(v),
    requireStrongSignIn: v.REQUIRE_STRONG_SIGN_IN
      ? v.REQUIRE_STRONG_SIGN_IN === 'true'
      : v.MODE === 'production',
    trustedProxyHops: v.TRUSTED_PROXY_HOPS,
    lookupsPerMinute: v.LOOKUPS_PER_MINUTE,
    services: v.SERVICES,
    logLevel: v.LOG_LEVEL,
  });
}

function missingInProduction(v: z.infer<typeof variables>): string[] {
  if (v.MODE !== 'production') return [];
  const needed = {
    SESSION_SECRET: v.SESSION_SECRET,
    PUBLIC_URL: v.PUBLIC_URL,
    SMTP_URL: v.SMTP_URL,
    MAIL_FROM: v.MAIL_FROM,
  };
  return Object.entries(needed)
    .filter(([, value]) => value === undefined)
    .map(([name]) => `  ${name}: must be set when MODE is production`);
}

/** In development a mail server may be missing, but one half of it is a mistake. */
function halfOfMail(v: z.infer<typeof variables>): string[] {
  if (v.MODE === 'production' || (v.SMTP_URL === undefined) === (v.MAIL_FROM === undefined)) return [];
  return [`  ${v.SMTP_URL === undefined ? 'SMTP_URL' : 'MAIL_FROM'}: must be set with the other of the two`];
}

/** Workers alone listen nowhere: what they print and write must be told the address. */
function unaddressed(v: z.infer<typeof variables>): string[] {
  if (v.MODE === 'production' || v.SERVICES.includes('web') || v.PUBLIC_URL !== undefined) return [];
  return ['  PUBLIC_URL: must be set where SERVICES leaves the web out'];
}

/** All four say who the identity provider is and who we are to it; without one of them there is none. */
function oidcOf(v: z.infer<typeof variables>): Config['oidc'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = v;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  return v.OIDC_NAME === undefined ? null : { issuer, clientId, clientSecret, name: v.OIDC_NAME };
}

function partOfOidc(v: z.infer<typeof variables>): string[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = v;
  const all = Object.entries({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME });
  const missing = all.filter(([, value]) => value === undefined);
  if (missing.length === 0 || missing.length === all.length) return [];
  return missing.map(([name]) => `  ${name}: must be set with the other three of OIDC_…`);
}

function clamavOf({
  CLAMAV_SOCKET: socket,
  CLAMAV_HOST: host,
  CLAMAV_PORT: port,
}: z.infer<typeof variables>): Config['clamav'] {
  if (socket !== undefined) return { socket };
  return host === undefined ? null : { host, port: port ?? 3310 };
}

/** A scanner that was named by half, or twice, is not left out in silence. */
function twoOfClamav({ CLAMAV_SOCKET, CLAMAV_HOST, CLAMAV_PORT }: z.infer<typeof variables>): string[] {
  if (CLAMAV_SOCKET !== undefined && (CLAMAV_HOST ?? CLAMAV_PORT) !== undefined) {
    return ['  CLAMAV_SOCKET: must not be set together with CLAMAV_HOST and CLAMAV_PORT'];
  }
  const alone = CLAMAV_PORT !== undefined && CLAMAV_HOST === undefined;
  return alone ? ['  CLAMAV_HOST: must be set with CLAMAV_PORT'] : [];
}

function isSafeIssuer(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname } = new URL(issuer);
  return (
    protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))
  );
}
