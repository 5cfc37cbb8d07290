import type { Store } from '../../commands/ports/ports.ts';
import { type SecurityLog, securityFacts } from '../../commands/ports/securityPorts.ts';
import type { DomainEvent } from '../../workflow/domainEvents.ts';
import type { EventActor } from '../../workflow/events.ts';

/** A store that reports what became true to the security log, after it was written. */
export function eventLoggingStore(store: Store, security: SecurityLog): Store {
  const report = (stream: string, { facts, actor, data }: Written) => {
    for (const event of securityFacts) {
      if (!facts.includes(event)) continue;
      const { id, request } = actor;
      security.note({ event, actor: id, subject: stream, ...(request && { request }), ...detailsOf(data) });
    }
  };
  return {
    ...store,
    seenBy: (view) => eventLoggingStore(store.seenBy(view), security),
    fromAnyMember: () => eventLoggingStore(store.fromAnyMember(), security),
    commit: async (changes, parts) => {
      await store.commit(changes, parts);
      for (const { kind, after, record } of changes) report(`${kind}/${after.id}`, record);
    },
    note: async (note) => {
      await store.note(note);
      report(note.stream, note);
    },
  };
}

interface Written {
  readonly facts: readonly DomainEvent[];
  readonly actor: EventActor;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What of a line's data says how, and which roles: lists of codes of ours, never a text that someone typed. */
function detailsOf({ how, given, taken }: Written['data']) {
  return {
    ...(typeof how === 'string' && { how }),
    ...(Array.isArray(given) && { given }),
    ...(Array.isArray(taken) && { taken }),
  };
}
