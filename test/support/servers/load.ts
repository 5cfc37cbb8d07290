import { setTimeout as pause } from 'node:timers/promises';
import { systemActor } from '../../../src/commands/common/actor.ts';
import { addItem } from '../../../src/commands/common/noteOn.ts';
import type { Deps } from '../../../src/commands/ports/ports.ts';
import { inTime } from '../../../src/inTime.ts';
import { dayOf } from '../../../src/register/day.ts';

/** Writes that go on until they are stopped. */
export interface Writes {
  /** Ids of the people whose commit was acknowledged, in that order. */
  readonly acknowledged: readonly string[];
  /** Those whose commit was refused: they may be there or not. */
  readonly refused: readonly { readonly id: string; readonly why: string }[];
  /** Waits until one more is acknowledged that began after now; gives how many milliseconds that took. */
  nextAcknowledged(): Promise<number>;
  stop(): Promise<void>;
}

/** After so long (milliseconds) what is waited for is given up: several times what a failover may take. */
const timeoutMs = 120_000;

/** The address of a person of the load. */
export const addressOf = (id: string) => `load-${id}@specimen.example`;

/** Adds people, each in one commit from which jobs and a letter follow; so many writers at a time, each with such a pause between two. */
export function startWrites(
  deps: Pick<Deps, 'store' | 'ids' | 'clock'>,
  { writers, pauseMs }: { readonly writers: number; readonly pauseMs: number },
): Writes {
  const acknowledged: string[] = [];
  const refused: { id: string; why: string }[] = [];
  const waiting = new Set<{ since: number; tell: (ms: number) => void }>();
  let stopped = false;
  const lastRefused = () => `${refused.length} were refused, the last one for: ${refused.at(-1)?.why ?? ''}`;
  const write = async () => {
    while (!stopped) {
      const id = deps.ids.next();
      const begun = performance.now();
      try {
        await addPerson(deps, id);
        acknowledged.push(id);
        const now = performance.now();
        for (const one of [...waiting].filter(({ since }) => since <= begun)) {
          waiting.delete(one);
          one.tell(now - one.since);
        }
      } catch (error) {
        refused.push({ id, why: error instanceof Error ? error.message : String(error) });
      }
      await pause(pauseMs);
    }
  };
  const running = Array.from({ length: writers }, write);
  return {
    acknowledged,
    refused,
    nextAcknowledged: () => {
      const next = new Promise<number>((tell) => void waiting.add({ since: performance.now(), tell }));
      return inTime('an acknowledged write', next, timeoutMs).catch((error: Error) => {
        throw new Error(`${error.message}; ${lastRefused()}`);
      });
    },
    stop: async () => {
      stopped = true;
      await inTime('the writes in hand', Promise.all(running), timeoutMs);
    },
  };
}

async function addPerson(deps: Pick<Deps, 'store' | 'ids' | 'clock'>, id: string): Promise<void> {
  const at = deps.clock.now().toISOString();
  const name = `Spécimen ${id}`;
  const known = { id, email: addressOf(id), name, language: 'fr', roles: ['officer'] } as const;
  const after = { ...known, memberships: [], unsubscribed: [], removedAt: null, seenOn: dayOf(at) };
  const data = { given: ['officer'], taken: [] } as const;
  const line = { at, actor: systemActor, facts: ['person.rolesChanged'], data } as const;
  await deps.store.commit([addItem(deps, 'people', after, line)]);
}

/** Reads that go on until they are stopped. */
export interface Reads {
  readonly count: () => number;
  /** What was not answered as it should be, in words. */
  readonly failed: readonly string[];
  /** Milliseconds of the slowest answer. */
  readonly slowest: () => number;
  stop(): Promise<void>;
}

/** Asks a web for these paths, again and again, as so many readers; whatever is not a page is noted. */
export function startReads(address: string, paths: readonly string[], readers: number): Reads {
  const failed: string[] = [];
  let stopped = false;
  let next = 0;
  let slowest = 0;
  const read = async () => {
    while (!stopped) {
      const path = paths[next % paths.length] ?? '/';
      next += 1;
      const begun = performance.now();
      try {
        const answer = await fetch(address + path);
        await answer.arrayBuffer();
        if (!answer.ok) failed.push(`${path}: ${answer.status}`);
      } catch (error) {
        failed.push(`${path}: ${error instanceof Error ? (error.cause ?? error.message) : error}`);
      }
      slowest = Math.max(slowest, performance.now() - begun);
    }
  };
  const running = Array.from({ length: readers }, read);
  return {
    count: () => next,
    failed,
    slowest: () => slowest,
    stop: async () => {
      stopped = true;
      await inTime('the reads in hand', Promise.all(running), timeoutMs);
    },
  };
}
