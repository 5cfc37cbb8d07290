import type { DayReport } from '../commands/ports/clockPorts.ts';
import type { Store } from '../commands/ports/ports.ts';
import type { LetterDeps } from '../letters/letters.ts';
import type { Day } from '../register/day.ts';
import type { DomainEvent } from '../workflow/domainEvents.ts';

/** Streams that a report names of each fact; the others are counted. */
const named = 10;

/** Dependencies that note what becomes true by them and which letters go; `taken` gives what was noted since it was asked last. */
export function observe(deps: LetterDeps) {
  let happened = new Map<DomainEvent, { count: number; streams: string[] }>();
  let letters: Record<string, number> = {};
  let failures = new Set<string>();
  const note = (stream: string, facts: readonly DomainEvent[]) => {
    for (const fact of facts) {
      const known = happened.get(fact) ?? { count: 0, streams: [] };
      known.count += 1;
      if (known.streams.length < named) known.streams.push(stream);
      happened.set(fact, known);
    }
  };
  const observed = (store: Store): Store => ({
    ...store,
    seenBy: (view) => observed(store.seenBy(view)),
    commit: async (changes, parts) => {
      await store.commit(changes, parts);
      for (const { kind, after, record } of changes) note(`${kind}/${after.id}`, record.facts);
    },
    note: async (line) => {
      await store.note(line);
      note(line.stream, line.facts);
    },
  });
  const failed = (data: object, message?: string) => {
    const { err } = data as { readonly err?: unknown };
    failures.add(`${message ?? ''}: ${err instanceof Error ? err.message : String(err)}`);
  };
  return {
    deps: {
      ...deps,
      store: observed(deps.store),
      mailer: {
        send: async (letter) => {
          await deps.mailer.send(letter);
          letters[letter.kind] = (letters[letter.kind] ?? 0) + 1;
        },
      },
    } satisfies LetterDeps,
    log: { info: () => {}, warn: failed, error: failed },
    taken: (day: Day): DayReport => {
      const report = {
        day,
        happened: [...happened].map(([fact, known]) => ({ fact, ...known })),
        letters,
        failures: [...failures],
      };
      happened = new Map();
      letters = {};
      failures = new Set();
      return report;
    },
  };
}
