import { passkeyOfferPage } from '../../../templates/pages/people/passkeyOffer.ts';
import type { Person } from '../../commands/items/items.ts';
import { sessionOf } from '../http/session/sessionOf.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { Web, WebContext, WebRouter } from '../http/state.ts';
import type { WebDeps } from '../http/webDeps.ts';

/** Where someone goes on to after a code: by the offer of a passkey, once, when they have none. */
export async function offerPasskey(
  { access: { passkeys } }: Pick<WebDeps, 'access'>,
  ctx: WebContext,
  { id }: Person,
  next: string,
): Promise<string> {
  const data = sessionOf(ctx);
  if (!data || (await passkeys.of(id)).length > 0 || !(await passkeys.offerOnce(id))) return next;
  data.wanted = next;
  return `/${ctx.words.language}/account/passkey-offer`;
}

/** The offer itself, with the way on that skips it. */
export function passkeyOfferRoutes(router: WebRouter, _: Web): void {
  router.get('/account/passkey-offer', (ctx) => {
    askerOf(ctx);
    const next = sessionOf(ctx)?.wanted ?? `/${ctx.words.language}/my`;
    ctx.render(passkeyOfferPage, { next });
  });
}
