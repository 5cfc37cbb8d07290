import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const services = ['web', 'workers'] as const;

const port = z.coerce.number().int().min(0).max(65535);
const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));

/** Every variable, its default and its meaning; the README's table says the same. */
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
  SERVICES: z
    .string()
    .default(services.join(','))
    .transform((list) => list.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(services))),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  XDG_CACHE_HOME: z.string().optional(),
  PATH: z.string().default(''),
});

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
  readonly services: readonly (typeof services)[number][];
  readonly logLevel: string;
}

/** The configuration, or one error that names every variable at fault. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const read = variables.safeParse(environment);
  const faults = read.success
    ? missingInProduction(read.data)
    : read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  if (!read.success || faults.length > 0) {
    throw new Error(
      `These environment variables are not as they must be (see README.md):\n${faults.join('\n')}`,
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
    services: v.SERVICES,
    logLevel: v.LOG_LEVEL,
  });
}

function missingInProduction(v: z.infer<typeof variables>): string[] {
  if (v.MODE !== 'production') return [];
  const needed = { SESSION_SECRET: v.SESSION_SECRET, PUBLIC_URL: v.PUBLIC_URL };
  return [
    '  MODE: production needs a mail server for the codes that let people in, and this version knows none yet',
    ...Object.entries(needed)
      .filter(([, value]) => value === undefined)
      .map(([name]) => `  ${name}: must be set when MODE is production`),
  ];
}
