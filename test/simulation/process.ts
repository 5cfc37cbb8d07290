import type { Connection } from 'mongoose';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { viewOf } from '../../src/commands/desk/viewOf.ts';
import { LabelError } from '../../src/errors.ts';
import type { LetterDeps } from '../../src/letters/letters.ts';
import { sections } from '../../src/policies/sections.ts';
import { createStore } from '../../src/storage/createStore.ts';
import { createFiles } from '../../src/storage/database/createFiles.ts';
import { createJobs } from '../../src/storage/database/createJobs.ts';
import { createLeases } from '../../src/storage/database/createLeases.ts';
import type { WebDeps } from '../../src/web/http/webDeps.ts';
import { runTurn } from '../../src/workers/clock.ts';
import { handlers } from '../../src/workers/handlers.ts';
import { handlersOf } from '../../src/workers/reactions.ts';
import { runNext } from '../../src/workers/relay.ts';
import { schedules } from '../../src/workers/schedules.ts';
import { keepConnection } from '../support/run/ownConnection.ts';
import { type Broken, brokenStore } from './breaks.ts';
import { AnswerLost, type Death, dying, Killed } from './dying.ts';
import { type Around, asItIs } from './interleaved.ts';
import type { Stage } from './move.ts';

/** What a process is given: the database, whatever does not write there, and where it reports what nobody expects. */
interface Given {
  readonly connection: Connection;
  readonly deps: WebDeps & LetterDeps;
  readonly faults: string[];
  readonly broken: Broken;
  /** Told when the clock has done everything that was due at an instant. */
  readonly struck: (at: Date) => void;
}

/** How a process fares: it dies at its work, or another one works in between. */
export interface Fate {
  readonly death?: Death;
  readonly around?: Around;
}

type Working = Pick<Stage, 'deps' | 'at' | 'undisturbed' | 'strike' | 'work'>;

/** A process of the service: its pages, clock and workers. */
export function startProcess(given: Given, { death, around = asItIs }: Fate = {}): Working {
  const line = death ? dying(given.connection, death) : given.connection;
  const [jobs, leases] = [around(createJobs(line), 'jobs'), around(createLeases(line), 'leases')];
  const deps = {
    ...given.deps,
    store: around(
      brokenStore(createStore(line, handlersOf, { clock: given.deps.clock }), given.connection, given.broken),
      'store',
    ),
    files: around(createFiles(given.connection), 'files'),
    papers: around(given.deps.papers, 'papers'),
    issuing: around(given.deps.issuing, 'issuing'),
    intake: around(given.deps.intake, 'intake'),
    mailer: around(given.deps.mailer, 'mailer'),
  };
  const work = around({ do: (done: () => Promise<unknown>) => done() }, 'work');
  keepConnection(deps.store, line);
  const note = (...[data]: readonly unknown[]) => {
    const error = data && typeof data === 'object' && 'err' in data ? data.err : data;
    if (error instanceof Killed) throw error;
    if (!isExpected(error) && !(error instanceof AnswerLost))
      given.faults.push(error instanceof Error ? String(error.stack) : String(error));
  };
  const log = { info: () => {}, warn: note, error: note };
  return {
    deps,
    at: async (section, personId) => {
      const asker = requireVisible(await deps.store.person(personId));
      const store = deps.store.seenBy(await viewOf(deps, requireVisible(sections[section]), asker));
      keepConnection(store, line);
      return [{ ...deps, store }, asker];
    },
    undisturbed: async (done) => void (await work.do(done)),
    strike: async (holder) => {
      const now = deps.clock.now();
      for (const schedule of schedules) {
        const isTurn = await runTurn({ deps, leases, schedules, holder, log }, schedule);
        if (isTurn && schedule.name === 'deadlines' && !death && around === asItIs) given.struck(now);
      }
    },
    work: async () => {
      while (await runNext({ deps, jobs, handlers, worker: 'simulation', log }));
    },
  };
}

/** What happens where many work at once: a rule says no, or someone else was quicker. */
export function isExpected(error: unknown): error is LabelError {
  return error instanceof LabelError && expected.includes(error.code);
}

const expected: readonly string[] = ['stale', 'refused', 'notFound', 'forbidden', 'invalid'];
