import * as z from 'zod';
import { limitRules } from '../commands/ports/limitRules.ts';
import { isLoopback } from '../isLoopback.ts';
import { defaultScheme, schemeId } from '../profile/schemeFile.ts';

/** What a process can run. */
const services = ['web', 'workers', 'clock'] as const;

const port = z.coerce.number().int().min(0).max(65535);
const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));

/** Values of a claim, between commas. */
const claims = z
  .string()
  .transform((list) => list.split(',').map((value) => value.trim()))
  .pipe(z.array(z.string().min(1).max(200)).min(1));

/** An address, alone or after a name. */
const sender = /^(?:[^\p{Cc}<>"@]+<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/u;

/** Every variable, its default and its meaning; docs/operation.md says the same. */
export const variables = z.object({
  MODE: z.enum(['development', 'production']).default('development'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  PUBLIC_URL: url.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url.optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  METRICS_PORT: port.optional(),
  DRAIN_SECONDS: z.coerce.number().int().min(0).max(60).optional(),
  /** Read in profile/schemeFile.ts, before everything else; named here so that the table of settings is whole. */
  SCHEME: z.string().optional(),
  /** Two schemes on one machine never share a folder by accident. */
  DATA_DIR: z.string().default(schemeId === defaultScheme ? 'var' : `var/${schemeId}`),
  MONGODB_URI: z.string().startsWith('mongodb').optional(),
  MONGODB_NAME: z
    .string()
    .regex(/^[a-z0-9_-]+$/i)
    .default(schemeId),
  MONGOD_BINARY: z.string().optional(),
  EMBEDDED_DATABASE: z.enum(['true', 'false']).optional(),
  SESSION_SECRET: z.string().min(32).optional(),
  KEYS_DIR: z.string().optional(),
  SEAL_PASSWORD: z.string().optional(),
  /** What a header can carry (RFC 6750, 2.1). */
  SCIM_TOKEN: z
    .string()
    .min(32)
    .max(500)
    .regex(/^[\w.~+/=-]+$/, 'letters, digits and - . _ ~ + / = alone')
    .optional(),
  TIMESTAMP_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z
    .string()
    .max(200)
    .regex(sender, 'an address, or a name and an address in angle brackets')
    .optional(),
  BOUNCE_ADDRESS: z
    .string()
    .regex(/^[^\s@<>+]{1,15}@[^\s@<>]{1,200}$/, 'a short name without + and a host, as retour@label.example')
    .optional(),
  BOUNCE_PORT: port.optional(),
  OIDC_ISSUER: z.url().refine(isSafeIssuer, 'https, or http on this machine').optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).max(60).optional(),
  OIDC_STRONG_ACR: claims.optional(),
  OIDC_STRONG_AMR: claims.optional(),
  CLAMAV_SOCKET: z.string().min(1).optional(),
  CLAMAV_HOST: z.string().min(1).optional(),
  CLAMAV_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  REQUIRE_STRONG_SIGN_IN: z.enum(['true', 'false']).optional(),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  LOOKUPS_PER_MINUTE: z.coerce.number().int().min(1).default(limitRules.lookups.times),
  SECURITY_LOG: z.string().min(1).optional(),
  SECURITY_CONTACT: z.url({ protocol: /^(https|mailto|tel)$/ }).optional(),
  SECURITY_POLICY: z.url({ protocol: /^https$/ }).optional(),
  OPERATOR_NAME: z.string().trim().min(1).max(120).optional(),
  CONTACT_EMAIL: z.email().max(254).optional(),
  CONTACT_PHONE: z
    .string()
    .regex(/^\+?[\d ()./-]{5,30}$/, 'a telephone number')
    .optional(),
  CONTACT_ADDRESS: z.string().trim().min(1).max(200).optional(),
  SERVICES: z
    .string()
    .default(services.join(','))
    .transform((list) => list.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(services))),
  /** One commit holds them all. */
  FIRST_SPECIMENS: z.coerce.number().int().min(0).max(1000).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  XDG_CACHE_HOME: z.string().optional(),
  PATH: z.string().default(''),
});

/** Names of all that can be set. */
export const settings = Object.keys(variables.shape);

/** The variables as read, each right on its own. */
export type Variables = z.infer<typeof variables>;

function isSafeIssuer(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
