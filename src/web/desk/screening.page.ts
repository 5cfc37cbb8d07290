import { ineligiblePage } from '../../../templates/pages/desk/ineligible.ts';
import { screeningPage } from '../../../templates/pages/desk/screening.ts';
import { declareIneligible } from '../../commands/application/screening/screenApplication.ts';
import { minReasonLength } from '../../commands/common/requireReason.ts';
import { viewScreening } from '../../commands/desk/viewScreening.ts';
import { invalid } from '../../errors.ts';
import { lines, revision, ticked } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { staffScreening } from './screening.view.ts';

const maxReasonLength = 4000;

/** The screening of a file: what to check, and the end of a file that the label does not cover. */
export function staffScreeningPages(router: WebRouter): void {
  const idOf = (ctx: WebContext) => ctx.params.applicationId ?? '';
  const load = (ctx: WebContext) => viewScreening(ctx.deps, askerOf(ctx), idOf(ctx));

  router.get('/files/:applicationId/screening', async (ctx) => {
    ctx.render(screeningPage, staffScreening(await load(ctx), ctx.words));
  });

  formPage(router, '/files/:applicationId/ineligible', {
    template: ineligiblePage,
    load,
    page: (file, { words }) => ({
      ...staffScreening(file, words),
      min: minReasonLength,
      names: { reason: words.t('information.ineligible.reason') },
    }),
    shape: { revision, reason: lines(maxReasonLength), confirmed: ticked },
    submit: async ({ confirmed, ...input }, _, ctx) => {
      if (!confirmed) throw invalid('confirmed', 'required');
      await declareIneligible(ctx.deps, askerOf(ctx), { applicationId: idOf(ctx), ...input });
      return `/${ctx.words.language}/files/${idOf(ctx)}`;
    },
  });
}
