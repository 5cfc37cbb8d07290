import { myPage } from '../../../templates/pages/people/my.ts';
import { startApplication } from '../../commands/application/selfAssessment/startApplication.ts';
import { listSponsorships, type SponsorDesk } from '../../commands/application/views/viewSponsorship.ts';
import { listInvitations, type WaitingInvitation } from '../../commands/people/views/listInvitations.ts';
import { listMine, type MyOrganisation } from '../../commands/people/views/listMine.ts';
import { dayOf } from '../../register/day.ts';
import { line } from '../forms/fields.ts';
import { formAction } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { applicationHref } from '../views/applicationFrame.view.ts';
import { spaceView } from './space.view.ts';

interface Space {
  readonly mine: readonly MyOrganisation[];
  readonly invitations: readonly WaitingInvitation[];
  readonly sponsorships: readonly SponsorDesk[];
}

/** What every form of one's own space has: what it is about, and how it is shown again. */
export const spaceForm = {
  template: myPage,
  load: async (ctx: WebContext): Promise<Space> => {
    const asker = askerOf(ctx);
    const [mine, invitations, sponsorships] = await Promise.all([
      listMine(ctx.deps, asker),
      listInvitations(ctx.deps, asker),
      listSponsorships(ctx.deps, asker),
    ]);
    return { mine, invitations, sponsorships };
  },
  page: (space: Space, ctx: WebContext) => {
    const today = dayOf(ctx.deps.clock.now().toISOString());
    return { ...spaceView({ ...space, person: askerOf(ctx), today }, ctx.words) };
  },
};

/** One's own space, and the start of an application from it; an organisation with a draft goes on with that one. */
export function spacePage(router: WebRouter): void {
  const { template, load, page } = spaceForm;
  router.get('/my', async (ctx) => {
    const said = { saved: ctx.query.saved !== undefined, known: ctx.query.known !== undefined };
    ctx.render(template, { ...page(await load(ctx), ctx), ...said });
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
