import { complaintsPage } from '../../../templates/pages/complaint/complaints.ts';
import { listComplaints, readComplaintPhoto } from '../../commands/complaints/listComplaints.ts';
import { isComplaintNumber } from '../../register/complaintNumber.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { complaintsView } from '../presenters/complaints.ts';
import { sendFile } from '../sendFile.ts';
import type { WebRouter } from '../state.ts';

/** What was reported, for officers. */
export function staffComplaintsPage(router: WebRouter): void {
  router.get('/complaints', async (ctx) => {
    const { after } = ctx.query;
    const last = typeof after === 'string' && isComplaintNumber(after) ? after : undefined;
    const page = await listComplaints(ctx.deps, askerOf(ctx), last);
    ctx.render(complaintsPage, complaintsView(page, ctx.words));
  });
  router.get('/complaints/:complaintId/photo', async (ctx) => {
    const { photo, bytes } = await readComplaintPhoto(ctx.deps, askerOf(ctx), ctx.params.complaintId ?? '');
    sendFile(ctx, photo, bytes);
  });
}
