import { dayOf } from '../../../register/day.ts';
import type { EventActor } from '../../../workflow/events.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Person } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';

/** A person as they are known when they first come: without memberships, with the roles that are given. */
export type NewPerson = Pick<Person, 'email' | 'name' | 'language' | 'roles'>;

/** Makes a person and the first line of their chain, which names no address; `by` is themselves when not said. */
export async function enrolPerson(
  deps: Pick<Deps, 'store' | 'ids' | 'clock'>,
  person: NewPerson,
  by?: EventActor,
): Promise<Person> {
  const id = deps.ids.next();
  const at = deps.clock.now().toISOString();
  await deps.store.commit({
    changes: [
      {
        kind: 'people',
        before: null,
        after: { ...person, id, memberships: [], unsubscribed: [], removedAt: null, seenOn: dayOf(at) },
        record: {
          id: deps.ids.next(),
          at,
          actor: by ?? { id, roles: [] },
          event: null,
          facts: ['person.enrolled'],
          data: { roles: person.roles },
        },
      },
    ],
  });
  return requireVisible(await deps.store.person(id));
}
