import { requestSignInCode } from '../../commands/requestSignInCode.ts';
import { signIn } from '../../commands/signIn.ts';
import { email } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { signInCode } from '../forms/signInCode.ts';
import { rotate, sessionOf } from '../middleware/session.ts';
import type { Web, WebContext, WebRouter } from '../state.ts';
import { createAttempts } from './attempts.ts';

const quarter = 15 * 60 * 1000;

/** Signing in without a password: an address, a code by letter, and back to the page that was wanted. */
export function signInPages(router: WebRouter, { deps }: Web): void {
  const letters = createAttempts(20, quarter);
  const codes = createAttempts(10, quarter);

  formPage(router, '/sign-in', {
    template: 'signIn',
    shape: { email },
    load: () => null,
    page: (_, ctx) => ({
      demoAccounts: deps.mode === 'development' ? deps.demoAccounts : [],
      mailbox: deps.mailbox !== null,
      wanted: sessionOf(ctx)?.wanted ?? null,
    }),
    submit: async ({ email: address }, _, ctx) => {
      letters.count(address, deps.clock.now());
      await requestSignInCode(deps, {
        email: address,
        write: (code) => ({
          subject: ctx.words.t('letters.signInCode.subject'),
          text: ctx.words.t('letters.signInCode.text', { code, host: new URL(deps.publicUrl).host }),
        }),
      });
      const data = sessionOf(ctx);
      if (data) data.signingIn = address;
      return `/${ctx.words.language}/sign-in/code`;
    },
  });

  router.get('/sign-in/code', (ctx, next) => (addressOf(ctx) === '' ? restart(ctx) : next()));
  formPage(router, '/sign-in/code', {
    template: 'signInCode',
    shape: { code: signInCode },
    load: addressOf,
    page: (address) => ({ email: address, mailbox: deps.mailbox !== null }),
    submit: async ({ code }, address, ctx) => {
      if (address === '') return `/${ctx.words.language}/sign-in`;
      codes.count(address, deps.clock.now());
      const person = await signIn(deps, { email: address, code, language: ctx.words.language });
      codes.forget(address);
      const wanted = sessionOf(ctx)?.wanted ?? `/${ctx.words.language}/my`;
      await rotate(ctx, { personId: person.id });
      return wanted;
    },
  });

  router.post('/sign-out', async (ctx) => {
    await rotate(ctx, {});
    ctx.redirect(`/${ctx.words.language}`);
    ctx.status = 303;
  });
}

function addressOf(ctx: WebContext): string {
  return sessionOf(ctx)?.signingIn ?? '';
}

function restart(ctx: WebContext): void {
  ctx.redirect(`/${ctx.words.language}/sign-in`);
}
