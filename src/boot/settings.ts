import * as z from 'zod';
import { limitRules } from '../commands/ports/limitRules.ts';
import { isLoopback } from '../isLoopback.ts';
import { defaultScheme, schemeId } from '../profile/schemeFile.ts';
import {
  address,
  database,
  mailServer,
  oneOf,
  origin,
  secret,
  someOf,
  text,
  whole,
  witnesses,
} from './settings/kinds.ts';

/** What a process can run. */
const services = ['web', 'workers', 'clock'] as const;

const port = whole(0, 65_535);
/** A list between commas. */
const list = z.string().transform((text) => text.split(',').map((value) => value.trim()));
const someClaims = 'must be values of the claim between commas, as phr,phrh';
const claims = list.pipe(z.array(z.string().min(1, someClaims).max(200, someClaims)));

/** An address, alone or after a name. */
const sender = /^(?:[^\p{Cc}<>"@]+<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/u;

/** Every variable, its default and its meaning; docs/operation.md says the same. */
export const variables = z.object({
  MODE: oneOf(['development', 'production']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  PUBLIC_URL: origin.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: address(/^https?$/, 'http://127.0.0.1:4318')
    .transform((value) => value.replace(/\/+$/, ''))
    .optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  METRICS_PORT: port.optional(),
  DRAIN_SECONDS: whole(0, 60).optional(),
  /** Read in profile/schemeFile.ts, before everything else; named here so that the table of settings is whole. */
  SCHEME: z.string().optional(),
  /** Two schemes on one machine never share a folder by accident. */
  DATA_DIR: z.string().default(schemeId === defaultScheme ? 'var' : `var/${schemeId}`),
  MONGODB_URI: database.optional(),
  MONGODB_NAME: z
    .string()
    .regex(/^[a-z0-9_-]{1,60}$/i, 'must be letters without accents, digits, - and _, 60 at most')
    .default(schemeId),
  MONGOD_BINARY: z.string().optional(),
  CHECK_MONGODB_URI: database.optional(),
  EMBEDDED_DATABASE: oneOf(['true', 'false']).optional(),
  SESSION_SECRET: secret(32).optional(),
  KEYS_DIR: z.string().optional(),
  SEAL_PASSWORD: z.string().optional(),
  /** What a header can carry (RFC 6750, 2.1). */
  SCIM_TOKEN: secret(32)
    .max(500, 'must have at most 500 characters')
    .regex(/^[\w.~+/=-]+$/, 'must be letters, digits and - . _ ~ + / = alone')
    .optional(),
  WALLETS: oneOf(['on', 'off']).default('on'),
  TIMESTAMP_URL: address(/^https?$/, 'https://time.example').optional(),
  LOG_WITNESSES: witnesses.default([]),
  LOG_QUORUM: whole(0, 15).optional(),
  SMTP_URL: mailServer.optional(),
  MAIL_FROM: z
    .string()
    .max(200, 'must have at most 200 characters')
    .regex(sender, 'must be an address, or a name and an address in angle brackets')
    .optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9.-]{0,60}[a-z0-9])?$/i, 'must be the selector of a DKIM key, as mail2026')
    .optional(),
  BOUNCE_ADDRESS: z
    .string()
    .regex(
      /^[^\s@<>+]{1,15}@[^\s@<>]{1,200}$/,
      'must be a short name without + and a host, as retour@label.example',
    )
    .optional(),
  BOUNCE_PORT: port.optional(),
  OIDC_ISSUER: address(/^https?$/, 'https://login.example')
    .refine(isSafeIssuer, 'must begin with https://, or with http:// on this machine')
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: text(60).optional(),
  OIDC_STRONG_ACR: claims.optional(),
  OIDC_STRONG_AMR: claims.optional(),
  CLAMAV_SOCKET: z.string().optional(),
  CLAMAV_HOST: z.string().optional(),
  CLAMAV_PORT: whole(1, 65_535).optional(),
  REQUIRE_STRONG_SIGN_IN: oneOf(['true', 'false']).optional(),
  TRUSTED_PROXY_HOPS: whole(0, 5).default(0),
  LOOKUPS_PER_MINUTE: whole(1, 1_000_000).default(limitRules.lookups.times),
  SECURITY_LOG: z.string().optional(),
  SECURITY_CONTACT: address(/^(https|mailto|tel)$/, 'mailto:security@label.example').optional(),
  SECURITY_POLICY: address(/^https$/, 'https://label.example/security').optional(),
  OPERATOR_NAME: text(120).optional(),
  CONTACT_EMAIL: z.email('must be an address, as label@label.example').optional(),
  CONTACT_PHONE: z
    .string()
    .regex(/^\+?[\d ()./-]{5,30}$/, 'must be a telephone number')
    .optional(),
  CONTACT_ADDRESS: text(200).optional(),
  SERVICES: list.pipe(someOf(services)).default([...services]),
  /** One commit holds them all. */
  FIRST_SPECIMENS: whole(0, 1000).optional(),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  XDG_CACHE_HOME: z.string().optional(),
  PATH: z.string().default(''),
});

/** Names of all that can be set. */
export const settings = Object.keys(variables.shape);

/** The variables as read, each right on its own. */
export type Variables = z.infer<typeof variables>;

function isSafeIssuer(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
