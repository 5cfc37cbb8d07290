import { declineInvitation } from '../../commands/people/organisations/invitations.ts';
import { joinOrganisation } from '../../commands/people/organisations/joinOrganisation.ts';
import { formAction } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { organisationHref } from '../views/organisation.view.ts';
import { spaceForm } from './space.page.ts';

/** The two answers to an invitation, from one's own space. */
export function invitationRoutes(router: WebRouter): void {
  const input = (ctx: WebContext) => ({ invitationId: ctx.params.id ?? '' });
  formAction(router, '/invitations/:id/join', {
    ...spaceForm,
    shape: {},
    submit: async (_, __, ctx) => {
      const id = await joinOrganisation(ctx.deps, askerOf(ctx), input(ctx));
      return `${organisationHref(ctx.words, id)}?saved=1`;
    },
  });
  formAction(router, '/invitations/:id/decline', {
    ...spaceForm,
    shape: {},
    submit: async (_, __, ctx) => {
      await declineInvitation(ctx.deps, askerOf(ctx), input(ctx));
      return `/${ctx.words.language}/my`;
    },
  });
}
