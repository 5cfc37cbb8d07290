import { followUpPage as template } from '../../../templates/pages/label/followUp.ts';
import { drawSiteChecks } from '../../commands/label/surveillance/drawSiteChecks.ts';
import { type FollowUpLine, listFollowUp } from '../../commands/label/views/listFollowUp.ts';
import { groupBy } from '../../groupBy.ts';
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
    page: (list) => ({ ...list, labels: byLabel(list.lines) }),
    about: () => ({}),
    next: (ctx) => `/${ctx.words.language}/follow-up?saved=1`,
  });
  form('site-checks', {}, drawSiteChecks);
}

/** The things that wait on each label together, the label that something is due on first first. */
function byLabel(lines: readonly FollowUpLine[]) {
  const groups = groupBy(lines, ({ number, organisation }) => number ?? organisation);
  return [...groups.values()].map((own) => ({ ...(own[0] as FollowUpLine), lines: own }));
}
