import { type OutsiderView, outsiderPage } from '../../../templates/pages/complaint/outsider.ts';
import { nameOutsider, viewOutsider } from '../../commands/desk/casework/nameOutsider.ts';
import { email, line, revision } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';
import { complaintForms } from './complaintForms.page.ts';

const invited = { revision, name: line(120), email };

/** A complaint that no officer may handle: administrators invite somebody from outside, who handles it here. */
export function inquiryPages(router: WebRouter): void {
  complaintForms(router, 'inquiries');
  formPage<typeof invited, OutsiderView['complaint'], OutsiderView>(
    router,
    '/inquiries/:complaintId/outsider',
    {
      template: outsiderPage,
      shape: invited,
      load: (ctx) => viewOutsider(ctx.deps, askerOf(ctx), ctx.params.complaintId ?? ''),
      page: (complaint, { words }) => ({
        complaint,
        names: { name: words.t('complaints.outsider.name'), email: words.t('report.email') },
      }),
      submit: async (input, { id }, ctx) => {
        await nameOutsider(ctx.deps, askerOf(ctx), { ...input, complaintId: id });
        return `/${ctx.words.language}/inquiries/${id}/outsider`;
      },
    },
  );
}
