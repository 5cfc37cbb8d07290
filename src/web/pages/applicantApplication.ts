import { signAgreement } from '../../commands/signAgreement.ts';
import type { ApplicantFile } from '../../commands/viewApplication.ts';
import { LabelError } from '../../errors.ts';
import { dayOf } from '../../register/day.ts';
import { revision, ticked } from '../forms/fields.ts';
import { noRefusal } from '../forms/refusal.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { applicationHref } from '../presenters/applicantFrame.ts';
import { progressView } from '../presenters/applicantProgress.ts';
import { tasksView } from '../presenters/applicantTasks.ts';
import type { Web, WebContext, WebRouter } from '../state.ts';
import { applicationAction, loadFile } from './applicantForm.ts';

/** An application: a list of things to do while it is a draft, then its way, its decision, its agreement and its label. */
export function applicationPages(router: WebRouter, web: Web): void {
  const { deps } = web;
  const progress = (file: ApplicantFile, ctx: WebContext) => {
    const today = dayOf(deps.clock.now().toISOString());
    return { ...progressView(file, deps.publicUrl, today, ctx.words) };
  };
  router.get('/applications/:id', async (ctx) => {
    const file = await loadFile(web, ctx);
    if (file.application.state === 'draft') return ctx.render('applicant/tasks', tasksView(file, ctx.words));
    const saved = ctx.query.saved !== undefined;
    ctx.render('applicant/progress', { ...progress(file, ctx), values: {}, refusal: noRefusal, saved });
  });
  applicationAction(router, web, '/applications/:id/sign', {
    template: 'applicant/progress',
    shape: () => ({ revision, agreed: ticked }),
    page: progress,
    submit: async (input, { application }, ctx) => {
      if (application.state !== 'agreement') throw new LabelError('refused', { reasons: ['wrongState'] });
      if (!input.agreed) throw new LabelError('invalid', { faults: [{ field: 'agreed', code: 'required' }] });
      await signAgreement(deps, askerOf(ctx), {
        applicationId: application.id,
        revision: input.revision,
        agreement: `made-in-ess/${application.criteriaVersion}`,
      });
      return `${applicationHref(ctx.words, application.id)}?saved=1`;
    },
  });
}
