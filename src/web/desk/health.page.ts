import { healthPage } from '../../../templates/pages/desk/health.ts';
import { jobPage } from '../../../templates/pages/desk/job.ts';
import { dropJob, retryJob } from '../../commands/desk/health/parkedJobs.ts';
import { viewHealth } from '../../commands/desk/health/viewHealth.ts';
import { viewJob } from '../../commands/desk/health/viewJob.ts';
import { lines } from '../forms/fields.ts';
import { pageWithForms } from '../forms/formsBelow.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { healthView, jobView } from './health.view.ts';

const maxNoteLength = 1000;

/** How the service stands, for people and for programs, and the jobs that no worker tries any more, for officers and administrators. */
export function healthPages(router: WebRouter): void {
  router.get('/health', async (ctx) =>
    ctx.render(healthPage, healthView(await viewHealth(ctx.deps, askerOf(ctx)), ctx.words)),
  );
  // For a program that watches: the same readings, without words.
  router.get('/health/readings.json', async (ctx) => {
    ctx.body = await viewHealth(ctx.deps, askerOf(ctx));
  });
  const idOf = (ctx: WebContext) => ctx.params.job ?? '';
  const form = pageWithForms(router, '/health/jobs/:job', {
    template: jobPage,
    load: (ctx) => viewJob(ctx.deps, askerOf(ctx), idOf(ctx)),
    page: (job, { words }) => jobView(job, words),
    about: (ctx) => ({ jobId: idOf(ctx) }),
    next: (ctx) => `/${ctx.words.language}/health`,
  });
  form('retry', {}, retryJob);
  form('drop', { note: lines(maxNoteLength) }, dropJob);
}
