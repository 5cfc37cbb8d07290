import { followUpPage as template } from '../../../templates/pages/label/followUp.ts';
import { drawSiteChecks } from '../../commands/label/surveillance/drawSiteChecks.ts';
import { listFollowUp } from '../../commands/label/views/listFollowUp.ts';
import { pageWithForms } from '../forms/formsBelow.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';
import { listExport } from '../papers/sendList.ts';
import { followUpList } from './followUpList.view.ts';

/** What waits on labels, for officers, and the draw of the year's site checks. */
export function followUpPage(router: WebRouter): void {
  listExport(router, '/follow-up', (deps, ctx) => followUpList(deps, askerOf(ctx), ctx.words));
  const form = pageWithForms(router, '/follow-up', {
    template,
    load: (ctx) => listFollowUp(ctx.deps, askerOf(ctx)),
    page: (list) => list,
    about: () => ({}),
    next: (ctx) => `/${ctx.words.language}/follow-up?saved=1`,
  });
  form('site-checks', {}, drawSiteChecks);
}
