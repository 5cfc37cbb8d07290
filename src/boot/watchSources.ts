import { X509Certificate } from 'node:crypto';
import { keyStanding } from '../commands/desk/health/keyStanding.ts';
import type { HealthReadings } from '../commands/ports/healthPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { webhookLag } from '../commands/register/webhooks/webhookLag.ts';
import type { Readiness } from '../telemetry/createReadiness.ts';
import type { KeyReading, LetterReading, Sources } from '../telemetry/readings.ts';

interface Parts {
  readonly deps: Pick<Deps, 'store' | 'clock' | 'issuing'>;
  readonly health: HealthReadings;
  readonly readiness: Readiness;
  /** Whether this process signs what is issued: another one has no thread that reads the keys, and starts none to tell of them. */
  readonly issues: boolean;
}

const weekMs = 7 * 24 * 60 * 60_000;

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
  const { trusted, since, anchor } = await keyStanding(deps);
  return {
    trusted,
    since: since === null ? null : new Date(since),
    sealUntil: new Date(new X509Certificate(anchor).validTo),
  };
}

async function lettersOf({ store, clock }: Parts['deps']): Promise<LetterReading> {
  const weekAgo = new Date(clock.now().getTime() - weekMs).toISOString();
  const [refused, bounced, last] = await Promise.all([
    store.countSince('refused', weekAgo),
    store.countSince('bounced', weekAgo),
    store.lastSent(),
  ]);
  return { refused: refused.count, bounced: bounced.count, lastSent: last === null ? null : new Date(last) };
}
