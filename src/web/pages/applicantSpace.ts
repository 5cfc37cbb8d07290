import { listMine } from '../../commands/listMine.ts';
import { startApplication } from '../../commands/startApplication.ts';
import { dayOf } from '../../register/day.ts';
import { line } from '../forms/fields.ts';
import { formAction } from '../forms/formPage.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { applicationHref } from '../presenters/applicantFrame.ts';
import { spaceView } from '../presenters/applicantSpace.ts';
import type { Web, WebContext, WebRouter } from '../state.ts';

/** One's own space, and the start of an application from it; an organisation with a draft goes on with that one. */
export function spacePage(router: WebRouter, { deps }: Web): void {
  const load = (ctx: WebContext) => listMine(deps, askerOf(ctx));
  const view = (mine: Awaited<ReturnType<typeof load>>, ctx: WebContext) => {
    const today = dayOf(deps.clock.now().toISOString());
    return { ...spaceView({ mine, person: askerOf(ctx), today }, ctx.words) };
  };
  router.get('/my', async (ctx) => ctx.render('applicant/my', view(await load(ctx), ctx)));
  formAction(router, '/applications', {
    template: 'applicant/my',
    shape: { organisationId: line(60) },
    load,
    page: view,
    submit: async ({ organisationId }, mine, ctx) => {
      const organisation = mine.find((one) => one.organisation.id === organisationId);
      const draft = organisation?.applications.find(({ state }) => state === 'draft');
      const id = draft?.id ?? (await startApplication(deps, askerOf(ctx), { organisationId }));
      return applicationHref(ctx.words, id);
    },
  });
}
