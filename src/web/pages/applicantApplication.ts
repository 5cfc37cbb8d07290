import { progressPage } from '../../../templates/pages/application/progress.ts';
import { tasksPage } from '../../../templates/pages/application/tasks.ts';
import { ownFindings } from '../../commands/findings/ownFindings.ts';
import { viewTrail } from '../../commands/journal/viewTrail.ts';
import { signAgreement } from '../../commands/label/signAgreement.ts';
import type { ApplicantFile } from '../../commands/selfAssessment/viewApplication.ts';
import { fault, LabelError } from '../../errors.ts';
import { dayOf } from '../../register/day.ts';
import { optionalLine, revision, ticked } from '../forms/fields.ts';
import { noRefusal } from '../forms/refusal.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { beginningView } from '../presenters/applicantBeginning.ts';
import { findingsTask } from '../presenters/applicantFindings.ts';
import { applicationHref } from '../presenters/applicantFrame.ts';
import { progressView } from '../presenters/applicantProgress.ts';
import { sentView } from '../presenters/applicantSent.ts';
import { tasksView } from '../presenters/applicantTasks.ts';
import { trailView } from '../presenters/applicantTrail.ts';
import { applicantClock } from '../presenters/fileClock.ts';
import type { WebContext, WebRouter } from '../state.ts';
import { applicationAction, loadFile } from './applicantForm.ts';
import { renewalRoutes } from './applicantRenewal.ts';

/** An application: a list of things to do while it is a draft, then its way, its decision, its agreement and its label. */
export function applicationPages(router: WebRouter): void {
  const progress = async (file: ApplicantFile, ctx: WebContext) => {
    const now = ctx.deps.clock.now().toISOString();
    const today = dayOf(now);
    const trail = await viewTrail(ctx.deps, askerOf(ctx), { applicationId: file.application.id });
    return {
      ...progressView(file, ctx.deps, now, ctx.words),
      beginning: beginningView(file, today, ctx.words),
      trail: trailView(trail, ctx.words),
      sent: sentView(file, ctx.words),
      findings: findingsTask(await ownFindings(ctx.deps, askerOf(ctx), file.application.id), ctx.words),
      clock: applicantClock(file, now, ctx.words),
    };
  };
  router.get('/applications/:id', async (ctx) => {
    const file = await loadFile(ctx);
    if (file.application.state === 'draft') return ctx.render(tasksPage, tasksView(file, ctx.words));
    const saved = ctx.query.saved !== undefined;
    ctx.render(progressPage, {
      ...(await progress(file, ctx)),
      values: {},
      refusal: noRefusal,
      saved,
      justSent: justSent(file, ctx),
    });
  });
  router.get('/applications/:id/tasks', async (ctx) =>
    ctx.render(tasksPage, tasksView(await loadFile(ctx), ctx.words)),
  );
  renewalRoutes(router, { template: progressPage, page: progress });
  applicationAction(router, '/applications/:id/sign', {
    template: progressPage,
    shape: () => ({
      revision,
      textDigest: optionalLine(64),
      name: optionalLine(120),
      role: optionalLine(120),
      agreed: ticked,
    }),
    page: progress,
    submit: async (input, { application }, ctx) => {
      if (application.state !== 'agreement') throw new LabelError('refused', { reasons: ['wrongState'] });
      const missing = (['name', 'role', 'agreed'] as const).filter((field) => !input[field]);
      const faults = missing.map((field) => fault(field, 'required'));
      if (faults.length > 0) throw new LabelError('invalid', { faults });
      const { agreed: _, ...signed } = input;
      const { language } = ctx.words;
      await signAgreement(ctx.deps, askerOf(ctx), { ...signed, applicationId: application.id, language });
      return `${applicationHref(ctx.words, application.id)}?saved=1`;
    },
  });
}

/** Said once after a sending, with the number and what proves it; null at any other time. */
function justSent({ application }: ApplicantFile, { query, words }: WebContext) {
  if (query.sent === undefined) return null;
  const { id, snapshots } = application;
  return {
    text: words.t(`deposit.justSent.${snapshots > 1 ? 'answers' : 'application'}`, { number: id }),
    proof: applicationHref(words, id, `proof/${snapshots}.pdf`),
  };
}
