import { allCategories, branchOf, matchesOf } from '../../criteria/category.ts';
import { languages } from '../../criteria/scheme.ts';
import { licensed } from '../http/licensed.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { essglobalTerm } from '../register/essglobalData.view.ts';
import type { CategoriesAnswer } from '../schemas/category.ts';

/** The vocabulary of categories of offers in every language, with what ESSGLOBAL and the CPC call each. */
export function categoriesRoute(router: WebRouter, { i18n }: Web): void {
  router.get('/api/v1/categories', openToAll, licensed, (ctx) => {
    const answer: CategoriesAnswer = {
      categories: allCategories.map((id) => {
        return {
          id,
          within: branchOf(id),
          names: Object.fromEntries(
            languages.map((language) => [language, i18n[language].t(`categories.${id}`)]),
          ),
          essglobal: essglobalTerm(id),
          cpc: matchesOf(id).cpc,
        };
      }),
    };
    ctx.body = JSON.stringify(answer);
    ctx.type = 'json';
  });
}
