import { progressPage } from '../../../../templates/pages/application/progress.ts';
import { tasksPage } from '../../../../templates/pages/application/tasks.ts';
import { resumeApplication, startRenewal } from '../../../commands/application/renewal/startRenewal.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { signAgreement } from '../../../commands/label/signAgreement.ts';
import { viewTrail } from '../../../commands/privacy/views/viewTrail.ts';
import { ownFindings } from '../../../commands/review/findings/findingLines.ts';
import { fault, LabelError, requireNoFaults } from '../../../errors.ts';
import { dayOf } from '../../../register/day.ts';
import { optionalLine, revision, ticked } from '../../forms/fields.ts';
import { formAction, showForm } from '../../forms/formPage.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { applicantClock } from '../../views/fileClock.view.ts';
import { findingsTask } from '../../views/ownFindings.view.ts';
import { tasksView } from '../answers/tasks.view.ts';
import { beginningView } from './beginning.view.ts';
import { loadFile } from './loadFile.ts';
import { progressView } from './progress.view.ts';

/** An application: a list of things to do while it is a draft, then its way, its decision, its agreement and its label. */
export function applicationPages(router: WebRouter): void {
  const progress = async (file: ApplicantFile, ctx: WebContext) => {
    const now = ctx.deps.clock.now().toISOString();
    const trail = await viewTrail(ctx.deps, askerOf(ctx), { applicationId: file.application.id });
    return {
      ...progressView(file, ctx.deps, now, ctx.words),
      beginning: beginningView(file, dayOf(now)),
      trail,
      findings: findingsTask(await ownFindings(ctx.deps, askerOf(ctx), file.application.id), ctx.words),
      clock: applicantClock(file, now),
      justSent: ctx.query.sent !== undefined,
    };
  };
  const shown = { load: loadFile, template: progressPage, page: progress };
  router.get('/applications/:id', async (ctx) => {
    const file = await loadFile(ctx);
    if (file.application.state === 'draft') return showTasks(file, ctx);
    await showForm(ctx, shown, file);
  });
  router.get('/applications/:id/tasks', async (ctx) => showTasks(await loadFile(ctx), ctx));
  formAction(router, '/applications/:id/renew', {
    ...shown,
    shape: {},
    submit: async (_, { label }, ctx) => {
      if (!label) throw new LabelError('refused', { reasons: ['labelNotRenewable'] });
      const renewed = { labelNumber: label.id };
      return applicationHref(ctx.words, await startRenewal(ctx.deps, askerOf(ctx), renewed));
    },
  });
  formAction(router, '/applications/:id/resume', {
    ...shown,
    shape: {},
    submit: async (_, { application }, ctx) => {
      if (!application.resumable) throw new LabelError('refused', { reasons: ['notResumable'] });
      const resumed = { applicationId: application.id };
      return applicationHref(ctx.words, await resumeApplication(ctx.deps, askerOf(ctx), resumed));
    },
  });
  formAction(router, '/applications/:id/sign', {
    ...shown,
    shape: {
      revision,
      textDigest: optionalLine(64),
      name: optionalLine(120),
      role: optionalLine(120),
      agreed: ticked,
    },
    submit: async (input, { application }, ctx) => {
      if (application.state !== 'agreement') throw new LabelError('refused', { reasons: ['wrongState'] });
      const missing = (['name', 'role', 'agreed'] as const).filter((field) => !input[field]);
      requireNoFaults(missing.map((field) => fault(field, 'required')));
      const { agreed: _, ...signed } = input;
      const { language } = ctx.words;
      await signAgreement(ctx.deps, askerOf(ctx), { ...signed, applicationId: application.id, language });
      return `${applicationHref(ctx.words, application.id)}?saved=1`;
    },
  });
}

function showTasks(file: ApplicantFile, ctx: WebContext): void {
  const today = dayOf(ctx.deps.clock.now().toISOString());
  ctx.render(tasksPage, tasksView(file, today, ctx.words));
}
