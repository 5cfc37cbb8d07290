import { LabelError } from '../../errors.ts';
import { criteriaView } from '../presenters/criteria.ts';
import { criterionView } from '../presenters/criterion.ts';
import type { Web, WebContext, WebRouter } from '../state.ts';

/** The rules, one address a version and a criterion; a version never changes. */
export function criteriaPages(router: WebRouter, { deps }: Web): void {
  const published = (ctx: WebContext) => {
    const known = deps.schemes.get(ctx.params.version ?? '');
    if (!known) throw new LabelError('notFound');
    return { scheme: known.scheme, text: known.texts[ctx.words.language] };
  };
  router.get('/criteria', (ctx) => ctx.redirect(`/${ctx.words.language}/criteria/${deps.openVersion}`));
  router.get('/criteria/:version', (ctx) => ctx.render('criteria', criteriaView(published(ctx), ctx.words)));
  router.get('/criteria/:version/:id', (ctx) => {
    const { scheme, text } = published(ctx);
    const criterion = scheme.criteria.find(({ id }) => id === ctx.params.id);
    if (!criterion) throw new LabelError('notFound');
    ctx.render('criterion', criterionView({ scheme, text, criterion }, ctx.words));
  });
}
