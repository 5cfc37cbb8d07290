import type { Logger } from 'pino';
import type { DemoAccount } from '../commands/people/accounts/demoAccounts.ts';
import type { Clockwork } from '../commands/ports/clockPorts.ts';
import type { Demonstration } from '../commands/ports/demonstrationPorts.ts';
import type { HealthReadings } from '../commands/ports/healthPorts.ts';
import { limitRules } from '../commands/ports/limitRules.ts';
import type { Deps } from '../commands/ports/ports.ts';
import type { SecurityLog } from '../commands/ports/securityPorts.ts';
import type { Counts, Tracing } from '../commands/ports/watchPorts.ts';
import type { Config } from '../config.ts';
import { readBackInProcess } from '../issuing/readBack/readBackInProcess.ts';
import { createLetterDesk } from '../mailing/createLetterDesk.ts';
import { createApp } from '../web/app.ts';
import { answerFromCache } from '../web/http/cache/answerFromCache.ts';
import { openCaches } from '../web/http/cache/openCaches.ts';
import { createHostCounts } from '../web/http/hosts/hostCounts.ts';
import { writeHostCounts } from '../web/http/hosts/writeHostCounts.ts';
import { removeLeftUploads, roomOfPeople, UploadRoom } from '../web/http/uploads/uploadRoom.ts';
import { badges } from './badges.ts';
import { openAccess } from './openAccess.ts';
import type { Mail } from './openMail.ts';
import type { Storage } from './openStorage.ts';
import { isUnscanned } from './startWarnings.ts';

/** What the web is wired from. */
interface WebParts {
  readonly deps: Deps;
  readonly config: Config;
  readonly storage: Storage;
  readonly mail: Mail;
  readonly health: HealthReadings;
  readonly secret: string;
  readonly log: Logger;
  readonly security: SecurityLog;
  readonly counts: Counts;
  readonly tracing: Tracing;
  readonly accounts: readonly DemoAccount[];
  readonly clockwork: Clockwork | null;
  readonly demonstration: Demonstration | null;
}

/** How much memory (bytes) public answers may take: some twenty thousand pages. */
const keptBytes = 128 * 1024 * 1024;

/** Wires the web to its ports; nothing listens yet, and it answers until it is stopped. */
export function openWeb({
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
  demonstration,
}: WebParts) {
  const loadClosed = async () => (await import('../web/closedRoutes.ts')).closedRoutes;
  const watch = storage.watch((err) => log.error({ err }, 'the register is not heard'));
  const caches = openCaches(deps.store.fromAnyMember(), watch, deps.clock, keptBytes);
  const hostCounts = createHostCounts(deps.clock, deps.publicUrl);
  const report = (err: unknown) => log.error({ err }, 'where badges are shown could not be written');
  const hosts = writeHostCounts({ counts: hostCounts, store: deps.store, report });
  removeLeftUploads();
  const uploads = new UploadRoom();
  const ownUploads = new UploadRoom(roomOfPeople);
  const app = createApp(
    {
      ...deps,
      mode: config.mode,
      sessionSecret: secret,
      sessions: storage.sessions,
      keptUploads: storage.keptUploads,
      access: openAccess(config, storage, deps.publicUrl),
      limits: storage.limits(secret, {
        ...limitRules,
        lookups: { ...limitRules.lookups, times: config.lookupsPerMinute },
      }),
      scimToken: config.scimToken,
      requireStrongSignIn: config.requireStrongSignIn,
      trustedProxyHops: config.trustedProxyHops,
      badges: badges(deps.publicUrl),
      caches,
      uploads,
      ownUploads,
      wallets: config.wallets ? storage.walletDesk : null,
      readingBack: readBackInProcess(undefined, (err) =>
        log.error({ err }, 'a file brought to /verify was not read'),
      ),
      mailbox: mail.mailbox,
      health,
      letterDesk: createLetterDesk({ deps, mailer: mail, paper: mail.paper }),
      unscanned: isUnscanned(config),
      demoAccounts: accounts,
      clockwork,
      demonstration,
      log,
      security,
      counts,
      tracing,
      securityContact: config.securityContact,
      operator: config.operator,
    },
    loadClosed,
  );
  return {
    answer: answerFromCache(caches.answers, app.callback(), hostCounts, counts),
    /** Loads what the first request for anything behind a session would wait for. */
    loadRest: loadClosed,
    stop: async () => {
      await Promise.all([watch.stop(), hosts.stop()]);
      uploads.close();
      ownUploads.close();
    },
  };
}

/** The web, wired. */
export type OpenWeb = ReturnType<typeof openWeb>;
