import { LabelError } from '../../errors.ts';
import { isAdministrator } from '../../policies/who.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { actorOf } from './actor.ts';
import { noteOn } from './noteOn.ts';
import { type ItemInput, requireVisible } from './requireVisible.ts';

export type PersonInput = ItemInput<'personId'>;

/** An administrator as they are stored now, with what goes with each line of theirs; `forbidden` for anyone else. */
export async function administratorsOwn(deps: Deps, asker: Asker) {
  const self = requireVisible(await deps.store.person(asker.id));
  if (!isAdministrator(asker) || !isAdministrator(self)) throw new LabelError('forbidden');
  const eventMeta = { at: deps.clock.now().toISOString(), actor: actorOf(asker) };
  // A line on their own chain, in the same commit: two administrators who change each other at once meet on it.
  const note = (data: JournalRecord['data']) =>
    noteOn(deps, 'people', self, { ...eventMeta, facts: [], data });
  return { self, eventMeta, note };
}
