import { schemeOf } from '../../commands/schemeOf.ts';
import { viewMachine } from '../../commands/viewMachine.ts';
import type { Language } from '../../criteria/scheme.ts';
import type { Web, WebRouter } from '../state.ts';

/** What the label guarantees beside what it does not, by topic, each with its picture. */
const pairs = [
  { name: 'offers', pictogram: 'basket' },
  { name: 'here', pictogram: 'mapPin' },
  { name: 'purpose', pictogram: 'hands' },
  { name: 'free', pictogram: 'compass' },
  { name: 'pay', pictogram: 'ladder' },
  { name: 'living', pictogram: 'leaf' },
  { name: 'quality', pictogram: 'shield' },
  { name: 'today', pictogram: 'calendar' },
];

/** Pages that need nothing but words and the open version of the criteria. */
export function plainPages(router: WebRouter, { deps }: Web): void {
  const drawn = new Map<Language, string>();
  router.get('/how', async (ctx) => {
    const { language, tOf } = ctx.words;
    const diagram = drawn.get(language) ?? (await viewMachine('application', tOf));
    drawn.set(language, diagram);
    ctx.render('how', { version: deps.openVersion, diagram });
  });
  for (const name of ['apply', 'accessibility']) {
    router.get(`/${name}`, (ctx) => ctx.render(name, { version: deps.openVersion }));
  }
  router.get('/guarantees', (ctx) => ctx.render('guarantees', { pairs }));
  router.get('/glossary', (ctx) => {
    const { scheme, texts } = schemeOf(deps, deps.openVersion);
    const { glossary } = texts[ctx.words.language];
    ctx.render('glossary', { terms: scheme.glossary.map((term) => ({ ...term, ...glossary[term.id] })) });
  });
}
