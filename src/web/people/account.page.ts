import { type AccountView, accountPage } from '../../../templates/pages/people/account.ts';
import { topics } from '../../commands/items/letters.ts';
import {
  changeProfile,
  setUnsubscribed,
  signOutEverywhere,
} from '../../commands/people/accounts/ownAccount.ts';
import type { ReturnedMail } from '../../commands/ports/mailPorts.ts';
import { languages } from '../../criteria/scheme.ts';
import { boxes, tickedIn } from '../forms/boxes.ts';
import { choice, line } from '../forms/fields.ts';
import { formAction, formPage } from '../forms/formPage.ts';
import { rotate, sessionOf } from '../http/session/sessionOf.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { Web, WebContext, WebRouter } from '../http/state.ts';
import { whyOf } from '../views/mail/returnedMail.view.ts';
import { accountPasskeyRoutes, mayChangePasskeys } from './passkeys.page.ts';

/** A person's own account, with a form for each thing they can change there. */
export function accountRoutes(router: WebRouter, web: Web): void {
  const { deps } = web;
  const home = (ctx: WebContext) => `/${ctx.words.language}/account`;
  const load = async (ctx: WebContext): Promise<AccountView> => {
    const person = askerOf(ctx);
    const [mail, sessions, passkeys] = await Promise.all([
      deps.store.returnedMail([person.email]),
      deps.sessions.of(person.id),
      deps.access.passkeys.of(person.id),
    ]);
    const here = deps.sessions.idOf(ctx.state.sessionKey ?? '');
    const mayChange = await mayChangePasskeys(deps, ctx, passkeys.length);
    const returned = ownReturned(person.email, mail.get(person.email), ctx);
    return { person, sessions, here, passkeys, mayChangePasskeys: mayChange, returned, topics };
  };
  const page = (account: AccountView) => {
    const { name, language } = account.person;
    return { ...account, values: { name, language } };
  };
  const form = { template: accountPage, load, page };

  formPage(router, '/account', {
    ...form,
    shape: { name: line(120), language: choice(languages) },
    submit: async (input, _, ctx) => {
      await changeProfile(deps, askerOf(ctx), input);
      return `/${input.language}/account?saved=1`;
    },
  });
  formAction(router, '/account/letters', {
    ...form,
    shape: boxes('', topics),
    submit: async (stopped, _, ctx) => {
      await setUnsubscribed(deps, askerOf(ctx), { topics: tickedIn(stopped, '', topics) });
      return `${home(ctx)}?saved=1`;
    },
  });
  formAction(router, '/account/sessions/end', {
    ...form,
    shape: { id: line(64) },
    submit: async ({ id }, _, ctx) => {
      await deps.sessions.end(askerOf(ctx).id, id);
      return home(ctx);
    },
  });
  router.post('/account/sign-out-everywhere', async (ctx) => {
    await signOutEverywhere(deps, askerOf(ctx));
    await signOut(ctx);
  });
  router.post('/sign-out', signOut);
  accountPasskeyRoutes(router, web);
}

/** Ends this session, and what the browser stored of unsent forms. */
async function signOut(ctx: WebContext): Promise<void> {
  if (sessionOf(ctx)) await rotate(ctx, {});
  // What a page stored on this device because it could not be sent (templates/assets/autosave.js).
  ctx.set('Clear-Site-Data', '"storage"');
  ctx.redirect(`/${ctx.words.language}`);
  ctx.status = 303;
}

/** What a person is told whose letters come back; null where they arrive. */
function ownReturned(
  address: string,
  mail: ReturnedMail | undefined,
  { words, deps }: WebContext,
): AccountView['returned'] {
  if (!mail) return null;
  const { t, date } = words;
  return {
    text: t('mail.ownReturned.text', { address, day: date(mail.at), why: whyOf(mail.status, words) }),
    what: t('mail.ownReturned.what', { contact: deps.operator.email }),
  };
}
