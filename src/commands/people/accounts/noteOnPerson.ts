import { dayOf } from '../../../register/day.ts';
import { changeItem } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { FactsWithOptionalData } from '../../items/eventData.ts';
import type { Item, Person } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';

type Changed = Partial<Omit<Person, keyof Item>>;

/** Notes on a person's chain what they did with their own access, with the change that belongs to it; never a secret. */
export async function noteOnPerson(
  deps: Pick<Deps, 'store' | 'ids' | 'clock'>,
  personId: string,
  line: FactsWithOptionalData,
  request?: string,
  changed: Changed = {},
): Promise<void> {
  await retryOnConflict(async () => {
    // Read anew, and with the roles that are stored: those of a session may be fewer.
    const person = requireVisible(await deps.store.person(personId));
    const at = deps.clock.now().toISOString();
    const actor = { id: person.id, roles: person.roles, ...(request !== undefined && { request }) };
    const now = { ...changed, ...cameOn(at, line, person) };
    await deps.store.commit([changeItem(deps, 'people', person, now, { at, actor, ...line })]);
  });
}

/** The day of a sign-in is kept, because people who stay away for long are erased. */
function cameOn(at: string, { facts }: FactsWithOptionalData, { seenOn }: Person): Changed {
  const today = dayOf(at);
  return facts.some((fact) => fact === 'person.signedIn') && seenOn !== today ? { seenOn: today } : {};
}
