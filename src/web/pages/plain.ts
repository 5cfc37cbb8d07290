import { schemeOf } from '../../commands/schemeOf.ts';
import { readNumber } from '../../register/number.ts';
import type { Web, WebRouter } from '../state.ts';

/** Pages that need nothing but words and the open version of the criteria. */
export function plainPages(router: WebRouter, { deps }: Web): void {
  for (const name of ['how', 'apply', 'accessibility', 'privacy']) {
    router.get(`/${name}`, (ctx) => ctx.render(name, { version: deps.openVersion }));
  }
  router.get('/glossary', (ctx) => {
    const { scheme, texts } = schemeOf(deps, deps.openVersion);
    const { glossary } = texts[ctx.words.language];
    ctx.render('glossary', { terms: scheme.glossary.map((term) => ({ ...term, ...glossary[term.id] })) });
  });
  router.get('/verify', (ctx) => {
    const typed = typeof ctx.query.number === 'string' ? ctx.query.number.trim() : '';
    const read = readNumber(typed);
    if (read.kind === 'notANumber') return ctx.render('verify', { typed, notANumber: typed !== '' });
    const number = read.kind === 'number' ? read.number : encodeURIComponent(typed);
    ctx.redirect(`/${ctx.words.language}/labels/${number}`);
  });
}
