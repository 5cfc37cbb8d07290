import { Gauge, type Registry } from 'prom-client';
import { type Sources, shared } from './readings.ts';

/** Values of one reading, by the name of their metric without the first words; what is null is not said. */
type Values = Readonly<Record<string, number | null>>;

/** What each metric means, by the reading that it comes from. */
const helps = {
  readiness: { ready: '1 while the process can do its work, as /readyz says.' },
  queue: {
    outbox_waiting: 'Jobs that wait in the outbox.',
    outbox_parked: 'Jobs that no worker tries again: somebody must handle them.',
    outbox_oldest_seconds: 'How long the job waits that was due first; 0 where none is late.',
  },
  turns: { clock_lag_seconds: 'How late the latest turn of a schedule is; 0 where none is late.' },
  database: {
    clock_ahead_seconds: 'By how much the clock of this machine is ahead of the clock of the database.',
    sessions: 'Open sessions of browsers.',
    replica_members: 'Servers of the replica set.',
    replica_members_healthy: 'Servers of the replica set that answer.',
    replica_has_primary: '1 while one of them takes writes.',
    replica_lag_seconds: 'How far the slowest healthy server is behind the first.',
    disk_used_bytes: 'Used of the disk that the data lie on.',
    disk_size_bytes: 'Size of the disk that the data lie on.',
    data_bytes: 'What the data take on it.',
  },
  scanner: { scanner_up: '1 while the virus scanner answers.' },
  keys: {
    key_trusted:
      '0 where the key that signs credentials is not trusted, or another one is published by its name.',
    key_age_seconds: 'How long this key has been in use.',
    seal_expiry_seconds: 'Time until the certificate of the seal ends; negative afterwards.',
    root_expiry_seconds: 'Time until the root ends that files are checked by; negative afterwards.',
    time_expiry_seconds:
      'Time until the certificates of the time-stamping authority expire; negative afterwards.',
    signing_faults: 'How much of what is signed with, or checked by, needs somebody now.',
  },
  webhooks: {
    webhooks_active: 'Subscriptions to the register that are delivered to.',
    webhooks_failed: 'Subscriptions that were paused because nothing could be delivered.',
    webhooks_oldest_seconds: 'How long the change waits that is to be delivered first; 0 where none waits.',
  },
  backup: {
    backup_age_seconds: 'How long ago the last backup was made; not said where none ever was.',
    journal_faults: 'Chains and rows that the last backup found not to be as the journal says.',
  },
  letters: {
    letters_refused_week: 'E-mails that mail servers refused within the last week.',
    letters_bounced_week: 'E-mails that came back within the last week.',
    letters_failing: '1 where none of the e-mails that were tried last went.',
    letter_sent_age_seconds: 'How long ago a mail server took an e-mail last.',
  },
} as const satisfies Readonly<Record<Exclude<keyof Sources, 'now'>, Readonly<Record<string, string>>>>;

type Reading = keyof typeof helps;
const readings = Object.keys(helps) as Reading[];

/** How long (milliseconds) a reading is shared by those who ask, and how long it may take. */
const keptMs = 5000;
const limitMs = 2000;
/** Keys are read in a thread of their own and change once a year. */
const keysKeptMs = 300_000;

/** Gauges of what a process can be asked; one whose reading failed is not said, and `made_in_ess_reading_failed` is. */
export function createGauges(register: Registry) {
  const registers = [register];
  const gauges = new Map(
    readings.flatMap((reading) =>
      Object.entries(helps[reading]).map(([name, help]) => [
        name,
        new Gauge({ name: `made_in_ess_${name}`, help, registers }),
      ]),
    ),
  );
  const failed = new Gauge({
    name: 'made_in_ess_reading_failed',
    help: '1 where a reading gave no answer, whose metrics are not said then.',
    labelNames: ['reading'],
    registers,
  });
  let asked: Readonly<Record<Reading, () => Promise<Values | null>>> | null = null;
  const show = (reading: Reading, values: Values | null) => {
    failed.set({ reading }, values === null ? 1 : 0);
    for (const name of Object.keys(helps[reading])) {
      const value = values?.[name] ?? null;
      // Without labels, a gauge that is reset says 0, which would be believed.
      if (value === null) gauges.get(name)?.remove();
      else gauges.get(name)?.set(value);
    }
  };
  for (const gauge of gauges.values()) gauge.remove();
  return {
    begin: (sources: Sources) => {
      asked = {
        readiness: shared(
          async () => ({ ready: (await sources.readiness()) === null ? 1 : 0 }),
          0,
          limitMs * 2,
        ),
        queue: shared(() => queueOf(sources), keptMs, limitMs),
        turns: shared(() => turnsOf(sources), keptMs, limitMs),
        database: shared(() => databaseOf(sources), keptMs, limitMs),
        scanner: shared(() => scannerOf(sources), keptMs, limitMs * 2),
        keys: shared(() => keysOf(sources), keysKeptMs, limitMs * 5),
        letters: shared(() => lettersOf(sources), keptMs, limitMs),
        backup: shared(() => backupOf(sources), keptMs, limitMs),
        webhooks: shared(() => webhooksOf(sources), keptMs, limitMs),
      };
    },
    read: async () => {
      const all = asked;
      if (all === null) return show('readiness', { ready: 0 });
      await Promise.all(readings.map(async (reading) => show(reading, await all[reading]())));
    },
  };
}

const secondsSince = (instant: Date, { now }: Pick<Sources, 'now'>) =>
  (now().getTime() - instant.getTime()) / 1000;

const secondsUntil = (instant: Date | null | undefined, sources: Pick<Sources, 'now'>) =>
  instant ? -secondsSince(instant, sources) : null;

async function queueOf(sources: Sources): Promise<Values> {
  const { waiting, parked, oldest } = await sources.queue();
  return {
    outbox_waiting: waiting,
    outbox_parked: parked,
    outbox_oldest_seconds: oldest === null ? 0 : secondsSince(oldest, sources),
  };
}

async function turnsOf(sources: Sources): Promise<Values> {
  const late = (await sources.turns()).map(({ last, due }) =>
    last !== null && last < due ? secondsSince(new Date(due), sources) : 0,
  );
  return { clock_lag_seconds: Math.max(0, ...late) };
}

async function databaseOf({ database }: Sources): Promise<Values> {
  const { members, disk, sessions, clockAheadMs, dataBytes } = await database();
  return {
    sessions,
    clock_ahead_seconds: clockAheadMs / 1000,
    data_bytes: dataBytes,
    disk_used_bytes: disk?.usedBytes ?? null,
    disk_size_bytes: disk?.totalBytes ?? null,
    replica_members: members?.all ?? null,
    replica_members_healthy: members?.healthy ?? null,
    replica_has_primary: members && Number(members.hasPrimary),
    replica_lag_seconds: members && members.lagMs / 1000,
  };
}

async function scannerOf({ scanner }: Sources): Promise<Values> {
  const answers = await scanner();
  return { scanner_up: answers === null ? null : Number(answers) };
}

async function webhooksOf(sources: Sources): Promise<Values> {
  const { active, failed, oldest } = await sources.webhooks();
  return {
    webhooks_active: active,
    webhooks_failed: failed,
    webhooks_oldest_seconds: oldest === null ? 0 : secondsSince(oldest, sources),
  };
}

async function backupOf(sources: Sources): Promise<Values> {
  const last = await sources.backup();
  return {
    backup_age_seconds: last && secondsSince(new Date(last.at), sources),
    journal_faults: last?.faults ?? null,
  };
}

async function keysOf(sources: Sources): Promise<Values> {
  const read = await sources.keys();
  return {
    key_trusted: read && Number(read.trusted),
    key_age_seconds: read?.since ? secondsSince(read.since, sources) : null,
    seal_expiry_seconds: secondsUntil(read?.sealUntil, sources),
    root_expiry_seconds: secondsUntil(read?.rootUntil, sources),
    time_expiry_seconds: secondsUntil(read?.timeUntil, sources),
    signing_faults: read?.faults ?? null,
  };
}

async function lettersOf(sources: Sources): Promise<Values> {
  const { refused, bounced, failing, lastSent } = await sources.letters();
  return {
    letters_refused_week: refused,
    letters_bounced_week: bounced,
    letters_failing: Number(failing),
    letter_sent_age_seconds: lastSent && secondsSince(lastSent, sources),
  };
}
