import { standingOf } from '../commands/desk/health/keyStanding.ts';
import { readMail } from '../commands/desk/health/mailLine.ts';
import { signingLines } from '../commands/desk/health/signingLines.ts';
import type { HealthReadings } from '../commands/ports/healthPorts.ts';
import type { Kept } from '../commands/ports/issuing/keyFolder.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { webhookLag } from '../commands/register/webhooks/webhookLag.ts';
import { readRoots } from '../commands/verify/trustRoots.ts';
import type { Readiness } from '../telemetry/createReadiness.ts';
import type { KeyReading, LetterReading, Sources } from '../telemetry/readings.ts';

interface Parts {
  readonly deps: Pick<Deps, 'store' | 'clock' | 'issuing' | 'publicUrl' | 'specimen'>;
  readonly health: HealthReadings;
  readonly readiness: Readiness;
  /** Whether this process signs what is issued: another one has no thread that reads the keys, and starts none to tell of them. */
  readonly issues: boolean;
}

/** What the metrics of a process are read from: the readings of /health, and what is stored. */
export function watchSources({ deps, health, readiness, issues }: Parts): Sources {
  const now = () => deps.clock.now();
  return {
    now,
    readiness: readiness.ask,
    queue: () => health.queue(now()),
    turns: () => health.turns(now()),
    database: health.database,
    scanner: health.scanner,
    keys: async () => (issues ? keysOf(deps) : null),
    letters: () => lettersOf(deps),
    webhooks: () => webhookLag(deps),
    backup: () => deps.store.lastBackup(),
  };
}

async function keysOf(deps: Parts['deps']): Promise<KeyReading> {
  const { issuing, store, clock } = deps;
  const [{ credential, token, seal, time }, published, [root], lines] = await Promise.all([
    issuing.keyFolder(),
    store.issuerKeys(),
    readRoots(deps).then((roots) => roots.slice(-1)),
    Promise.all(signingLines(deps, clock.now())),
  ]);
  const own = [credential, token].filter(isThere).map((key) => standingOf(key, published));
  const until = (end: string | undefined) => (end === undefined ? null : new Date(end));
  return {
    trusted: own.every(({ trusted }) => trusted),
    since: until(own[0]?.since ?? undefined),
    sealUntil: isThere(seal) ? new Date(seal.until) : null,
    rootUntil: until(root?.signed.expires),
    timeUntil: isThere(time) ? new Date(time.until) : null,
    faults: lines.filter(({ light }) => light === 'now').length,
  };
}

function isThere<T extends object>(kept: Kept<T>): kept is T {
  return typeof kept === 'object';
}

async function lettersOf({ store, clock }: Parts['deps']): Promise<LetterReading> {
  const { last, ...told } = await readMail({ store }, clock.now());
  return { ...told, lastSent: last === null ? null : new Date(last) };
}
