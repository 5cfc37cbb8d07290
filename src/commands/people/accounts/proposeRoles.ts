import { LabelError } from '../../../errors.ts';
import { againstRolesStep, confirmableUntil } from '../../../policies/rolesStep.ts';
import { administratorsOwn } from '../../common/administratorsOwn.ts';
import { changePerson } from '../../common/changePerson.ts';
import { requireVisible, unchanged } from '../../common/requireVisible.ts';
import { type StaffRole, staffRoles } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { rolesCase } from './rolesCase.ts';

interface Input {
  readonly personId: string;
  /** As the administrator saw the person. */
  readonly revision: number;
  /** All that the person shall hold. */
  readonly roles: readonly StaffRole[];
}

/**
 * Proposes which roles someone shall hold for the whole service; a second administrator confirms it. Both giving and taking
 * need two: an administrator who could take alone could take the others' administration and stay as the only one.
 */
export async function proposeRoles(deps: Deps, asker: Asker, input: Input): Promise<void> {
  const { said, note } = await administratorsOwn(deps, asker);
  const person = requireVisible(await deps.store.person(input.personId));
  unchanged(person, input.revision);
  const roles = staffRoles.filter((role) => input.roles.includes(role));
  const given = roles.filter((role) => !person.roles.includes(role));
  const taken = person.roles.filter((role) => !roles.includes(role));
  if (given.length + taken.length === 0) return;
  const reasons = againstRolesStep('propose', await rolesCase(deps, asker.id, person, { given }, said.at));
  if (reasons.length > 0) throw new LabelError('refused', { reasons });
  const until = confirmableUntil(said.at);
  const rolesProposal = { given, taken, by: asker.id, at: said.at, until };
  const line = { ...said, facts: ['person.rolesProposed'], data: { given, taken, until } } as const;
  await deps.store.commit({
    changes: [changePerson(deps, person, { rolesProposal }, line), note({ rolesOf: person.id })],
  });
}
