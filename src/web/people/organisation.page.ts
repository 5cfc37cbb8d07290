import { organisationPage } from '../../../templates/pages/people/organisation.ts';
import {
  changeOrganisation,
  correctIdentity,
  renameOrganisation,
} from '../../commands/people/organisations/changeOrganisation.ts';
import { inviteMember, withdrawInvitation } from '../../commands/people/organisations/invitations.ts';
import {
  changeMemberRole,
  handOverOrganisation,
  removeMember,
} from '../../commands/people/organisations/members.ts';
import { organisationFaults } from '../../commands/people/organisations/organisationFaults.ts';
import { type OrganisationPage, viewOrganisation } from '../../commands/people/views/viewOrganisation.ts';
import { membershipOf, positions } from '../../policies/adviser.ts';
import { dayOf } from '../../register/day.ts';
import { choice, email, line, revision } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { formsBelow } from '../forms/formsBelow.ts';
import { identityFields, placeFields } from '../forms/place.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { organisationHref, organisationView } from '../views/organisation.view.ts';

const person = line(60);

/** An organisation for its people: what it says of itself, its name, and everyone of it. */
export function ownOrganisationPage(router: WebRouter): void {
  const path = '/organisations/:id';
  const idOf = (ctx: WebContext) => ctx.params.id ?? '';
  const page = {
    template: organisationPage,
    load: (ctx: WebContext) => viewOrganisation(ctx.deps, askerOf(ctx), idOf(ctx)),
    page: (organisation: OrganisationPage, ctx: WebContext) => organisationView(organisation, ctx.words),
  };
  const next = (ctx: WebContext) => `${organisationHref(ctx.words, idOf(ctx))}?saved=1`;

  formPage(router, path, {
    ...page,
    shape: { revision, ...placeFields },
    check: (input, _, { deps }) => {
      const today = dayOf(deps.clock.now().toISOString());
      return organisationFaults(input, { today, publicUrl: deps.publicUrl });
    },
    submit: async (input, { organisation }, ctx) => {
      await changeOrganisation(ctx.deps, askerOf(ctx), { ...input, organisationId: organisation.id });
      return next(ctx);
    },
  });

  const about = (_: WebContext, { organisation }: OrganisationPage) => ({ organisationId: organisation.id });
  const form = formsBelow(router, path, { ...page, about, next });
  form('name', { revision, name: line(120) }, renameOrganisation);
  form('identity', { revision, ...identityFields }, correctIdentity);
  form('invitations', { email, role: choice(positions) }, async (deps, asker, { role, ...input }) => {
    await deps.limits.take('invitationsOfPerson', asker.id);
    await inviteMember(deps, asker, { ...input, ...membershipOf(role) });
  });
  form('invitations/withdraw', { invitation: line(60) }, (deps, asker, { invitation: invitationId, ...at }) =>
    withdrawInvitation(deps, asker, { ...at, invitationId }),
  );
  form(
    'people/role',
    { person, newRole: choice(positions) },
    (deps, asker, { person: personId, newRole, ...at }) =>
      changeMemberRole(deps, asker, { ...at, personId, ...membershipOf(newRole) }),
  );
  form(
    'people/remove',
    { person },
    (deps, asker, { person: personId, ...at }) => removeMember(deps, asker, { ...at, personId }),
    (ctx, input) => (input.person === askerOf(ctx).id ? `/${ctx.words.language}/my` : next(ctx)),
  );
  form('people/hand-over', { person }, (deps, asker, { person: personId, ...at }) =>
    handOverOrganisation(deps, asker, { ...at, personId }),
  );
}
