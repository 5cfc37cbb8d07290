import * as z from 'zod';
import { conversationPage } from '../../../templates/pages/exchange/conversation.ts';
import { exchangesPage } from '../../../templates/pages/exchange/exchanges.ts';
import { blockCounterpart } from '../../commands/exchange/blockCounterpart.ts';
import { sendMessage } from '../../commands/exchange/conversation.ts';
import { sayOutcome } from '../../commands/exchange/outcomes.ts';
import { type ExchangesPage, listExchanges } from '../../commands/exchange/views/listExchanges.ts';
import { type ConversationPage, viewConversation } from '../../commands/exchange/views/viewConversation.ts';
import { exchangeOutcomes } from '../../commands/items/conversation.ts';
import { choice, lines, optionalNumber } from '../forms/fields.ts';
import { formView } from '../forms/formPage.ts';
import { pageWithForms } from '../forms/formsBelow.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { conversationHref, exchangesHref } from './exchangeHref.ts';
import { takeMessage } from './takeMessage.ts';

/** In francs a year: more is a slip. */
const maxValue = 1_000_000_000;

/** What an organisation looks for and what it writes with others, for its people. */
export function exchangesPages(router: WebRouter): void {
  const organisationId = (ctx: WebContext) => ctx.params.id ?? '';
  formView(router, '/organisations/:id/exchanges', {
    template: exchangesPage,
    load: (ctx) => listExchanges(ctx.deps, askerOf(ctx), organisationId(ctx)),
    page: (view: ExchangesPage, ctx) => ({ ...view, href: exchangesHref(ctx.words, view.organisation.id) }),
  });

  const about = (ctx: WebContext) => ({
    organisationId: organisationId(ctx),
    conversationId: ctx.params.conversationId ?? '',
  });
  const here = (ctx: WebContext) =>
    conversationHref(ctx.words, about(ctx).organisationId, about(ctx).conversationId);
  const form = pageWithForms(router, '/organisations/:id/exchanges/conversations/:conversationId', {
    template: conversationPage,
    load: (ctx) => viewConversation(ctx.deps, askerOf(ctx), about(ctx)),
    page: (view: ConversationPage, ctx) => ({
      ...view,
      said: ctx.query.said !== undefined,
      href: here(ctx),
      back: exchangesHref(ctx.words, view.organisation.id),
      names: { text: ctx.words.t('exchange.write.text'), value: ctx.words.t('exchange.outcome.value') },
    }),
    about,
    next: (ctx) => `${here(ctx)}?saved=1`,
  });
  form('write', { text: lines(2000) }, async (deps, asker, input) => {
    await takeMessage(deps, asker, input);
    await sendMessage(deps, asker, input);
  });
  form(
    'block',
    { block: choice(['yes', 'no']).transform((value) => value === 'yes') },
    blockCounterpart,
    here,
  );
  form(
    'outcome',
    {
      outcome: choice(exchangeOutcomes),
      value: optionalNumber.pipe(z.number().min(0).max(maxValue).nullable()),
    },
    sayOutcome,
    (ctx) => `${here(ctx)}?said=1`,
  );
}
