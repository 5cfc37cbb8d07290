import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { ulid } from 'ulid';
import { commandDeps } from './boot/commandDeps.ts';
import { createHttpServer } from './boot/createHttpServer.ts';
import { createLog } from './boot/createLog.ts';
import { ids } from './boot/ids.ts';
import { lookAround } from './boot/lookAround.ts';
import { openClockwork } from './boot/openClockwork.ts';
import { openHealth } from './boot/openHealth.ts';
import { openMail } from './boot/openMail.ts';
import { openReports } from './boot/openReports.ts';
import { openSecurity } from './boot/openSecurity.ts';
import { type OpenOptions, openStorage, type Storage } from './boot/openStorage.ts';
import { openTracing } from './boot/openTracing.ts';
import { openWatchServer } from './boot/openWatchServer.ts';
import type { OpenWeb } from './boot/openWeb.ts';
import { sessionSecret } from './boot/sessionSecret.ts';
import { warnOfState } from './boot/start/warnOfState.ts';
import { startWarnings } from './boot/startWarnings.ts';
import { watchSources } from './boot/watchSources.ts';
import { addressOf, answerBy, closed, listen, notYet } from './boot/webPort.ts';
import type { Demonstration } from './commands/ports/demonstrationPorts.ts';
import type { Deps } from './commands/ports/ports.ts';
import { type Counts, type Tracing, uncounted } from './commands/ports/watchPorts.ts';
import type { Config } from './config.ts';
import { createIntake } from './intake/createIntake.ts';
import { createScanner } from './intake/createScanner.ts';
import type { LetterDeps } from './letters/letters.ts';
import { createReadiness, type Readiness } from './telemetry/createReadiness.ts';
import { tracingStore } from './telemetry/tracingStore.ts';

/** A service that runs, and how to end it. */
export interface Running {
  /** Where it listens, without a slash at the end; empty without the web. */
  readonly address: string;
  /** The second port, for those who watch over the process; null where none is set. */
  readonly watchPort: number | null;
  stop(): Promise<void>;
  /** Ends everything but the server, which says meanwhile that the service starts; gives it. */
  release(): Promise<Server>;
}

export interface StartOptions extends OpenOptions {
  /** Prepares what is stored, before the first answer. */
  readonly prepare?: (storage: Storage, deps: Deps) => Promise<void>;
  /** In development: what is shown of the service, which grows once it answers. */
  readonly demonstrate?: (storage: Storage, log: Logger) => GrowingDemonstration;
  /** Goes on answering with the server of a service that was released. */
  readonly server?: Server;
}

/** A demonstration, and what lets it grow until it is stopped. */
interface GrowingDemonstration {
  readonly demonstration: Demonstration;
  begin(atOtherTime: ReturnType<typeof openClockwork>['atOtherTime']): Promise<void>;
  stop(): Promise<void>;
}

/** Connects, migrates, wires and starts what the configuration names; `progress` gets a line for each step that takes time. */
export async function start(
  config: Config,
  progress: (line: string) => void,
  options: StartOptions = {},
): Promise<Running> {
  const log = createLog(config);
  for (const warning of startWarnings(config)) log.warn(warning);
  const withWeb = config.services.includes('web');
  const readiness = createReadiness();
  const watch = await openWatchServer(config, readiness);
  const counts = watch?.counts ?? uncounted;
  const tracing = await openTracing(config);
  // Loaded while the database is looked for and asked.
  const [storage, openWeb] = await Promise.all([
    openStorage(config, progress, options),
    withWeb ? import('./boot/openWeb.ts').then((web) => web.openWeb) : null,
  ]).catch(async (error: unknown) => {
    await watch?.close();
    throw error;
  });
  const server = options.server ?? createHttpServer(notYet);
  answerBy(server, readiness, notYet);
  try {
    if (withWeb && !server.listening) await listen(server, config);
    const address = withWeb ? addressOf(server, config) : '';
    const publicUrl = config.publicUrl ?? address;
    const secret = await sessionSecret(config.sessionSecret, config.dataDir);
    const mail = openMail({ config, storage, ids, publicUrl, sessionSecret: secret, log, counts, tracing });
    const report = (err: unknown) => log.error({ err }, 'the virus scanner gave no answer');
    const intake = createIntake({ scanner: createScanner(config.clamav, { report }) });
    const { security, store } = await openSecurity(config, storage, (err) =>
      log.error({ err }, 'a line of the security log is lost'),
    );
    const traced = tracing.isOn ? tracingStore(store, tracing) : store;
    const deps = { ...(await commandDeps(config, storage, mail, publicUrl)), store: traced, intake };
    const demo =
      config.mode === 'development' ? await import('./commands/people/accounts/demoAccounts.ts') : null;
    await options.prepare?.(storage, deps);
    await demo?.ensureDemoAccounts(deps);
    warnOfState(config, { deps, readings: storage.readings, log });
    const growing = (config.mode === 'development' && options.demonstrate?.(storage, log)) || null;
    const accounts = demo?.demoAccounts ?? [];
    const { clockwork, ...works } = openClockwork({ deps, storage, log }, async () => {
      const runsWorkers = config.services.includes('workers');
      const relay = runsWorkers ? await startWorkers(deps, storage, { log, counts, tracing }) : null;
      const webhooks = runsWorkers
        ? await startDeliveries({ deps, mode: config.mode, storage, sessionSecret: secret, log })
        : null;
      const wallets =
        runsWorkers && config.wallets
          ? await startSigning({ ...deps, wallets: storage.walletDesk }, log)
          : null;
      const clock = config.services.includes('clock')
        ? await startSchedules(deps, storage, { log, tracing })
        : null;
      return {
        stop: async () => {
          await clock?.stop();
          await Promise.all([relay?.stop(), webhooks?.stop(), wallets?.stop()]);
        },
      };
    });
    const scanner = config.clamav && createScanner(config.clamav, { timeoutMs: 3000 });
    const health = openHealth(config, storage, scanner);
    const parts = {
      deps,
      config,
      storage,
      mail,
      health,
      secret,
      log,
      security,
      counts,
      tracing,
      accounts,
      clockwork,
      demonstration: growing?.demonstration ?? null,
    };
    const reports = config.services.includes('workers')
      ? await openReports({ config, storage, sessionSecret: secret, log })
      : null;
    const web = openWeb && startWeb(server, readiness, openWeb(parts));
    await works.begin();
    await growing?.begin(works.atOtherTime);
    readiness.begin(lookAround(config, storage.readings));
    const issues = config.services.includes('workers');
    watch?.begin(watchSources({ deps, health, readiness, issues }));
    const rest = async () => {
      await web?.stop();
      await Promise.all([growing?.stop(), works.stop(), reports?.stop()]);
      await mail.close();
      await storage.close();
      await tracing.stop();
      await watch?.close();
    };
    return {
      address,
      watchPort: watch?.port ?? null,
      stop: async () => {
        readiness.end();
        if (withWeb) await pause(config.drainSeconds * 1000);
        await closed(server);
        await rest();
      },
      release: async () => {
        answerBy(server, createReadiness(), notYet);
        await rest();
        return server;
      },
    };
  } catch (error) {
    // A port that stayed open would keep the process alive, answering 503 forever.
    await closed(server);
    await storage.close();
    await watch?.close();
    throw error;
  }
}

function startWeb(
  server: Server,
  readiness: Readiness,
  { answer, loadRest, stop }: OpenWeb,
): Pick<OpenWeb, 'stop'> {
  answerBy(server, readiness, answer);
  // Once somebody was answered there is time, so that nobody waits for the rest.
  server.once('request', (_, first) => first.once('close', () => void loadRest()));
  return { stop };
}

/** How whoever watches over the service hears of what runs by itself. */
interface Watched {
  readonly log: Logger;
  readonly counts: Counts;
  readonly tracing: Tracing;
}

async function startWorkers(deps: LetterDeps, storage: Storage, watched: Watched) {
  const [{ startRelay }, { handlers }, { startLog }] = await Promise.all([
    import('./workers/relay.ts'),
    import('./workers/handlers.ts'),
    import('./workers/startLog.ts'),
  ]);
  const relay = startRelay({ deps, jobs: storage.jobs, handlers, worker: ulid(), ...watched });
  const publicLog = startLog(deps, watched.log);
  return {
    stop: async () => {
      await Promise.all([relay.stop(), publicLog.stop()]);
    },
  };
}

async function startDeliveries(parts: Parameters<typeof import('./boot/openWebhooks.ts').openWebhooks>[0]) {
  return (await import('./boot/openWebhooks.ts')).openWebhooks(parts);
}

async function startSigning(...parts: Parameters<typeof import('./workers/signWallets.ts').signWallets>) {
  return (await import('./workers/signWallets.ts')).signWallets(...parts);
}

async function startSchedules(deps: Deps, storage: Storage, watched: Pick<Watched, 'log' | 'tracing'>) {
  const [{ startClock }, { schedules }] = await Promise.all([
    import('./workers/clock.ts'),
    import('./workers/schedules.ts'),
  ]);
  const aheadMs = storage.readings.clockAheadMs;
  return startClock({ deps, leases: storage.leases, schedules, holder: ulid(), aheadMs, ...watched });
}
