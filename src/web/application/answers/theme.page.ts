import { savedAnswers } from '../../../../templates/pages/application/saved.ts';
import { themePage } from '../../../../templates/pages/application/theme.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { requireVisible } from '../../../commands/common/requireVisible.ts';
import { formPage } from '../../forms/formPage.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { comingCriteria } from '../../views/comingCriteria.view.ts';
import { loadFile, requireTakesAnswers } from '../submission/loadFile.ts';
import { besideCriteria, criteriaShape, saveCriteria } from './criteria.form.ts';
import { criteriaIn } from './scope.view.ts';
import { themeForm } from './theme.view.ts';

/** One theme of the organisation: each changed answer is one command; where someone else was quicker both are kept. */
export function themeRoutes(router: WebRouter): void {
  formPage(router, '/applications/:id/themes/:theme', {
    load: loadFile,
    template: themePage,
    parts: savedAnswers,
    shape: (file, ctx) => criteriaShape(pageOf(file, ctx).criteria, file),
    page: async (file, ctx) => {
      const page = pageOf(file, ctx);
      return {
        ...themeForm(file, page.theme, ctx.words),
        ...(await besideCriteria(file, page, ctx)),
        coming: comingCriteria(ctx.deps, file.published, page.theme, ctx.words),
      };
    },
    submit: async (input, file, ctx) => {
      requireTakesAnswers(file);
      return saveCriteria(ctx, file, pageOf(file, ctx), input);
    },
  });
}

/** The theme of the path, with what comes after it; those of an offer have their page with the offer. */
function pageOf({ published: { scheme } }: ApplicantFile, ctx: WebContext) {
  const themes = scheme.themes.filter(({ scope }) => scope === 'organisation');
  const at = themes.findIndex(({ id }) => id === ctx.params.theme);
  const { id: theme } = requireVisible(themes[at]);
  const after = themes[at + 1];
  return {
    theme,
    offerId: '',
    criteria: criteriaIn(scheme, theme),
    here: `themes/${theme}`,
    next: after ? `themes/${after.id}` : 'offers',
  };
}
