import * as z from 'zod';
import { signInLinkPage } from '../../../templates/pages/people/signInLink.ts';
import { openLink, signInByLink } from '../../commands/people/signIn/signInByLetter.ts';
import { ticked } from '../forms/fields.ts';
import { parse } from '../forms/parse.ts';
import { clientKey } from '../http/clientKey.ts';
import { sessionOf } from '../http/session/sessionOf.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { enter } from './enter.ts';
import { offerPasskey } from './passkeys.page.ts';

/** 32 bytes as base64url. */
const token = z.string().max(60);

/** The link of a letter: opening it shows a button and changes nothing, because programs that scan mail open links as well. */
export function signInLinkRoutes(router: WebRouter, { deps }: Web): void {
  router.get('/sign-in/link', async (ctx) => {
    const { t = '' } = ctx.query;
    const browser = sessionOf(ctx)?.browser ?? '';
    const { email } = await openLink(deps, { token: String(t), browser });
    ctx.render(signInLinkPage, { email, token: String(t) });
  });

  router.post('/sign-in/link', async (ctx) => {
    await deps.limits.take('codesFromClient', clientKey(ctx.ip));
    const { t, passkeys } = parse({ t: token, passkeys: ticked }, ctx.request.body);
    const browser = sessionOf(ctx)?.browser ?? '';
    const { language } = ctx.words;
    const { request } = ctx.state;
    const person = await signInByLink(deps, { token: t, browser, language, request });
    const next = await enter(deps, ctx, person, { how: 'code' });
    ctx.redirect(passkeys ? await offerPasskey(deps, ctx, person, next) : next);
    ctx.status = 303;
  });
}
