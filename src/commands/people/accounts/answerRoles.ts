import { LabelError } from '../../../errors.ts';
import { againstRolesStep } from '../../../policies/rolesStep.ts';
import { administratorsOwn } from '../../common/administratorsOwn.ts';
import { changePerson } from '../../common/changePerson.ts';
import { requireVisible, unchanged } from '../../common/requireVisible.ts';
import { type Person, staffRoles } from '../../items/items.ts';
import type { Asker, Change, Deps } from '../../ports/ports.ts';
import { rolesCase } from './rolesCase.ts';

interface Input {
  readonly personId: string;
  /** As the administrator saw the person, and with them the proposal. */
  readonly revision: number;
}

/** Makes a proposed change of roles true, as the second administrator. */
export async function confirmRoles(deps: Deps, asker: Asker, input: Input): Promise<void> {
  const { said, note } = await administratorsOwn(deps, asker);
  const { person, proposal } = await waiting(deps, asker, input, 'confirm', said.at);
  const { given, taken, by } = proposal;
  const roles = staffRoles.filter(
    (role) => given.includes(role) || (person.roles.includes(role) && !taken.includes(role)),
  );
  const line = { ...said, facts: ['person.rolesChanged'], data: { given, taken, proposedBy: by } } as const;
  // A line on the proposer's chain too: whoever takes their part away at this moment meets it there.
  const proposer = requireVisible(await deps.store.person(by));
  const beside: Change = changePerson(
    deps,
    proposer,
    {},
    { ...said, facts: [], data: { rolesOf: person.id } },
  );
  await deps.store.commit({
    changes: [
      changePerson(deps, person, { roles, rolesProposal: null }, line),
      note({ rolesOf: person.id }),
      beside,
    ],
  });
}

/** Takes a proposed change of roles away: its proposer withdraws it, any other administrator declines it. */
export async function declineRoles(deps: Deps, asker: Asker, input: Input): Promise<void> {
  const { said, note } = await administratorsOwn(deps, asker);
  const { person, proposal } = await waiting(deps, asker, input, 'decline', said.at);
  const { given, taken, by } = proposal;
  const fact = by === asker.id ? 'person.rolesWithdrawn' : 'person.rolesDeclined';
  const line = { ...said, facts: [fact], data: { given, taken, proposedBy: by } } as const;
  await deps.store.commit({
    changes: [changePerson(deps, person, { rolesProposal: null }, line), note({ rolesOf: person.id })],
  });
}

/** The person with the proposal that waits; `refused` with the reasons why this administrator cannot answer it. */
async function waiting(
  deps: Deps,
  asker: Asker,
  { personId, revision }: Input,
  step: 'confirm' | 'decline',
  now: string,
): Promise<{ person: Person; proposal: NonNullable<Person['rolesProposal']> }> {
  const person = requireVisible(await deps.store.person(personId));
  unchanged(person, revision);
  const proposal = person.rolesProposal ?? null;
  const about = await rolesCase(deps, asker.id, person, proposal ?? { given: [] }, now);
  const reasons = againstRolesStep(step, about);
  if (reasons.length > 0 || !proposal) throw new LabelError('refused', { reasons });
  return { person, proposal };
}
