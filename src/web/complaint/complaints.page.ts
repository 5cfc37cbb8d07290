import { complaintsPage } from '../../../templates/pages/complaint/complaints.ts';
import {
  type ComplaintFilter,
  complaintFilters,
  listComplaints,
} from '../../commands/complaint/views/listComplaints.ts';
import { isComplaintNumber } from '../../register/complaintNumber.ts';
import { caseworkForms } from '../forms/casework.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { listExport } from '../papers/sendList.ts';
import { complaintForms, hrefIn } from './complaintForms.page.ts';
import { complaintList } from './complaintList.view.ts';

/** What was reported, for officers: the list, and one complaint with what can be done about it and what they add to it. */
export function staffComplaintPages(router: WebRouter): void {
  listExport(router, '/complaints', (deps, ctx) =>
    complaintList(deps, askerOf(ctx), shownIn(ctx), ctx.words),
  );
  router.get('/complaints', async (ctx) => {
    const { after } = ctx.query;
    const last = typeof after === 'string' && isComplaintNumber(after) ? after : undefined;
    const filter = shownIn(ctx);
    const list = await listComplaints(ctx.deps, askerOf(ctx), { filter, last });
    ctx.render(complaintsPage, { ...list, filters: complaintFilters });
  });
  caseworkForms(complaintForms(router, 'complaints'), hrefIn('complaints'));
}

/** Which complaints an address asks for; those that wait for an answer where it says nothing that we know. */
function shownIn({ query }: WebContext): ComplaintFilter {
  return complaintFilters.find((one) => one === query.show) ?? 'open';
}
