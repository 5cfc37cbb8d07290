import { LabelError } from '../../../errors.ts';
import { againstRolesStep, confirmableUntil, type RolesCase } from '../../../policies/rolesStep.ts';
import { administratorsOwn } from '../../common/administratorsOwn.ts';
import { changePerson } from '../../common/changePerson.ts';
import { requireVisible, unchanged } from '../../common/requireVisible.ts';
import { type Person, type StaffRole, staffRoles } from '../../items/items.ts';
import type { Asker, Change, Deps } from '../../ports/ports.ts';

interface Proposed {
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
export async function proposeRoles(deps: Deps, asker: Asker, input: Proposed): Promise<void> {
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

/** Who administers the service now, for the rule that roles need two of them. */
export async function rolesCase(
  { store }: Pick<Deps, 'store'>,
  askerId: string,
  person: Person,
  change: { readonly given: readonly unknown[] },
  now: string,
): Promise<RolesCase> {
  const administrators = (await store.peopleWith('administrator')).map(({ id }) => id);
  return { askerId, person, gives: change.given.length > 0, administrators, now };
}
