import { myPage } from '../../../templates/pages/people/my.ts';
import { startApplication } from '../../commands/application/selfAssessment/startApplication.ts';
import { listSponsorships } from '../../commands/application/views/viewSponsorship.ts';
import { declineInvitation } from '../../commands/people/organisations/invitations.ts';
import { joinOrganisation } from '../../commands/people/organisations/joinOrganisation.ts';
import { listInvitations } from '../../commands/people/views/listInvitations.ts';
import { listMine } from '../../commands/people/views/listMine.ts';
import { dayOf } from '../../register/day.ts';
import { line } from '../forms/fields.ts';
import { formAction } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { applicationHref } from '../views/applicationFrame.view.ts';
import { organisationHref } from '../views/organisation.view.ts';
import { type Space, spaceView } from './space.view.ts';

/** What every form of one's own space has: what it is about, and how it is shown again. */
const spaceForm = {
  template: myPage,
  load: async (ctx: WebContext): Promise<Space> => {
    const person = askerOf(ctx);
    const [mine, invitations, sponsorships] = await Promise.all([
      listMine(ctx.deps, person),
      listInvitations(ctx.deps, person),
      listSponsorships(ctx.deps, person),
    ]);
    return { mine, invitations, sponsorships, person, today: dayOf(ctx.deps.clock.now().toISOString()) };
  },
  page: (space: Space, ctx: WebContext) => spaceView(space, ctx.words),
};

/** One's own space, and what starts there; an organisation with a draft goes on with that one. */
export function spacePage(router: WebRouter): void {
  const { template, load, page } = spaceForm;
  router.get('/my', async (ctx) => {
    const [saved, known] = [ctx.query.saved !== undefined, ctx.query.known !== undefined];
    ctx.render(template, { ...page(await load(ctx), ctx), saved, known });
  });
  formAction(router, '/applications', {
    ...spaceForm,
    shape: { organisationId: line(60) },
    submit: async ({ organisationId }, { mine }, ctx) => {
      const organisation = mine.find((one) => one.organisation.id === organisationId);
      const draft = organisation?.applications.find(({ state }) => state === 'draft');
      const id = draft?.id ?? (await startApplication(ctx.deps, askerOf(ctx), { organisationId }));
      return applicationHref(ctx.words, id);
    },
  });
}

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
