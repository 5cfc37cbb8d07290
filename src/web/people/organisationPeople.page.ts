import { inviteMember, withdrawInvitation } from '../../commands/people/organisations/invitations.ts';
import {
  changeMemberRole,
  handOverOrganisation,
  removeMember,
} from '../../commands/people/organisations/members.ts';
import { membershipRoles } from '../../policies/organisation.ts';
import { choice, email, line } from '../forms/fields.ts';
import { formAction } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';
import { organisationForm, savedOrganisation } from './organisation.form.ts';

const person = line(60);

/** The forms about who belongs to an organisation, all on its page. */
export function organisationPeopleRoutes(router: WebRouter): void {
  formAction(router, '/organisations/:id/invitations', {
    ...organisationForm,
    shape: { email, role: choice(membershipRoles) },
    submit: async (input, { organisation }, ctx) => {
      const { limits } = ctx.deps;
      const asker = askerOf(ctx);
      await limits.take('invitationsOfPerson', asker.id);
      await inviteMember(ctx.deps, asker, { ...input, organisationId: organisation.id });
      return savedOrganisation(ctx);
    },
  });
  formAction(router, '/organisations/:id/invitations/withdraw', {
    ...organisationForm,
    shape: { invitation: line(60) },
    submit: async ({ invitation }, { organisation }, ctx) => {
      const input = { organisationId: organisation.id, invitationId: invitation };
      await withdrawInvitation(ctx.deps, askerOf(ctx), input);
      return savedOrganisation(ctx);
    },
  });
  formAction(router, '/organisations/:id/people/role', {
    ...organisationForm,
    shape: { person, newRole: choice(membershipRoles) },
    submit: async (input, { organisation }, ctx) => {
      const change = { organisationId: organisation.id, personId: input.person, role: input.newRole };
      await changeMemberRole(ctx.deps, askerOf(ctx), change);
      return savedOrganisation(ctx);
    },
  });
  formAction(router, '/organisations/:id/people/remove', {
    ...organisationForm,
    shape: { person },
    submit: async (input, { organisation }, ctx) => {
      const asker = askerOf(ctx);
      await removeMember(ctx.deps, asker, { organisationId: organisation.id, personId: input.person });
      return input.person === asker.id ? `/${ctx.words.language}/my` : savedOrganisation(ctx);
    },
  });
  formAction(router, '/organisations/:id/people/hand-over', {
    ...organisationForm,
    shape: { person },
    submit: async (input, { organisation }, ctx) => {
      const next = { organisationId: organisation.id, personId: input.person };
      await handOverOrganisation(ctx.deps, askerOf(ctx), next);
      return savedOrganisation(ctx);
    },
  });
}
