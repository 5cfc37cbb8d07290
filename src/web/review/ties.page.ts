import { ownTiesPage } from '../../../templates/pages/review/ownTies.ts';
import { declareTie } from '../../commands/review/ties/toldTies.ts';
import { listTies, type OwnTies, type TieSearch } from '../../commands/review/views/listTies.ts';
import { line } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { tieFields } from './tie.form.ts';
import { ownTies } from './ties.view.ts';

/** One's own ties: what bars one from which organisation, and how to say a new one. An officer says their end. */
export function tiesPage(router: WebRouter): void {
  const page = {
    template: ownTiesPage,
    load: (ctx: WebContext) => listTies(ctx.deps, askerOf(ctx), searchIn(ctx)),
    page: (ties: OwnTies, ctx: WebContext) => ({
      ...ownTies(ties, searchIn(ctx), ctx.words),
    }),
  };
  const done = (ctx: WebContext) => `/${ctx.words.language}/ties?saved=1`;

  formPage(router, '/ties', {
    ...page,
    shape: { organisation: line(60), ...tieFields },
    submit: async ({ organisation, ...told }, _, ctx) => {
      const asker = askerOf(ctx);
      await declareTie(ctx.deps, asker, { ...told, personId: asker.id, organisationId: organisation });
      return done(ctx);
    },
  });
}

function searchIn({ query }: WebContext): TieSearch {
  const text = (value: unknown) => (typeof value === 'string' ? value.trim().slice(0, 100) : '');
  return { beginning: text(query.q), after: text(query.after) };
}
