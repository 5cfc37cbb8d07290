import { fault, LabelError } from '../../errors.ts';
import { speaksFor } from '../../policies/organisation.ts';
import { actorOn, actorTowards } from '../common/actor.ts';
import { applyToApplication } from '../common/applyEvent.ts';
import { changePerson } from '../common/changePerson.ts';
import { requireVisible } from '../common/requireVisible.ts';
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
  requireVisible((speaksFor(asker, organisation.id) && organisation.name !== blankName) || null);
  if (input.typed !== organisation.name) {
    throw new LabelError('invalid', { faults: [fault('typed', 'otherName')] });
  }
  const applications = await store.applicationsOf([organisation.id]);
  if (applications.some(({ context }) => context.snapshots > 0)) {
    throw new LabelError('refused', { reasons: ['organisationSubmitted'] });
  }
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
      return applyToApplication(draft, withdraw, { id: deps.ids.next() }, { contentErasedAt: at });
    });
  await store.commit({
    changes: [
      blankOrganisation(deps, organisation, { at, actor, files }),
      ...(await Promise.all(withdrawn)),
      ...people.map((person) =>
        changePerson(
          deps,
          person,
          { memberships: person.memberships.filter((one) => one.organisationId !== organisation.id) },
          { at, actor, facts: ['organisation.memberLeft'], data: { organisationId: organisation.id } },
        ),
      ),
    ],
    parts: [
      {
        kind: 'forget',
        what: { organisationIds: [organisation.id], contentOf: applications.map(({ id }) => id) },
      },
    ],
  });
}
