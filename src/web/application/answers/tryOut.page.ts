import type { Refusal } from '../../../../templates/frame.ts';
import { tryPage } from '../../../../templates/pages/application/tryOut.ts';
import { type Trial, tryAssessment } from '../../../commands/application/selfAssessment/tryAssessment.ts';
import { answersFileOf } from '../../../commands/application/transfer/answersFile.ts';
import { openScheme } from '../../../commands/common/schemeOf.ts';
import { LabelError } from '../../../errors.ts';
import { parse } from '../../forms/parse.ts';
import { explains, named, noRefusal, refusalOf, textsOf } from '../../forms/refusal.ts';
import { body } from '../../http/body.ts';
import { clientKey } from '../../http/clientKey.ts';
import type { Web, WebContext, WebRouter } from '../../http/state.ts';
import { withNames } from './facts.form.ts';
import { trialOf, tryShape } from './tryOut.form.ts';
import { tryView } from './tryOut.view.ts';

/**
 * The whole self-assessment without an account. A form that comes is computed and forgotten: nothing is kept, no session is
 * read, so there is nothing that a form from another site could change.
 */
export function tryRoutes(router: WebRouter, { deps }: Web): void {
  const published = openScheme(deps);
  const { scheme } = published;
  const shape = tryShape(scheme);
  const nothing = trialOf(scheme, parse(shape, {}));

  router.use('/try', async (ctx, next) => {
    await deps.limits.take('trialsFromClient', clientKey(ctx.ip));
    await next();
  });
  router.get('/try', (ctx) => show(ctx, nothing, noRefusal, false));
  router.post('/try', body, async (ctx) => {
    ctx.set('Cache-Control', 'no-store');
    try {
      const typed = parse(shape, ctx.request.body);
      const trial = trialOf(scheme, typed);
      await withNames(published, ctx.words, () => tryAssessment(scheme, trial));
      if (typed.go === 'download') return download(ctx, trial);
      show(ctx, trial, { ...noRefusal, typed: textsOf(ctx.request.body) }, true);
    } catch (error) {
      if (!(error instanceof LabelError) || !explains(ctx, error)) throw error;
      show(ctx, nothing, refusalOf(error, ctx.request.body, ctx.words), false);
      ctx.status = error.status;
    }
  });

  function show(ctx: WebContext, trial: Trial, refusal: Refusal, done: boolean): void {
    const { names, ...view } = tryView(published, tryAssessment(scheme, trial), done, ctx.words);
    const values = { ...view.values, ...refusal.typed };
    ctx.render(tryPage, { ...view, values, refusal: named(refusal, names, ctx.words) });
  }

  /** The file that an application imports; an offer without any content is none. */
  function download(ctx: WebContext, trial: Trial): void {
    const { facts, answers, type: _, ...texts } = trial.offer;
    const described =
      Object.values(texts).some(Boolean) || answers.length > 0 || Object.keys(facts).length > 0;
    const assessment = tryAssessment(scheme, trial);
    const file = answersFileOf(assessment, described ? assessment.offersNamed : [], scheme.version);
    ctx.attachment('made-in-ess.json');
    ctx.body = `${JSON.stringify(file, null, 2)}\n`;
  }
}
