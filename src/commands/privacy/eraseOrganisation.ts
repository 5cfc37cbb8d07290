import { invalid, refuseFor } from '../../errors.ts';
import { speaksFor } from '../../policies/organisation.ts';
import { actorOn, actorTowards } from '../common/actor.ts';
import { applyToApplication } from '../common/applyEvent.ts';
import { changeItem } from '../common/noteOn.ts';
import { requireVisible } from '../common/requireVisible.ts';
import { withRole } from '../people/organisations/ownTeam.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { blankName, blankOrganisation } from './blank.ts';

/**
 * Erases an organisation that never sent an application, for an owner: its drafts are withdrawn and emptied, its files and
 * everything known of it go, its people belong to it no more. `refused` once something was sent: decisions rest on that.
 */
export async function eraseOrganisation(
  deps: Deps,
  asker: Asker,
  input: { readonly organisationId: string; readonly typed: string },
): Promise<void> {
  const { store } = deps;
  const organisation = requireVisible(await store.organisation(input.organisationId));
  requireVisible(speaksFor(asker, organisation.id) && organisation.name !== blankName);
  if (input.typed !== organisation.name) throw invalid('typed', 'otherName');
  const applications = await store.applicationsOf([organisation.id]);
  refuseFor({ organisationSubmitted: applications.some(({ context }) => context.snapshots > 0) });
  const [people, evidence] = await Promise.all([
    store.peopleOf(organisation.id),
    Promise.all(applications.map(({ id }) => store.evidenceOf(id))),
  ]);
  const at = deps.clock.now().toISOString();
  const actor = actorTowards(asker, organisation.id);
  const files = [...new Set(evidence.flat().map(({ digest }) => digest))];
  const withdrawn = applications
    .filter(({ state }) => state === 'draft')
    .map(async (draft) => {
      const withdraw = { type: 'withdraw', at, actor: await actorOn(deps, asker, draft) } as const;
      return applyToApplication(deps, draft, withdraw, { contentErasedAt: at });
    });
  const { id: organisationId } = organisation;
  const left = { at, actor, facts: ['organisation.memberLeft'], data: { organisationId } } as const;
  const what = { organisationIds: [organisationId], contentOf: applications.map(({ id }) => id) };
  await store.commit(
    [
      blankOrganisation(deps, organisation, { at, actor, files }),
      ...(await Promise.all(withdrawn)),
      ...people.map((person) => {
        const memberships = withRole(person, organisationId, null);
        return changeItem(deps, 'people', person, { memberships }, left);
      }),
    ],
    [{ kind: 'forget', what }],
  );
}
