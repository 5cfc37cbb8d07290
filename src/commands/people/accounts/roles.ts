import { LabelError, refuseWith } from '../../../errors.ts';
import { confirmableUntil, type RolesCase, rolesStepBlockers } from '../../../policies/rolesStep.ts';
import { administratorsOwn, type PersonInput } from '../../common/administratorsOwn.ts';
import { changeItem, noteOn } from '../../common/noteOn.ts';
import { requireRevision, requireVisible } from '../../common/requireVisible.ts';
import { type Person, type StaffRole, staffRoles } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Proposes all roles that someone shall hold; giving and taking need a second administrator, as one alone could remove the others. */
export async function proposeRoles(
  deps: Deps,
  asker: Asker,
  input: PersonInput & { readonly roles: readonly StaffRole[] },
): Promise<void> {
  const { eventMeta, note } = await administratorsOwn(deps, asker);
  const person = requireRevision(requireVisible(await deps.store.person(input.personId)), input.revision);
  const roles = staffRoles.filter((role) => input.roles.includes(role));
  const given = roles.filter((role) => !person.roles.includes(role));
  const taken = person.roles.filter((role) => !roles.includes(role));
  if (given.length + taken.length === 0) return;
  const about = await rolesCase(deps, asker.id, person, { given }, eventMeta.at);
  refuseWith(rolesStepBlockers('propose', about));
  const until = confirmableUntil(eventMeta.at);
  const rolesProposal = { given, taken, by: asker.id, at: eventMeta.at, until };
  const line = { ...eventMeta, facts: ['person.rolesProposed'], data: { given, taken, until } } as const;
  await deps.store.commit([
    changeItem(deps, 'people', person, { rolesProposal }, line),
    note({ rolesOf: person.id }),
  ]);
}

/** Confirms a proposed change of roles, as the second administrator. */
export async function confirmRoles(deps: Deps, asker: Asker, input: PersonInput): Promise<void> {
  const { eventMeta, note } = await administratorsOwn(deps, asker);
  const { person, proposal } = await waiting(deps, asker, input, 'confirm', eventMeta.at);
  const { given, taken, by } = proposal;
  const roles = staffRoles.filter(
    (role) => given.includes(role) || (person.roles.includes(role) && !taken.includes(role)),
  );
  const data = { given, taken, proposedBy: by };
  const line = { ...eventMeta, facts: ['person.rolesChanged'], data } as const;
  const rolesOf = { rolesOf: person.id };
  const proposer = requireVisible(await deps.store.person(by));
  await deps.store.commit([
    changeItem(deps, 'people', person, { roles, rolesProposal: null }, line),
    note(rolesOf),
    // On the proposer's chain too: whoever takes their part away at this moment meets it there.
    noteOn(deps, 'people', proposer, { ...eventMeta, facts: [], data: rolesOf }),
  ]);
}

/** Ends a proposed change of roles: its proposer withdraws it, any other administrator declines it. */
export async function declineRoles(deps: Deps, asker: Asker, input: PersonInput): Promise<void> {
  const { eventMeta, note } = await administratorsOwn(deps, asker);
  const { person, proposal } = await waiting(deps, asker, input, 'decline', eventMeta.at);
  const { given, taken, by } = proposal;
  const fact = by === asker.id ? 'person.rolesWithdrawn' : 'person.rolesDeclined';
  const line = { ...eventMeta, facts: [fact], data: { given, taken, proposedBy: by } } as const;
  await deps.store.commit([
    changeItem(deps, 'people', person, { rolesProposal: null }, line),
    note({ rolesOf: person.id }),
  ]);
}

/** The person with the proposal that waits; `refused` with the reasons why this administrator cannot answer it. */
async function waiting(
  deps: Deps,
  asker: Asker,
  { personId, revision }: PersonInput,
  step: 'confirm' | 'decline',
  now: string,
) {
  const person = requireRevision(requireVisible(await deps.store.person(personId)), revision);
  const proposal = person.rolesProposal ?? null;
  const about = await rolesCase(deps, asker.id, person, proposal ?? { given: [] }, now);
  const reasons = rolesStepBlockers(step, about);
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
