import { conversationPage } from '../../../templates/pages/exchange/conversation.ts';
import { exchangesPage } from '../../../templates/pages/exchange/exchanges.ts';
import { sendMessage } from '../../commands/exchange/conversation.ts';
import { type ExchangesPage, listExchanges } from '../../commands/exchange/views/listExchanges.ts';
import { type ConversationPage, viewConversation } from '../../commands/exchange/views/viewConversation.ts';
import { lines } from '../forms/fields.ts';
import { formView } from '../forms/formPage.ts';
import { pageWithForms } from '../forms/formsBelow.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { conversationHref, exchangesHref } from './exchangeHref.ts';

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
      href: here(ctx),
      back: exchangesHref(ctx.words, view.organisation.id),
      names: { text: ctx.words.t('exchange.write.text') },
    }),
    about,
    next: (ctx) => `${here(ctx)}?saved=1`,
  });
  form('write', { text: lines(2000) }, async (deps, asker, input) => {
    await deps.limits.take('messagesOfOrganisation', input.organisationId);
    await sendMessage(deps, asker, input);
  });
}
