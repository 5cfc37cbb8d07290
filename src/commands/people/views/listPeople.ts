import { LabelError } from '../../../errors.ts';
import { isOpen } from '../../../policies/rolesStep.ts';
import { isAdministrator } from '../../../policies/who.ts';
import type { Person } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** A page of people, and the last of them when there are more. */
export interface PeoplePage {
  readonly people: readonly Person[];
  readonly next: string | null;
  /** Those whose change of roles waits for a second administrator. */
  readonly waiting: readonly Person[];
}

const perPage = 50;

/** People by name, for administrators: those whose name or address begins with a text, after the person of an id. */
export async function listPeople(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  { beginning, after }: { readonly beginning: string; readonly after: string },
): Promise<PeoplePage> {
  if (!isAdministrator(asker)) throw new LabelError('forbidden');
  const last = after === '' ? null : await deps.store.person(after);
  const found = await deps.store.people(beginning, perPage + 1, last ?? undefined);
  const people = found.slice(0, perPage);
  const now = deps.clock.now().toISOString();
  const proposed = await deps.store.peopleWithProposal();
  return {
    people,
    next: found.length > perPage ? (people.at(-1)?.id ?? null) : null,
    waiting: proposed.filter(({ rolesProposal }) => isOpen(rolesProposal, now)),
  };
}
