import { applyPage } from '../../../../templates/pages/application/apply.ts';
import { isItForUsPage as page } from '../../../../templates/pages/application/isItForUs.ts';
import { openScheme } from '../../../commands/common/schemeOf.ts';
import { publishedSteps } from '../../../commands/desk/figures/publishedSteps.ts';
import type { Web, WebRouter } from '../../http/state.ts';
import { loadQuestions } from '../../site/loadQuestions.ts';
import { applyView } from './apply.view.ts';
import { exclusionFields, saidExclusions } from './exclusions.form.ts';
import { isItForUsView } from './isItForUs.view.ts';

/**
 * What an application costs and takes, and the questions before it. The answers stand in the address only: it can be sent on, and
 * nothing is kept before somebody opens a file with them.
 */
export function pagesBeforeApplying(router: WebRouter, { deps }: Web): void {
  const questions = loadQuestions();
  router.get('/apply', async (ctx) => {
    const { took } = await publishedSteps(deps);
    ctx.render(applyPage, applyView(openScheme(deps), { ...deps, took }, ctx.words));
  });
  router.get('/is-it-for-us', (ctx) => {
    const view = isItForUsView(questions, openScheme(deps), ctx.query, ctx.words);
    ctx.render(page, view);
    if (view.isEmpty) ctx.status = 422;
  });
  // Whoever is excluded reads why before signing in.
  router.get('/start', (ctx) => {
    const said = saidExclusions(openScheme(deps).scheme, ctx.query);
    const query = new URLSearchParams(exclusionFields(said));
    const home = `/${ctx.words.language}`;
    const isExcluded = Object.values(said).includes('yes');
    ctx.redirect(isExcluded ? `${home}/is-it-for-us?${query}#result` : `${home}/my/start?${query}`);
  });
}
