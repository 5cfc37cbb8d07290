import { complaintPage } from '../../../templates/pages/complaint/complaint.ts';
import {
  answerComplaint,
  askHolder,
  complaintOutcomes,
  noteOnComplaint,
  takeComplaint,
} from '../../commands/complaint/handleComplaint.ts';
import { readComplaintPhoto } from '../../commands/complaint/views/listComplaints.ts';
import { viewComplaint } from '../../commands/complaint/views/viewComplaint.ts';
import { openCasework } from '../../commands/desk/casework/openCasework.ts';
import { caseworkNames } from '../forms/casework.ts';
import { choice, lines, optionalLines, revision } from '../forms/fields.ts';
import { pageWithForms } from '../forms/formsBelow.ts';
import { sendFile } from '../http/sendFile.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';

/** Where a complaint is handled: in the office, or by the person from outside who was invited for it. */
type Place = 'complaints' | 'inquiries';

const idOf = (ctx: WebContext) => ctx.params.complaintId ?? '';

/** The address of a complaint in one of the two places. */
export const hrefIn = (place: Place) => (ctx: WebContext) => `/${ctx.words.language}/${place}/${idOf(ctx)}`;

/** One complaint with its photo and the forms of who handles it; gives what makes further forms of the page. */
export function complaintForms(router: WebRouter, place: Place) {
  const href = hrefIn(place);
  router.get(`/${place}/:complaintId/photo`, async (ctx) => {
    const { photo, bytes } = await readComplaintPhoto(ctx.deps, askerOf(ctx), idOf(ctx));
    sendFile(ctx, photo, bytes);
  });
  const form = pageWithForms(router, `/${place}/:complaintId`, {
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
    page: (desk, { words }) => ({
      ...desk,
      href: `/${words.language}/${place}/${desk.complaint.id}`,
      names: {
        ...caseworkNames(words),
        note: words.t('complaints.desk.note.label'),
        question: words.t('complaints.desk.ask.label'),
        outcome: words.t('complaints.desk.answer.outcome'),
        reason: words.t('complaints.desk.answer.reason'),
        done: words.t('complaints.done'),
      },
    }),
    about: (ctx) => ({ complaintId: idOf(ctx) }),
    next: href,
  });
  form('take', { revision }, takeComplaint);
  form('note', { revision, note: lines(4000) }, noteOnComplaint);
  form('ask', { revision, question: lines(4000) }, askHolder);
  form(
    'answer',
    { revision, outcome: choice(complaintOutcomes), reason: lines(8000), done: optionalLines(4000) },
    answerComplaint,
  );
  return form;
}
