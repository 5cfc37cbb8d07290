import type { Trace } from '../items/newRecord.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { actorTowards } from './actor.ts';

/** Who edits something of an organisation now, for the journal line of the edit. */
export function traceOf(deps: Pick<Deps, 'ids' | 'clock'>, asker: Asker, organisationId: string): Trace {
  return {
    id: deps.ids.next(),
    at: deps.clock.now().toISOString(),
    actor: actorTowards(asker, organisationId),
  };
}
