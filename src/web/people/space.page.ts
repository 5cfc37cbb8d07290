import { myPage } from '../../../templates/pages/people/my.ts';
import { startApplication } from '../../commands/application/selfAssessment/startApplication.ts';
import { listSponsorships } from '../../commands/application/views/viewSponsorship.ts';
import { openScheme } from '../../commands/common/schemeOf.ts';
import { declineInvitation } from '../../commands/people/organisations/invitations.ts';
import { joinOrganisation } from '../../commands/people/organisations/joinOrganisation.ts';
import { listInvitations } from '../../commands/people/views/listInvitations.ts';
import { listMine } from '../../commands/people/views/listMine.ts';
import { exclusionFields, exclusionShape, saidExclusions } from '../application/answers/exclusions.form.ts';
import { type FieldShape, textOf } from '../application/answers/fields.form.ts';
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
    const said = saidExclusions(openScheme(ctx.deps).scheme, ctx.query);
    const { procedure, clock } = ctx.deps;
    const now = clock.now().toISOString();
    return { mine, invitations, sponsorships, person, now, procedure, said: exclusionFields(said) };
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
    shape: (_, ctx): FieldShape => ({
      organisationId: line(60),
      ...exclusionShape(openScheme(ctx.deps).scheme),
    }),
    submit: async (input, { mine }, ctx) => {
      const organisationId = textOf(input, 'organisationId') ?? '';
      const organisation = mine.find((one) => one.organisation.id === organisationId);
      const draft = organisation?.applications.find(({ application }) => application.state === 'draft');
      const exclusions = saidExclusions(openScheme(ctx.deps).scheme, input);
      const id =
        draft?.application.id ??
        (await startApplication(ctx.deps, askerOf(ctx), { organisationId, exclusions }));
      return applicationHref(ctx.words, id);
    },
  });
  // The way on from the pages before an application: who has no organisation yet registers it first.
  router.get('/my/start', async (ctx) => {
    const { mine, invitations, said } = await load(ctx);
    const isNew = mine.length + invitations.length === 0;
    const home = `/${ctx.words.language}`;
    const query = new URLSearchParams(said);
    ctx.redirect(isNew ? `${home}/organisations/new?start=yes&${query}` : `${home}/my?${query}`);
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
