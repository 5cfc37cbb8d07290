import { accessibilityPage } from '../../../templates/pages/site/accessibility.ts';
import { contactPage } from '../../../templates/pages/site/contact.ts';
import { glossaryPage } from '../../../templates/pages/site/glossary.ts';
import { guaranteesPage } from '../../../templates/pages/site/guarantees.ts';
import { howPage } from '../../../templates/pages/site/how.ts';
import { howRulesPage } from '../../../templates/pages/site/howRules.ts';
import { openScheme } from '../../commands/common/schemeOf.ts';
import { viewMachine } from '../../commands/common/viewMachine.ts';
import type { Language } from '../../criteria/scheme.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { glossaryEntries } from '../views/glossaryEntries.view.ts';

/** Pages that need nothing but words and the open version of the criteria. */
export function plainPages(router: WebRouter, { deps }: Web): void {
  const drawn = new Map<Language, string>();
  router.get('/how', (ctx) => ctx.render(howPage, {}));
  router.get('/how/rules', async (ctx) => {
    const { language, tOf } = ctx.words;
    const diagram = drawn.get(language) ?? (await viewMachine('application', tOf));
    drawn.set(language, diagram);
    ctx.render(howRulesPage, { diagram });
  });
  router.get('/contact', (ctx) => ctx.render(contactPage, { operator: deps.operator }));
  router.get('/accessibility', (ctx) => ctx.render(accessibilityPage, {}));
  router.get('/guarantees', (ctx) => ctx.render(guaranteesPage, {}));
  router.get('/glossary', (ctx) => {
    const { scheme, texts } = openScheme(deps);
    const terms = glossaryEntries(scheme, texts[ctx.words.language].glossary);
    ctx.render(glossaryPage, { terms });
  });
}
