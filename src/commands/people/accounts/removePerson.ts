import { refuseFor } from '../../../errors.ts';
import { confirmableUntil } from '../../../policies/rolesStep.ts';
import { administratorsOwn, type PersonInput } from '../../common/administratorsOwn.ts';
import { changeItem, type Line } from '../../common/noteOn.ts';
import { requireRevision, requireVisible } from '../../common/requireVisible.ts';
import type { Person } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { closeAccess } from './closeAccess.ts';
import type { EndingDeps } from './ownAccount.ts';

/** Ends a person's access and sessions; refused while they are the only owner of an organisation. */
export async function removePerson(deps: EndingDeps, asker: Asker, input: PersonInput): Promise<void> {
  const { eventMeta, self, note } = await administratorsOwn(deps, asker);
  const person = requireRevision(requireVisible(await deps.store.person(input.personId)), input.revision);
  refuseFor({ ownRemoval: person.id === self.id });
  if (person.removedAt !== null) return;
  const line = { ...eventMeta, facts: ['person.removed'] } as const;
  await closeAccess(deps, person, { line, beside: [note({ removed: person.id })] });
}

/** Restores a removed person and their memberships; roles they had are proposed anew, because giving them takes a second administrator. */
export async function letPersonBack(deps: Deps, asker: Asker, input: PersonInput): Promise<void> {
  const { eventMeta } = await administratorsOwn(deps, asker);
  const person = requireRevision(requireVisible(await deps.store.person(input.personId)), input.revision);
  if (person.removedAt === null) return;
  requireVisible(person.email !== '');
  const proposed = { given: person.roles, taken: [], until: confirmableUntil(eventMeta.at) };
  const anew = person.roles.length > 0;
  const change: Partial<Person> = anew
    ? { roles: [], rolesProposal: { ...proposed, by: asker.id, at: eventMeta.at } }
    : { rolesProposal: null };
  const line: Line = anew
    ? { ...eventMeta, facts: ['person.readmitted', 'person.rolesProposed'], data: proposed }
    : { ...eventMeta, facts: ['person.readmitted'] };
  await deps.store.commit([changeItem(deps, 'people', person, { removedAt: null, ...change }, line)]);
}
