import { isItForUsPage as page } from '../../../../templates/pages/application/isItForUs.ts';
import { openScheme } from '../../../commands/common/schemeOf.ts';
import type { Web, WebRouter } from '../../http/state.ts';
import { loadQuestions } from '../../site/loadQuestions.ts';
import { isItForUsView } from './isItForUs.view.ts';

/** Ten questions before anything else. The answers stand in the address only: it can be sent on, and nothing is kept. */
export function isItForUsPage(router: WebRouter, { deps }: Web): void {
  const questions = loadQuestions();
  router.get('/is-it-for-us', (ctx) => {
    const { scheme, texts } = openScheme(deps);
    const asked = { version: scheme.version, text: texts[ctx.words.language] };
    const view = isItForUsView(questions, asked, ctx.query, ctx.words);
    ctx.render(page, view);
    if (view.isEmpty) ctx.status = 422;
  });
}
