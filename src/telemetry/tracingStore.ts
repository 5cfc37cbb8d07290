import type { Store } from '../commands/ports/ports.ts';
import type { Tracing } from '../commands/ports/watchPorts.ts';

/** A store whose commits are spans, by the first thing that becomes true. */
export function tracingStore(store: Store, tracing: Tracing): Store {
  return {
    ...store,
    seenBy: (view) => tracingStore(store.seenBy(view), tracing),
    commit: (changes, parts) => {
      const [fact = 'nothing'] = changes.flatMap(({ record }) => record.facts);
      return tracing.span('commit', fact, () => store.commit(changes, parts));
    },
    note: (note) => tracing.span('commit', note.facts[0] ?? 'nothing', () => store.note(note)),
  };
}
