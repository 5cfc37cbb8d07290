import { withdrawApplication } from '../../commands/selfAssessment/withdrawApplication.ts';
import { LabelError } from '../../errors.ts';
import { revision, ticked } from '../forms/fields.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { applicationHref, frameView } from '../presenters/applicantFrame.ts';
import type { WebRouter } from '../state.ts';
import { applicationForm } from './applicantForm.ts';

/** Taking a request back: what remains is said first, and a tick confirms it. */
export function withdrawPage(router: WebRouter): void {
  applicationForm(router, '/applications/:id/withdraw', {
    template: 'applicant/withdraw',
    shape: () => ({ revision, confirmed: ticked }),
    page: (file, ctx) => ({
      frame: frameView(file, ctx.words),
      revision: file.application.revision,
      mine: file.role === 'owner',
      draft: file.application.state === 'draft',
    }),
    submit: async ({ revision: seen, confirmed }, { application }, ctx) => {
      if (!confirmed) throw new LabelError('invalid', { faults: [{ field: 'confirmed', code: 'required' }] });
      const said = { applicationId: application.id, revision: seen };
      await withdrawApplication(ctx.deps, askerOf(ctx), said);
      return `${applicationHref(ctx.words, application.id)}?saved=1`;
    },
  });
}
