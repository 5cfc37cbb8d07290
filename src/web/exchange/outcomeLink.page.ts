import { outcomeLinkPage } from '../../../templates/pages/exchange/outcomeLink.ts';
import { linkKey } from '../../commands/common/signedLink.ts';
import { openOutcomeLink, sayByLink } from '../../commands/exchange/outcomeLink.ts';
import { exchangeOutcomes } from '../../commands/items/conversation.ts';
import { invalid } from '../../errors.ts';
import { body } from '../http/body.ts';
import type { Web, WebContext, WebRouter } from '../http/state.ts';
import { conversationHref } from './exchangeHref.ts';

/**
 * What came of a conversation, said from a letter. Opening the link changes nothing, because mail scanners open links; the buttons
 * do. Neither signs in: the link is the proof, and it does this one thing only.
 */
export function outcomeLinkRoutes(router: WebRouter, { deps }: Web): void {
  const key = linkKey(deps.sessionSecret);
  router.get('/outcome', async (ctx) => {
    const link = linkOf(ctx);
    const asked = await openOutcomeLink(deps, { ...link, key });
    ctx.set('Cache-Control', 'no-store');
    ctx.render(outcomeLinkPage, {
      asked: asked && { ...asked, outcome: asked.said?.outcome ?? null },
      isSaid: ctx.query.said !== undefined,
      action: addressOf(ctx),
      conversation: conversationHref(ctx.words, link.organisationId, link.conversationId),
    });
  });
  router.post('/outcome', body, async (ctx) => {
    const { outcome: sent }: { outcome?: unknown } = Object(ctx.request.body);
    const outcome = exchangeOutcomes.find((one) => one === sent);
    const link = { ...linkOf(ctx), key };
    await openOutcomeLink(deps, link);
    if (!outcome) throw invalid('outcome', 'required');
    await sayByLink(deps, { ...link, outcome });
    ctx.redirect(`${addressOf(ctx)}&said=1`);
    ctx.status = 303;
  });
}

function linkOf({ query }: WebContext) {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    personId: text(query.person),
    conversationId: text(query.conversation),
    organisationId: text(query.organisation),
    token: text(query.token),
  };
}

/** The address of the link itself, whatever else was asked for. */
function addressOf(ctx: WebContext): string {
  const { personId: person, conversationId, organisationId, token } = linkOf(ctx);
  const said = { conversation: conversationId, organisation: organisationId, person, token };
  return `/${ctx.words.language}/outcome?${new URLSearchParams(said)}`;
}
