import { allCategories, branchOf, matchesOf } from '../../criteria/category.ts';
import { languages } from '../../criteria/scheme.ts';
import { licensed } from '../http/licensed.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { Web, WebRouter } from '../http/state.ts';
import type { CategoriesAnswer } from '../schemas/category.ts';

/** Where the terms of ESSGLOBAL are published, before the name of each. */
const essglobal = 'https://dev.lod.coop/essglobal/2.1/standard/activities-modified/';

/** The vocabulary of categories of offers in every language, with what ESSGLOBAL and the CPC call each. */
export function categoriesRoute(router: WebRouter, { i18n }: Web): void {
  router.get('/api/v1/categories', openToAll, licensed, (ctx) => {
    const answer: CategoriesAnswer = {
      categories: allCategories.map((id) => {
        const { cpc, ...matched } = matchesOf(id);
        return {
          id,
          within: branchOf(id),
          names: Object.fromEntries(
            languages.map((language) => [language, i18n[language].t(`categories.${id}`)]),
          ),
          essglobal: `${essglobal}${matched.essglobal}`,
          cpc,
        };
      }),
    };
    ctx.body = JSON.stringify(answer);
    ctx.type = 'json';
  });
}
