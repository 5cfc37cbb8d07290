import { dayOf } from '../../../register/day.ts';
import { type BackupReading, type HealthReadings, maxClockAheadMs } from '../../ports/healthPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { webhookLag } from '../../register/webhooks/webhookLag.ts';
import { type HealthLine, inTrouble, type Light, line, lineIn } from './healthLine.ts';
import { mailLine } from './mailLine.ts';
import { requireCaretaker } from './parkedJobs.ts';
import { signingLines } from './signingLines.ts';
import { withFiles } from './viewJob.ts';

const minuteMs = 60_000;
/** How old (hours) the last backup may be: one each night, and one of them may end later than the one before. */
const backupHours = { soon: 36, now: 7 * 24 };
const hourMs = 60 * minuteMs;
/** How late a job or a turn may be before somebody should look, and before nothing runs any more. */
const late = { soon: 5 * minuteMs, now: 60 * minuteMs };

type With = Pick<Deps, 'store' | 'clock' | 'issuing' | 'publicUrl' | 'specimen'>;
type WithReadings = With & { readonly health: HealthReadings };

export type HealthPage = Awaited<ReturnType<typeof readHealth>>;

/** How the service stands, for those who look after it, with the jobs that no worker tries any more. */
export async function viewHealth(deps: WithReadings, asker: Asker): Promise<HealthPage> {
  requireCaretaker(asker);
  return readHealth(deps);
}

/** The same for whoever works on the server itself. */
export async function readHealth(deps: WithReadings) {
  const { store, clock, health } = deps;
  const now = clock.now();
  const parked = await store.parkedJobs();
  const turns = await health.turns(now).catch(() => null);
  // Asked once; each line that it tells says so itself where it fails.
  const database = health.database();
  database.catch(() => {});
  const lines = await Promise.all([
    ...storedLines(deps, now),
    inTrouble('workers', async () => {
      const { waiting, oldest } = await health.queue(now);
      const ms = oldest === null ? 0 : now.getTime() - oldest.getTime();
      return line('workers', lightOf(ms), { waiting, minutes: Math.round(ms / minuteMs) });
    }),
    inTrouble('clock', async () => {
      if (turns === null) throw new Error('the turns are not known');
      const { clockAheadMs } = await database;
      if (Math.abs(clockAheadMs) > maxClockAheadMs) {
        const minutes = Math.round(Math.abs(clockAheadMs) / minuteMs);
        return { ...line('clock', 'now', { minutes }), state: 'wrong' as const };
      }
      const ms = turns.map(({ last, due }) =>
        last !== null && last < due ? now.getTime() - Date.parse(due) : 0,
      );
      const behind = ms.filter((one) => one > late.soon).length;
      return line('clock', lightOf(Math.max(0, ...ms)), { behind, all: turns.length });
    }),
    inTrouble('database', async () => {
      const { members, migrations } = await database;
      if (members === null) return { ...line('database', 'good', { migrations }), state: 'none' as const };
      const { all, healthy, lagMs } = members;
      const seconds = Math.round(lagMs / 1000);
      const light = healthy < all ? 'now' : lagMs > minuteMs ? 'soon' : 'good';
      return line('database', light, { all, healthy, seconds, migrations });
    }),
    inTrouble('disk', async () => {
      const { disk, dataBytes } = await database;
      if (disk === null) throw new Error('the disk is not known');
      const percent = Math.round((disk.usedBytes / disk.totalBytes) * 100);
      const free = gigabytes(disk.totalBytes - disk.usedBytes);
      const light = percent >= 95 ? 'now' : percent >= 85 ? 'soon' : 'good';
      return line('disk', light, { percent, free, data: Math.max(0.1, gigabytes(dataBytes)) });
    }),
    inTrouble('webhooks', async () => {
      const { active, failed, oldest } = await webhookLag(deps);
      const ms = oldest === null ? 0 : now.getTime() - oldest.getTime();
      // A receiver that is away for a while is no trouble of ours.
      const light = failed > 0 || ms > late.now ? 'soon' : 'good';
      return line('webhooks', light, { active, failed, minutes: Math.round(ms / minuteMs) });
    }),
    inTrouble('scanner', async () => {
      const answers = await health.scanner();
      if (answers === null) return { ...line('scanner', 'soon', {}), state: 'none' as const };
      return line('scanner', answers ? 'good' : 'now', {});
    }),
  ]);
  const ordered = inOrder(lines);
  return {
    at: now.toISOString(),
    /** Of the most urgent line. */
    light: ordered[0]?.light ?? 'good',
    lines: ordered,
    parked: { ...parked, jobs: await withFiles({ store }, parked.jobs) },
    turns: turns ?? [],
    sendsMail: health.sendsMail,
    takesReports: health.takesReports,
  };
}

/** The lines that what is stored and the keys tell of, without the installation: a letter tells of these as well. */
export function storedLines(deps: With, now: Date): readonly Promise<HealthLine>[] {
  const { store, specimen } = deps;
  return [
    inTrouble('parked', async () => {
      const { jobs, more } = await store.parkedJobs();
      const oldest = jobs[0]?.runAt;
      return line('parked', jobs.length > 0 ? 'now' : 'good', {
        count: jobs.length,
        more: more ? 'yes' : 'no',
        since: oldest ? dayOf(oldest.toISOString()) : '',
      });
    }),
    ...signingLines(deps, now),
    inTrouble('mail', () => mailLine(deps, now)),
    inTrouble('journal', async () => journalLine(await store.lastBackup())),
    inTrouble('backup', async () => backupLine(await store.lastBackup(), { now, specimen })),
  ];
}

/** Specimens that are tried out alone can be made anew: a backup that is missing is never urgent there. */
function backupLine(
  last: BackupReading | null,
  { now, specimen }: { readonly now: Date; readonly specimen: boolean },
): HealthLine {
  if (last === null) return { ...line('backup', specimen ? 'soon' : 'now', {}), state: 'none' };
  const { at, encrypted } = last;
  const hours = Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / hourMs));
  const late = hours >= backupHours.now ? 'now' : hours >= backupHours.soon ? 'soon' : 'good';
  const many = hours >= 48;
  const facts = { at, unit: many ? 'days' : 'hours', count: many ? Math.floor(hours / 24) : hours };
  if (late === 'good' && !encrypted && !specimen) return { ...line('backup', 'soon', facts), state: 'wrong' };
  return line('backup', specimen && late === 'now' ? 'soon' : late, facts);
}

/** What the check of the last backup found in the database that the journal does not lead to. */
function journalLine(last: BackupReading | null): HealthLine {
  if (last?.faults === undefined) return lineIn('journal', 'none', 'good');
  const { faults, fault = '', at } = last;
  return line('journal', faults > 0 ? 'now' : 'good', { faults, fault, at });
}

function lightOf(ms: number): Light {
  return ms > late.now ? 'now' : ms > late.soon ? 'soon' : 'good';
}

const urgency: readonly Light[] = ['now', 'soon', 'good'];

/** What is urgent first. */
function inOrder(lines: readonly HealthLine[]): readonly HealthLine[] {
  return [...lines].sort((a, b) => urgency.indexOf(a.light) - urgency.indexOf(b.light));
}

function gigabytes(bytes: number): number {
  return Math.round(bytes / 1e8) / 10;
}
