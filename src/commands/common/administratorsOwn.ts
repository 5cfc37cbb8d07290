import { LabelError } from '../../errors.ts';
import { isAdministrator } from '../../policies/who.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import type { Person } from '../items/items.ts';
import type { Trace } from '../items/newRecord.ts';
import type { Asker, Change, Deps } from '../ports/ports.ts';
import { actorOf } from './actor.ts';
import { changePerson } from './changePerson.ts';
import { requireVisible } from './requireVisible.ts';

/** What an administrator brings to a change of someone else. */
export interface Administrating {
  readonly self: Person;
  readonly said: Omit<Trace, 'id'>;
  /** A line on their own chain, in the same commit: two administrators who change each other at once meet on it. */
  readonly note: (data: JournalRecord['data']) => Change;
}

/** An administrator as they are stored now; `forbidden` for anyone else. */
export async function administratorsOwn(deps: Deps, asker: Asker): Promise<Administrating> {
  const self = requireVisible(await deps.store.person(asker.id));
  if (!isAdministrator(asker) || !isAdministrator(self)) throw new LabelError('forbidden');
  const said = { at: deps.clock.now().toISOString(), actor: actorOf(asker) };
  return { self, said, note: (data) => changePerson(deps, self, {}, { ...said, facts: [], data }) };
}
