import { invalid, refuseFor } from '../../errors.ts';
import { speaksFor } from '../../policies/organisation.ts';
import { erasedCorrespondence } from '../application/correspondence/eraseCorrespondence.ts';
import { actorOn, actorTowards, actorWithoutFile } from '../common/actor.ts';
import { applyToApplication } from '../common/applyEvent.ts';
import { changeItem } from '../common/noteOn.ts';
import { requireVisible } from '../common/requireVisible.ts';
import { erasedExchanges } from '../exchange/eraseExchanges.ts';
import { erasedKeys } from '../people/keys/eraseKeys.ts';
import { withRole } from '../people/organisations/ownTeam.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { blankName, blankOrganisation } from './blank.ts';

/** An owner erases an organisation with its drafts, files and memberships; `refused` once an application was sent, as decisions rest on it. */
export async function eraseOrganisation(
  deps: Deps,
  asker: Asker,
  input: { readonly organisationId: string; readonly typed: string },
): Promise<void> {
  const { store } = deps;
  const { organisationId } = input;
  const organisation = requireVisible(await store.organisation(organisationId));
  requireVisible(speaksFor(asker, organisationId) && organisation.name !== blankName);
  if (input.typed !== organisation.name) throw invalid('typed', 'otherName');
  const applications = await store.applicationsOf([organisationId]);
  refuseFor({ organisationSubmitted: applications.some(({ context }) => context.snapshots > 0) });
  const evidence = await Promise.all(applications.map(({ id }) => store.evidenceOf(id)));
  const at = deps.clock.now().toISOString();
  const actor = actorTowards(asker, organisationId);
  const written = await Promise.all(applications.map(({ id }) => erasedCorrespondence(deps, id, at)));
  const digests = [...evidence.flat().map(({ digest }) => digest), ...written.flatMap((one) => one.files)];
  const files = [...new Set(digests)];
  const drafts = applications.filter(({ state }) => state === 'draft');
  const withdrawn = drafts.map(async (draft) => {
    const withdraw = { type: 'withdraw', at, actor: await actorOn(deps, asker, draft) } as const;
    return applyToApplication(deps, draft, withdraw, { contentErasedAt: at });
  });
  const left = { at, actor, facts: ['organisation.memberLeft'], data: { organisationId } } as const;
  const what = { organisationIds: [organisationId], contentOf: applications.map(({ id }) => id) };
  await store.commit(
    [
      blankOrganisation(deps, organisation, { at, actor, files }),
      ...(await Promise.all(withdrawn)),
      ...written.flatMap(({ changes }) => changes),
      ...(await erasedExchanges(deps, organisationId, {
        at,
        actor: actorWithoutFile(asker, organisationId),
      })),
      ...(await erasedKeys(deps, organisationId, { at, actor })),
      ...(await store.peopleOf(organisationId)).map((person) =>
        changeItem(deps, 'people', person, { memberships: withRole(person, organisationId, null) }, left),
      ),
    ],
    [{ kind: 'forget', what }],
  );
}
