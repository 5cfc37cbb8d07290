import { resumeApplication } from '../../../commands/application/renewal/resumeApplication.ts';
import { startRenewal } from '../../../commands/application/renewal/startRenewal.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { LabelError } from '../../../errors.ts';
import { type FormPage, formAction } from '../../forms/formPage.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebRouter } from '../../http/state.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import type { FieldShape } from '../answers/fields.form.ts';
import { loadFile } from './loadFile.ts';

/** Two ways to begin anew from an application: the renewal of its label, and taking up one that ended unfinished. */
export function renewalRoutes<View>(
  router: WebRouter,
  shown: Pick<FormPage<FieldShape, ApplicantFile, View>, 'template' | 'page'>,
): void {
  formAction(router, '/applications/:id/renew', {
    load: loadFile,
    ...shown,
    shape: () => ({}),
    submit: async (_, { label }, ctx) => {
      if (!label) throw new LabelError('refused', { reasons: ['labelNotRenewable'] });
      const renewed = { labelNumber: label.id };
      return applicationHref(ctx.words, await startRenewal(ctx.deps, askerOf(ctx), renewed));
    },
  });
  formAction(router, '/applications/:id/resume', {
    load: loadFile,
    ...shown,
    shape: () => ({}),
    submit: async (_, { application }, ctx) => {
      if (!application.resumable) throw new LabelError('refused', { reasons: ['notResumable'] });
      const resumed = { applicationId: application.id };
      return applicationHref(ctx.words, await resumeApplication(ctx.deps, askerOf(ctx), resumed));
    },
  });
}
