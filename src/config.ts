import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import type * as z from 'zod';
import { settingFaults } from './boot/settingFaults.ts';
import { readSettingFiles, secretSettings } from './boot/settingFiles.ts';
import { misspeltSettings } from './boot/settings/misspelt.ts';
import { settings, type Variables, variables } from './boot/settings.ts';
import type { ProviderSettings } from './identity/createProvider.ts';
import { profile } from './profile/profile.ts';

/** The configuration, or one error that names every variable at fault. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  // Lists of settings name many that are left open: an empty one is as one that is not set.
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));
  const files = readSettingFiles(set);
  const given = { ...set, ...files.values };
  const read = variables.safeParse(given);
  const faults = [...files.faults.values(), ...faultsOf(read, given, files.faults)];
  if (!read.success || faults.length > 0) {
    throw new Error(
      `These environment variables are not as they must be (see docs/operation.md):\n${faults.map((line) => `  ${line}`).join('\n')}`,
    );
  }
  return Object.freeze({ ...configOf(read.data), misspelt: misspeltSettings(set, allNames) });
}

/** The environment with what a file of settings says laid over it. */
export function environmentWith(text: string): NodeJS.ProcessEnv {
  return { ...process.env, ...parseEnv(text) };
}

/** Every name that is read. */
const allNames = [...settings, ...secretSettings.map((name) => `${name}_FILE`)];

/** What the program was told by its environment, checked and frozen. */
export type Config = Readonly<ReturnType<typeof configOf>> & {
  /** A sentence for each variable that was probably meant to be a setting. */
  readonly misspelt: readonly string[];
};

function configOf(v: Variables) {
  return {
    mode: v.MODE,
    host: v.HOST,
    port: v.PORT,
    /** As printed on certificates; the address listened on when not set. */
    publicUrl: v.PUBLIC_URL,
    /** The second port, for those who watch over this process; null where there is none. */
    metricsPort: v.METRICS_PORT ?? null,
    metricsHost: v.METRICS_HOST,
    /** A collector of OpenTelemetry that gets traces; null for none. */
    tracesTo: v.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    /** How long the web still answers after it said that it stops, for proxies to notice. */
    drainSeconds: v.DRAIN_SECONDS ?? (v.MODE === 'production' ? 5 : 0),
    dataDir: resolve(v.DATA_DIR),
    cacheDir: join(v.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'made-in-ess'),
    mongodbUri: v.MONGODB_URI,
    databaseName: v.MONGODB_NAME,
    /** A server on which a backup is looked into; one of its own where it is not set. */
    checkMongodbUri: v.CHECK_MONGODB_URI,
    mongodBinary: v.MONGOD_BINARY,
    path: v.PATH,
    sessionSecret: v.SESSION_SECRET,
    /** By which a directory of the staff is let in; null where there is none. */
    scimToken: v.SCIM_TOKEN ?? null,
    /** Folder of the keys that what is issued is signed and sealed with. */
    keysDir: resolve(v.KEYS_DIR ?? join(v.DATA_DIR, 'keys')),
    /** Opens the seal where it is kept as PKCS#12. */
    sealPassword: v.SEAL_PASSWORD,
    /** A time-stamping authority (RFC 3161) that says when something was sealed. */
    timestampUrl: v.TIMESTAMP_URL,
    /** Whether labels are taken into wallets and shown from them. */
    wallets: v.WALLETS === 'on',
    /** Who sees each head of the public log, and how many of them are needed to believe one: two of three. */
    witnesses: v.LOG_WITNESSES,
    quorum: v.LOG_QUORUM ?? Math.ceil((v.LOG_WITNESSES.length * 2) / 3),
    /** The mail server, credentials in its address, and who letters are from; null keeps them in the mailbox of development. */
    mail:
      v.SMTP_URL !== undefined && v.MAIL_FROM !== undefined ? { url: v.SMTP_URL, from: v.MAIL_FROM } : null,
    /** Selector of the key by which the mail server signs (RFC 6376). */
    dkimSelector: v.DKIM_SELECTOR,
    /** Where reports on letters that come back are received: the envelope's sender, and the port that listens for them, if any. */
    bounces:
      v.BOUNCE_ADDRESS === undefined ? null : { address: v.BOUNCE_ADDRESS, port: v.BOUNCE_PORT ?? null },
    oidc: oidcOf(v),
    clamav: clamavOf(v),
    requireStrongSignIn: v.REQUIRE_STRONG_SIGN_IN
      ? v.REQUIRE_STRONG_SIGN_IN === 'true'
      : v.MODE === 'production',
    trustedProxyHops: v.TRUSTED_PROXY_HOPS,
    lookupsPerMinute: v.LOOKUPS_PER_MINUTE,
    securityLog: placeOf(v.SECURITY_LOG ?? join(v.DATA_DIR, 'security.jsonl')),
    securityContact: securityContactOf(v),
    operator: operatorOf(v),
    /** How many specimens an empty register is given at its first start; none in production. */
    firstSpecimens: v.MODE === 'production' ? 0 : (v.FIRST_SPECIMENS ?? 60),
    services: v.SERVICES,
    logLevel: v.LOG_LEVEL,
  };
}

/** What is wrong with each on its own, and between those that are right by themselves; nothing of those that were `told` already. */
function faultsOf(
  read: z.ZodSafeParseResult<Variables>,
  environment: NodeJS.ProcessEnv,
  told: ReadonlyMap<string, string>,
): string[] {
  const issues = read.success ? [] : read.error.issues;
  const wrong = new Set([...told.keys(), ...issues.map(({ path }) => String(path[0]))]);
  const lines = issues
    .map(({ path, message }) => ({ name: String(path[0]), message }))
    .filter(({ name }) => !told.has(name))
    .map(({ name, message }) => `${name}: ${message}`);
  const others = () => {
    const rest = Object.entries(environment).filter(([name]) => !wrong.has(name));
    const faults = settingFaults(variables.parse(Object.fromEntries(rest)));
    return faults.filter((line) => ![...wrong].some((name) => line.startsWith(`${name}:`)));
  };
  // Without the mode nobody can say what must be.
  return [...new Set([...lines, ...(wrong.has('MODE') ? [] : others())])];
}

/** The identity provider of the staff: all four say who it is and who we are to it; without one of them there is none. */
function oidcOf(v: Variables): ProviderSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = v;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  if (v.OIDC_NAME === undefined) return null;
  // Values of the claims by which a sign-in there counts as strong; without any, none does.
  const strong = { acr: v.OIDC_STRONG_ACR ?? [], amr: v.OIDC_STRONG_AMR ?? [] };
  return { issuer, clientId, clientSecret, name: v.OIDC_NAME, strong };
}

/** Where the security log goes: a file, `stdout`, `stderr` or `off`. */
function placeOf(place: string): string {
  return ['stdout', 'stderr', 'off'].includes(place) ? place : resolve(place);
}

/** Who runs the label, and how people reach them: as set, or as its profile says; without an address, by answering the letters. */
function operatorOf(v: Variables) {
  const { contact } = profile;
  return {
    name: v.OPERATOR_NAME ?? contact?.name ?? null,
    email: v.CONTACT_EMAIL ?? contact?.email ?? senderOf(v) ?? 'secretariat@specimen.example',
    phone: v.CONTACT_PHONE ?? contact?.phone ?? null,
    address: v.CONTACT_ADDRESS ?? contact?.address ?? null,
  };
}

/** The address that letters come from; production has one. */
function senderOf({ MAIL_FROM }: Variables): string | undefined {
  return /[^\s@<>]+@[^\s@<>]+/.exec(MAIL_FROM ?? '')?.[0];
}

/** Whom to tell of a weakness, and where the policy for that is read; without a contact of its own, whoever answers the letters. */
function securityContactOf(v: Variables) {
  const address = senderOf(v);
  const contact = v.SECURITY_CONTACT ?? (address === undefined ? undefined : `mailto:${address}`);
  return contact === undefined ? null : { contact, policy: v.SECURITY_POLICY ?? null };
}

/** Where clamd listens, or null: files are then not scanned for viruses, and say so. */
function clamavOf({ CLAMAV_SOCKET: socket, CLAMAV_HOST: host, CLAMAV_PORT: port = 3310 }: Variables) {
  if (socket !== undefined) return { socket };
  return host === undefined ? null : { host, port };
}
