import { outcomes } from '../../../templates/components/decision.ts';
import { precedentsPage as template } from '../../../templates/pages/committee/precedents.ts';
import { listPrecedents, type PrecedentSearch } from '../../commands/committee/views/listPrecedents.ts';
import { openScheme } from '../../commands/common/schemeOf.ts';
import { askedText } from '../forms/address.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { precedentsView } from './precedents.view.ts';

/** Earlier decisions without names, looked for by address, a page at a time. */
export function precedentsPage(router: WebRouter): void {
  router.get('/precedents', async (ctx) => {
    const search = searchIn(ctx);
    const page = await listPrecedents(ctx.deps, askerOf(ctx), search);
    ctx.render(template, precedentsView(page, search, openScheme(ctx.deps), ctx.words));
  });
}

/** What an address asks for; a criterion or outcome that cannot be is as if it were not asked. */
function searchIn({ query }: WebContext): PrecedentSearch {
  const matching = (value: unknown, shape: RegExp) =>
    typeof value === 'string' && shape.test(value) ? value : '';
  return {
    criterion: matching(query.criterion, /^[A-Z]{3}-\d{2}$/),
    outcome: outcomes.find((known) => known === query.outcome) ?? '',
    text: askedText(query.q, 200),
    after: matching(query.after, /^[0-9A-Z]{9,26}$/),
  };
}
