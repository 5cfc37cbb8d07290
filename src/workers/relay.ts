import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Job, Jobs } from '../commands/ports/jobPorts.ts';
import type { Counts, Tracing } from '../commands/ports/watchPorts.ts';
import { type ErrorCode, LabelError } from '../errors.ts';
import { inTime } from '../inTime.ts';
import type { LetterDeps } from '../letters/letters.ts';
import { forRequest } from '../requestScope.ts';
import type { Handler } from './handlers.ts';

/** How long a worker may hold a job before another may take it. */
const leaseMs = 60_000;
/** After so long (milliseconds) a job that does not end counts as one that failed: by then the lease is over, and another may have it. */
const defaultTimeoutMs = 2 * leaseMs;
/** Tries before a job is parked for staff to look at. */
const maxAttempts = 8;
/** What lies outside of the program and comes back: a job that waits for it is tried for days before it is parked. */
const outside: ReadonlySet<ErrorCode> = new Set([
  'databaseUnavailable',
  'issuerUnavailable',
  'mailUnavailable',
  'scannerUnavailable',
]);
/** How far such tries lie apart in the end: all at the same instants, so that what waited goes in the order in which it came. */
const waitMs = 5 * 60_000;
/** Five days, as mail servers wait for each other (RFC 5321, 4.5.4.1). */
const maxWaits = 1440;
/** How long to wait when nothing is due. */
const idleMs = 250;

export interface RelayParts {
  readonly deps: LetterDeps;
  readonly jobs: Jobs;
  readonly handlers: Readonly<Record<string, Handler>>;
  readonly worker: string;
  readonly log: Pick<Logger, 'error' | 'warn'> & Partial<Pick<Logger, 'info'>>;
  readonly counts?: Pick<Counts, 'job'>;
  readonly tracing?: Tracing;
  /** How long (milliseconds) a job may take. */
  readonly timeoutMs?: number;
}

/** Empties the outbox until it is stopped; `stop` waits for the job in hand. */
export function startRelay(parts: RelayParts): { stop(): Promise<void> } {
  const { timeoutMs = defaultTimeoutMs } = parts;
  const stopping = new AbortController();
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      const next = inTime('the outbox', runNext(parts), 2 * timeoutMs);
      const worked = await next.catch((error: unknown) => {
        parts.log.error({ err: error }, 'the outbox cannot be read; trying again');
        return false;
      });
      if (!worked) await pause(idleMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}

/** Runs the next due job, if there is one: done, tried again later, or parked. False when nothing was due. */
export async function runNext(parts: RelayParts): Promise<boolean> {
  const job = await parts.jobs.claim(parts.worker, parts.deps.clock.now(), leaseMs);
  if (!job) return false;
  await forRequest(job.request, () => attempt(parts, job));
  return true;
}

async function attempt(parts: RelayParts, job: Job): Promise<void> {
  const { deps, jobs, handlers, worker, log, timeoutMs = defaultTimeoutMs } = parts;
  try {
    const handler = handlers[job.handler];
    if (!handler) throw new Error(`no handler is named ${job.handler}`);
    const work = () => handler(deps, job);
    await inTime(job.handler, parts.tracing?.span('job', job.handler, work) ?? work(), timeoutMs);
    await jobs.done(job, worker);
    parts.counts?.job('done');
    log.info?.({ job: job.id, fact: job.fact }, 'job done');
  } catch (error) {
    await failed(parts, job, error);
  }
}

async function failed(
  { deps, jobs, worker, log, counts }: RelayParts,
  job: Job,
  error: unknown,
): Promise<void> {
  const why = error instanceof Error ? error.message : String(error);
  const waits = error instanceof LabelError && outside.has(error.code);
  if (job.attempts >= (waits ? maxWaits : maxAttempts)) {
    log.error({ err: error, job: job.id }, 'job parked');
    counts?.job('parked');
    await jobs.park(job, worker, why);
    return;
  }
  counts?.job('retried');
  log.warn({ err: error, job: job.id, attempts: job.attempts }, 'job failed, will be tried again');
  await jobs.retry(job, worker, why, nextTry(deps.clock.now(), job.attempts));
}

/** After 1 s, 2 s, 4 s …, and then at the next of the instants that all share. */
function nextTry(now: Date, attempts: number): Date {
  const backOffMs = 1000 * 2 ** (attempts - 1);
  if (attempts <= maxAttempts && backOffMs < waitMs) return new Date(now.getTime() + backOffMs);
  return new Date((Math.floor(now.getTime() / waitMs) + 1) * waitMs);
}
