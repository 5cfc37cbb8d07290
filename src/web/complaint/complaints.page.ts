import { complaintPage } from '../../../templates/pages/complaint/complaint.ts';
import { complaintsPage } from '../../../templates/pages/complaint/complaints.ts';
import {
  answerComplaint,
  askHolder,
  complaintOutcomes,
  noteOnComplaint,
  takeComplaint,
} from '../../commands/complaint/handleComplaint.ts';
import {
  type ComplaintFilter,
  complaintFilters,
  listComplaints,
  readComplaintPhoto,
} from '../../commands/complaint/views/listComplaints.ts';
import { viewComplaint } from '../../commands/complaint/views/viewComplaint.ts';
import { openCasework } from '../../commands/desk/casework/openCasework.ts';
import { isComplaintNumber } from '../../register/complaintNumber.ts';
import { caseworkForms, caseworkNames } from '../forms/casework.ts';
import { choice, lines, optionalLines, revision } from '../forms/fields.ts';
import { pageWithForms } from '../forms/formsBelow.ts';
import { sendFile } from '../http/sendFile.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { listExport } from '../papers/sendList.ts';
import { complaintList } from './complaintList.view.ts';

/** What was reported, for officers: the list, and one complaint with what can be done about it. */
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
  router.get('/complaints/:complaintId/photo', async (ctx) => {
    const { photo, bytes } = await readComplaintPhoto(ctx.deps, askerOf(ctx), ctx.params.complaintId ?? '');
    sendFile(ctx, photo, bytes);
  });

  const idOf = (ctx: WebContext) => ctx.params.complaintId ?? '';
  const href = (ctx: WebContext) => `/${ctx.words.language}/complaints/${idOf(ctx)}`;
  const form = pageWithForms(router, '/complaints/:complaintId', {
    template: complaintPage,
    load: async (ctx) => {
      const desk = await viewComplaint(ctx.deps, askerOf(ctx), idOf(ctx));
      const id = `complaints/${desk.complaint.id}` as const;
      // Who keeps away from it reads nothing of what is said inside.
      return {
        ...desk,
        casework: desk.keptAway.length > 0 ? null : await openCasework(ctx.deps, askerOf(ctx), id),
      };
    },
    page: (desk, ctx) => ({
      ...desk,
      href: href(ctx),
      names: {
        ...caseworkNames(ctx.words),
        note: ctx.words.t('complaints.desk.note.label'),
        question: ctx.words.t('complaints.desk.ask.label'),
        outcome: ctx.words.t('complaints.desk.answer.outcome'),
        reason: ctx.words.t('complaints.desk.answer.reason'),
        done: ctx.words.t('complaints.done'),
      },
    }),
    about: (ctx) => ({ complaintId: idOf(ctx) }),
    next: href,
  });
  caseworkForms(form, href);
  form('take', { revision }, takeComplaint);
  form('note', { revision, note: lines(4000) }, noteOnComplaint);
  form('ask', { revision, question: lines(4000) }, askHolder);
  form(
    'answer',
    { revision, outcome: choice(complaintOutcomes), reason: lines(8000), done: optionalLines(4000) },
    answerComplaint,
  );
}

/** Which complaints an address asks for; those that wait for an answer where it says nothing that we know. */
function shownIn({ query }: WebContext): ComplaintFilter {
  return complaintFilters.find((one) => one === query.show) ?? 'open';
}
