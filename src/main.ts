import { randomInt } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import pino, { type Logger } from 'pino';
import { ulid } from 'ulid';
import { demoAccounts, ensureDemoAccounts } from './commands/demoAccounts.ts';
import type { Deps } from './commands/ports.ts';
import type { Config } from './config.ts';
import { loadSchemes } from './loadSchemes.ts';
import { type OpenOptions, openStorage, type Storage } from './openStorage.ts';
import { sessionSecret } from './sessionSecret.ts';

/** A service that runs, and how to end it. */
export interface Running {
  /** Where it listens, without a slash at the end; empty without the web. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Connects, migrates, wires and starts what the configuration names; `progress` gets a line for each step that takes time. */
export async function start(
  config: Config,
  progress: (line: string) => void,
  options: OpenOptions = {},
): Promise<Running> {
  const log = pino({ level: config.logLevel, serializers: { err: plainError } });
  const withWeb = config.services.includes('web');
  const storage = await openStorage(config, progress, options);
  try {
    const server = createServer(notYet);
    const address = withWeb ? await listen(server, config) : '';
    const deps = await commandDeps(config, storage, config.publicUrl ?? address);
    if (config.mode === 'development') await ensureDemoAccounts(deps);
    if (withWeb) await serve(server, deps, config, storage, log);
    const relay = config.services.includes('workers') ? await startWorkers(deps, storage, log) : null;
    return {
      address,
      stop: async () => {
        await closed(server);
        await relay?.stop();
        await storage.close();
      },
    };
  } catch (error) {
    await storage.close();
    throw error;
  }
}

/** The newest published version is the one that new applications are made under. */
async function commandDeps(config: Config, storage: Storage, publicUrl: string): Promise<Deps> {
  const schemes = await loadSchemes(fileURLToPath(new URL('../criteria', import.meta.url)));
  const published = [...schemes.values()].filter(({ scheme }) => scheme.status === 'published');
  const openVersion = published.map(({ scheme }) => scheme.version).at(-1);
  if (openVersion === undefined) throw new Error('criteria/ holds no published version');
  return {
    store: storage.store,
    files: storage.files,
    mailer: storage.mailbox,
    clock: { now: () => new Date() },
    ids: { next: ulid, code: () => String(randomInt(1_000_000)).padStart(6, '0') },
    schemes,
    openVersion,
    publicUrl,
    specimen: config.mode === 'development',
  };
}

async function serve(
  server: Server,
  deps: Deps,
  config: Config,
  storage: Storage,
  log: Logger,
): Promise<void> {
  const [{ createApp }, { badges }] = await Promise.all([import('./web/app.ts'), import('./badges.ts')]);
  const app = createApp({
    ...deps,
    mode: config.mode,
    sessionSecret: await sessionSecret(config.sessionSecret, config.dataDir),
    sessions: storage.sessions,
    badges: badges(deps.publicUrl),
    mailbox: config.mode === 'development' ? storage.mailbox.letters : null,
    demoAccounts:
      config.mode === 'development'
        ? demoAccounts.map(({ email, name, roles }) => ({ email, name, role: roles.at(-1) ?? 'owner' }))
        : [],
    log,
  });
  server.off('request', notYet).on('request', app.callback());
}

async function startWorkers(deps: Deps, storage: Storage, log: Logger): Promise<{ stop(): Promise<void> }> {
  const [{ startRelay }, { handlers }] = await Promise.all([
    import('./workers/relay.ts'),
    import('./workers/handlers.ts'),
  ]);
  return startRelay({ deps, jobs: storage.jobs, handlers, worker: ulid(), log });
}

/** The port is taken before all is ready, because the address is printed on what is issued: who asks meanwhile asks again. */
function notYet(_: IncomingMessage, answer: ServerResponse): void {
  answer.writeHead(503, { 'Retry-After': '1', 'Content-Length': '0' }).end();
}

async function listen(server: Server, { host, port }: Config): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`;
}

async function closed(server: Server): Promise<void> {
  if (!server.listening) return;
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeIdleConnections();
  });
}

/** What the log keeps of an error: never the request that some errors carry, with its cookies and what was typed. */
function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  return { name, message, stack, ...('code' in error && { code: error.code }) };
}
