import { needPage } from '../../../templates/pages/exchange/need.ts';
import { needsPage as template } from '../../../templates/pages/exchange/needs.ts';
import { writeToNeed } from '../../commands/exchange/conversation.ts';
import { removeNeed } from '../../commands/exchange/endNeed.ts';
import { listNeeds } from '../../commands/exchange/views/listNeeds.ts';
import { type NeedPage, viewNeed } from '../../commands/exchange/views/viewNeed.ts';
import { latestFigures } from '../../commands/exchange/views/yearFigures.ts';
import { line, lines, revision } from '../forms/fields.ts';
import { pageWithForms } from '../forms/formsBelow.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { conversationHref } from './exchangeHref.ts';
import { takeMessage } from './takeMessage.ts';

/** What is looked for: titles and places for everybody, and the page of each for who is signed in. */
export function needPages(router: WebRouter): void {
  router.get('/needs', async (ctx) => {
    const { after } = ctx.query;
    const last = typeof after === 'string' && /^[0-9A-Z]{9,26}$/.test(after) ? after : undefined;
    const { asker } = ctx.state;
    const owns = asker?.memberships.filter(({ role, adviser }) => role !== 'reader' && !adviser) ?? [];
    const publishFor = owns[0]?.organisationId ?? null;
    const [list, figures] = await Promise.all([listNeeds(ctx.deps, last), latestFigures(ctx.deps)]);
    const year = figures?.year ?? null;
    ctx.render(template, { ...list, isFirst: last === undefined, publishFor, year });
  });

  const needId = (ctx: WebContext) => ctx.params.needId ?? '';
  const form = pageWithForms(router, '/exchange/:needId', {
    template: needPage,
    load: (ctx) => viewNeed(ctx.deps, askerOf(ctx), needId(ctx)),
    page: (view: NeedPage, ctx) => ({
      ...view,
      href: `/${ctx.words.language}/exchange/${view.need.id}`,
      names: { text: ctx.words.t('exchange.write.text'), reason: ctx.words.t('exchange.remove.reason') },
    }),
    about: (ctx) => ({ needId: needId(ctx) }),
    next: (ctx) => `/${ctx.words.language}/needs`,
  });
  form(
    'write',
    { organisationId: line(60), text: lines(2000) },
    async (deps, asker, input) => {
      await takeMessage(deps, asker, input);
      await writeToNeed(deps, asker, input);
    },
    (ctx, { organisationId }) =>
      `${conversationHref(ctx.words, organisationId, `${needId(ctx)}-${organisationId}`)}?saved=1`,
  );
  form('remove', { revision, reason: lines(2000) }, removeNeed);
}
