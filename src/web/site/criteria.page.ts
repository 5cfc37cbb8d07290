import { criteriaPage } from '../../../templates/pages/site/criteria.ts';
import { criteriaAllPage } from '../../../templates/pages/site/criteriaAll.ts';
import { criteriaThemePage } from '../../../templates/pages/site/criteriaTheme.ts';
import { criterionPage } from '../../../templates/pages/site/criterion.ts';
import { requireVisible } from '../../commands/common/requireVisible.ts';
import { openScheme } from '../../commands/common/schemeOf.ts';
import type { Web, WebContext, WebRouter } from '../http/state.ts';
import { answerVocabulary } from '../register/vocabulary/answerVocabulary.ts';
import { criteriaView } from '../views/criteria.view.ts';
import { criterionView } from '../views/criterion.view.ts';
import { criteriaVersions, fullThemes, themePageView } from './criteriaPages.view.ts';

/** The rules, one address a version, a theme and a criterion; a version never changes. */
export function criteriaPages(router: WebRouter, { deps }: Web): void {
  const published = (ctx: WebContext) => {
    const { scheme, texts } = requireVisible(deps.schemes.get(ctx.params.version ?? ''));
    return { scheme, text: texts[ctx.words.language] };
  };
  const versions = (ctx: WebContext) => criteriaVersions(deps, ctx.params.version ?? '', ctx.words);

  router.get('/criteria', (ctx) =>
    ctx.redirect(`/${ctx.words.language}/criteria/${openScheme(deps).scheme.version}`),
  );
  router.get('/criteria/:version', async (ctx) => {
    if (await answerVocabulary(ctx, deps)) return;
    ctx.render(criteriaPage, { ...criteriaView(published(ctx), ctx.words), versions: versions(ctx) });
  });
  router.get('/criteria/:version/all', (ctx) => {
    const shown = published(ctx);
    const view = { ...criteriaView(shown, ctx.words), themes: fullThemes(shown, ctx.words) };
    ctx.render(criteriaAllPage, { ...view, versions: versions(ctx) });
  });
  router.get('/criteria/:version/themes/:theme', async (ctx) => {
    if (await answerVocabulary(ctx, deps)) return;
    const view = requireVisible(themePageView(published(ctx), ctx.params.theme ?? '', ctx.words));
    ctx.render(criteriaThemePage, { ...view, versions: versions(ctx) });
  });
  router.get('/criteria/:version/:criterion', async (ctx) => {
    if (await answerVocabulary(ctx, deps)) return;
    const { scheme, text } = published(ctx);
    const criterion = requireVisible(scheme.criteria.find(({ id }) => id === ctx.params.criterion));
    const view = criterionView({ scheme, text, criterion }, ctx.words);
    ctx.render(criterionPage, { ...view, reviewed: text.reviewed, versions: versions(ctx) });
  });
}
