import * as z from 'zod';
import { signInPage } from '../../../templates/pages/people/signIn.ts';
import { signInCodePage } from '../../../templates/pages/people/signInCode.ts';
import { signInLinkPage } from '../../../templates/pages/people/signInLink.ts';
import { requestSignInCode } from '../../commands/people/signIn/requestSignInCode.ts';
import { openLink, signInByCode, signInByLink } from '../../commands/people/signIn/signInByLetter.ts';
import { fault, LabelError } from '../../errors.ts';
import { email, ticked } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { parse } from '../forms/parse.ts';
import { clientKey } from '../http/clientKey.ts';
import { fileAgain } from '../http/session/keepInput.ts';
import { type SessionData, sessionOf } from '../http/session/sessionOf.ts';
import type { Web, WebContext, WebRouter } from '../http/state.ts';
import { completeSignIn } from './completeSignIn.ts';
import { offerPasskey } from './passkeys.page.ts';

/** The six digits of a letter, however they were typed. */
const signInCode = z
  .string()
  .max(40)
  .transform((value) => value.replaceAll(/[\s-]/gu, ''))
  .refine((value) => /^\d{6}$/.test(value), 'badCode');

/** Signing in by letter: an address, a code, and back to the page that was wanted. */
export function signInPages(router: WebRouter, { deps }: Web): void {
  const { limits } = deps;

  formPage(router, '/sign-in', {
    template: signInPage,
    shape: { email },
    load: () => null,
    page: (_, ctx) => ({
      demoAccounts: deps.mode === 'development' ? deps.demoAccounts : [],
      provider: deps.access.provider?.name ?? null,
      wanted: sessionOf(ctx)?.wanted ?? null,
      file: sessionOf(ctx)?.wanted?.includes(`${fileAgain}=1`) ?? false,
      typed: sessionOf(ctx)?.typed !== undefined,
      late: ctx.query.late !== undefined,
      anew: sessionOf(ctx)?.anew ?? false,
      values: { email: (sessionOf(ctx)?.anew && ctx.state.asker?.email) || '' },
    }),
    submit: async ({ email: address }, _, ctx) => {
      ctx.state.signingIn = address;
      const client = clientKey(ctx.ip);
      await limits.take('lettersFromClient', client);
      await limits.take('lettersToAddressFromClient', `${address} ${client}`);
      await limits.take('lettersToAddress', address);
      const data: SessionData = sessionOf(ctx) ?? {};
      const again = data.signingIn?.email === address;
      data.browser ??= deps.ids.secret();
      const { language } = ctx.words;
      const requestId = await requestSignInCode(deps, { email: address, language, browser: data.browser });
      data.signingIn = { requestId, email: address };
      ctx.state.security = { event: 'signIn.codeSent', reason: again ? 'again' : 'asked' };
      return `/${language}/sign-in/code`;
    },
  });

  router.get('/sign-in/code', (ctx, next) => (waiting(ctx) ? next() : restart(ctx)));
  formPage(router, '/sign-in/code', {
    template: signInCodePage,
    shape: { code: signInCode, passkeys: ticked },
    load: waiting,
    page: (request) => ({ email: request?.email ?? '', mailbox: deps.mailbox !== null }),
    submit: async ({ code, passkeys }, request, ctx) => {
      const { language } = ctx.words;
      if (!request) return `/${language}/sign-in`;
      ctx.state.signingIn = request.email;
      await limits.take('codesFromClient', clientKey(ctx.ip));
      const attempt = {
        requestId: request.requestId,
        browser: sessionOf(ctx)?.browser ?? '',
        code,
        language,
      };
      const person = await signInByCode(deps, { ...attempt, request: ctx.state.request }).catch(atCode);
      const next = await completeSignIn(deps, ctx, person, { how: 'code' });
      return passkeys ? offerPasskey(deps, ctx, person, next) : next;
    },
  });
}

/** What is wrong with a code is said at its field. */
function atCode(error: unknown): never {
  if (!(error instanceof LabelError)) throw error;
  const { code } = error;
  if (code !== 'codeRefused' && code !== 'codeSpent') throw error;
  throw new LabelError(code, { faults: [fault('code', code)] });
}

function waiting(ctx: WebContext): SessionData['signingIn'] | null {
  return sessionOf(ctx)?.signingIn ?? null;
}

function restart(ctx: WebContext): void {
  ctx.redirect(`/${ctx.words.language}/sign-in`);
}

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
    const next = await completeSignIn(deps, ctx, person, { how: 'code' });
    ctx.redirect(passkeys ? await offerPasskey(deps, ctx, person, next) : next);
    ctx.status = 303;
  });
}
