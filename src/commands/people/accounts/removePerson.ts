import { LabelError } from '../../../errors.ts';
import { hasOwner } from '../../../policies/organisation.ts';
import { confirmableUntil } from '../../../policies/rolesStep.ts';
import { everything } from '../../../policies/view.ts';
import { administratorsOwn } from '../../common/administratorsOwn.ts';
import { changePerson } from '../../common/changePerson.ts';
import type { Line } from '../../common/lineOf.ts';
import { requireVisible, unchanged } from '../../common/requireVisible.ts';
import type { Organisation, Person } from '../../items/items.ts';
import type { Asker, Deps, Store } from '../../ports/ports.ts';
import { organisationChange } from '../organisations/organisationChange.ts';
import { afterChange } from '../organisations/ownTeam.ts';

/** Where all sessions of a person can be ended. */
interface Ending {
  readonly sessions: { endAll(personId: string): Promise<void> };
}

interface Input {
  readonly personId: string;
  /** As the administrator saw the person. */
  readonly revision: number;
}

/** Lets a person in no more and ends their sessions; refused as long as they alone speak for an organisation. */
export async function removePerson(deps: Deps & Ending, asker: Asker, input: Input): Promise<void> {
  const { said, self, note } = await administratorsOwn(deps, asker);
  // People are an administrator's to look after, also those of organisations that they must not see.
  const store = deps.store.seenBy(everything);
  const person = requireVisible(await store.person(input.personId));
  unchanged(person, input.revision);
  if (person.id === self.id) throw new LabelError('refused', { reasons: ['ownRemoval'] });
  if (person.removedAt !== null) return;
  const change = { removedAt: said.at };
  const owned = await ownedBy(store, person, change);
  await store.commit({
    changes: [
      changePerson(deps, person, change, { ...said, facts: ['person.removed'] }),
      note({ removed: person.id }),
      // The revision of each rises: of two owners who go at once, one is stale.
      ...owned.map((organisation) =>
        organisationChange(
          deps,
          organisation,
          {},
          { ...said, facts: [], data: { because: ['person.removed'] } },
        ),
      ),
    ],
  });
  await deps.sessions.endAll(person.id);
}

/** The organisations that a person speaks for; `soleOwner` when they do so alone for others, or for a file that was sent. */
async function ownedBy(store: Store, person: Person, change: Partial<Person>): Promise<Organisation[]> {
  const owner = person.memberships.filter(({ role }) => role === 'owner');
  const all = await store.organisations(owner.map(({ organisationId }) => organisationId));
  for (const { id, mergedInto } of all) {
    const people = afterChange(await store.peopleOf(id), person, change);
    if (mergedInto !== null || hasOwner(people, id)) continue;
    const files = (await store.applicationsOf([id])).filter(({ state }) => state !== 'draft');
    if (people.length > 1 || files.length > 0) throw new LabelError('refused', { reasons: ['soleOwner'] });
  }
  return all;
}

/**
 * Restores the access of a removed person, with their memberships. The roles that they had are proposed anew and wait for a second
 * administrator: to let someone back would give them otherwise.
 */
export async function letPersonBack(
  deps: Deps,
  asker: Asker,
  input: { readonly personId: string; readonly revision: number },
): Promise<void> {
  const { said } = await administratorsOwn(deps, asker);
  const person = requireVisible(await deps.store.person(input.personId));
  unchanged(person, input.revision);
  if (person.removedAt === null) return;
  requireVisible(person.email === '' ? null : person);
  const [given, taken] = [person.roles, [] as const];
  const until = confirmableUntil(said.at);
  const rolesProposal = { given, taken, by: asker.id, at: said.at, until };
  const [change, line]: [Partial<Person>, Line] =
    given.length > 0
      ? [
          { roles: [], rolesProposal },
          {
            ...said,
            facts: ['person.readmitted', 'person.rolesProposed'],
            data: { given, taken, until },
          },
        ]
      : [{ rolesProposal: null }, { ...said, facts: ['person.readmitted'] }];
  await deps.store.commit({ changes: [changePerson(deps, person, { removedAt: null, ...change }, line)] });
}
