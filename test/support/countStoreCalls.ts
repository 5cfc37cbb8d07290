import type { Change, Deps, Store } from '../../src/commands/ports/ports.ts';

/** What a command did with its store. */
export interface StoreCalls {
  /** Names of the writes, one a transaction. */
  readonly writes: readonly string[];
  /** Items that were written and had been read more than once before, as `<read>/<id>`. */
  readonly readTwice: readonly string[];
}

const writing = ['commit', 'note', 'addEvidence', 'editEvidence', 'editSelfAssessment', 'saveScore'];
/** The read of one item by its id, by the name of the items that a commit writes. */
const readOf: Readonly<Record<string, string>> = {
  applications: 'application',
  reviews: 'review',
  labels: 'label',
  findings: 'finding',
  conditions: 'condition',
  committeeSessions: 'session',
  appeals: 'appeal',
  complaints: 'complaint',
  needs: 'need',
  conversations: 'conversation',
  correspondence: 'correspondence',
  organisations: 'organisation',
  people: 'person',
};

/** Carries out a command and counts what it reads of each item that it writes, and how often it writes. */
export async function countStoreCalls(
  deps: Deps,
  act: (deps: Deps) => Promise<unknown>,
): Promise<StoreCalls> {
  const writes: string[] = [];
  const reads: string[] = [];
  const written: string[] = [];
  const watch = (store: Store): Store =>
    new Proxy(store, {
      get: (of, name: string) => {
        const method = of[name as keyof Store] as unknown;
        if (typeof method !== 'function') return method;
        return (...given: unknown[]) => {
          if (name === 'seenBy') return watch(method.apply(of, given));
          if (writing.includes(name)) writes.push(name);
          if (name === 'commit') {
            for (const { kind, after } of given[0] as readonly Change[])
              written.push(`${readOf[kind]}/${after.id}`);
          }
          reads.push(`${name}/${given[0]}`);
          return method.apply(of, given);
        };
      },
    });
  await act({ ...deps, store: watch(deps.store) });
  const readTwice = written.filter((item) => reads.filter((read) => read === item).length > 1);
  return { writes, readTwice };
}
