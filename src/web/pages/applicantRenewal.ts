import { resumeApplication } from '../../commands/renewal/resumeApplication.ts';
import { startRenewal } from '../../commands/renewal/startRenewal.ts';
import { LabelError } from '../../errors.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { applicationHref } from '../presenters/applicantFrame.ts';
import type { WebRouter } from '../state.ts';
import type { FieldShape } from './applicantFields.ts';
import { type ApplicationForm, applicationAction } from './applicantForm.ts';

/** Two ways to begin anew from an application: the renewal of its label, and taking up one that ended unfinished. */
export function renewalRoutes<View>(
  router: WebRouter,
  shown: Pick<ApplicationForm<FieldShape, View>, 'template' | 'page'>,
): void {
  applicationAction(router, '/applications/:id/renew', {
    ...shown,
    shape: () => ({}),
    submit: async (_, { label }, ctx) => {
      if (!label) throw new LabelError('refused', { reasons: ['labelNotRenewable'] });
      const renewed = { labelNumber: label.id };
      return applicationHref(ctx.words, await startRenewal(ctx.deps, askerOf(ctx), renewed));
    },
  });
  applicationAction(router, '/applications/:id/resume', {
    ...shown,
    shape: () => ({}),
    submit: async (_, { application }, ctx) => {
      if (!application.resumable) throw new LabelError('refused', { reasons: ['notResumable'] });
      const resumed = { applicationId: application.id };
      return applicationHref(ctx.words, await resumeApplication(ctx.deps, askerOf(ctx), resumed));
    },
  });
}
