import { complaintsPage } from '../../../templates/pages/complaint/complaints.ts';
import { listComplaints, readComplaintPhoto } from '../../commands/complaint/views/listComplaints.ts';
import { isComplaintNumber } from '../../register/complaintNumber.ts';
import { sendFile } from '../http/sendFile.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';

/** What was reported, for officers. */
export function staffComplaintsPage(router: WebRouter): void {
  router.get('/complaints', async (ctx) => {
    const { after } = ctx.query;
    const last = typeof after === 'string' && isComplaintNumber(after) ? after : undefined;
    ctx.render(complaintsPage, await listComplaints(ctx.deps, askerOf(ctx), last));
  });
  router.get('/complaints/:complaintId/photo', async (ctx) => {
    const { photo, bytes } = await readComplaintPhoto(ctx.deps, askerOf(ctx), ctx.params.complaintId ?? '');
    sendFile(ctx, photo, bytes);
  });
}
