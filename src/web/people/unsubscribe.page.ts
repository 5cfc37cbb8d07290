import { unsubscribePage } from '../../../templates/pages/people/unsubscribe.ts';
import { linkKey } from '../../commands/common/signedLink.ts';
import type { Topic } from '../../commands/items/letters.ts';
import { type SentLink, topicOfLink, unsubscribe } from '../../commands/people/accounts/unsubscribe.ts';
import type { Web, WebContext, WebRouter } from '../http/state.ts';

/**
 * The way out of letters that are no duty. Opening the link changes nothing, because mail scanners open links; the button,
 * and a mail provider's one click (RFC 8058), do. Neither signs in: the link is the proof, and it does this one thing only.
 */
export function unsubscribeRoutes(router: WebRouter, { deps }: Web): void {
  const key = linkKey(deps.sessionSecret);
  const show = (ctx: WebContext, topic: Topic, done: boolean) => {
    ctx.set('Cache-Control', 'no-store');
    ctx.render(unsubscribePage, { topic, done, action: `/${ctx.words.language}/unsubscribe${ctx.search}` });
  };
  router.get('/unsubscribe', (ctx) => show(ctx, topicOfLink(key, linkOf(ctx)), false));
  router.post('/unsubscribe', async (ctx) => {
    show(ctx, await unsubscribe(deps, { ...linkOf(ctx), key }), true);
  });
}

/** What the address says; the body of a one-click request adds nothing and is not read. */
function linkOf({ query }: WebContext): SentLink {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return { personId: text(query.person), topic: text(query.topic), token: text(query.token) };
}
