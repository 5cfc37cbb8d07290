import { passkeyOfferPage } from '../../../templates/pages/people/passkeyOffer.ts';
import type { Person } from '../../commands/items/items.ts';
import { addPasskey, removePasskey, signInByPasskey } from '../../commands/people/signIn/passkeys.ts';
import { LabelError } from '../../errors.ts';
import { ask, challengeOf } from '../forms/challenge.ts';
import { line } from '../forms/fields.ts';
import { parse } from '../forms/parse.ts';
import { rotate, sessionOf } from '../http/session/sessionOf.ts';
import { askerOf, isStrong } from '../http/session/signedIn.ts';
import type { Web, WebContext, WebRouter } from '../http/state.ts';
import type { WebDeps } from '../http/webDeps.ts';
import { completeSignIn } from './completeSignIn.ts';
import { deviceLabel } from './deviceLabel.view.ts';

/** Signing in with a passkey, as the script of the page requests it: a challenge, then the device's answer. */
export function signInPasskeyRoutes(router: WebRouter, { deps }: Web): void {
  const { ceremony } = deps.access;
  router.post('/sign-in/passkey/options', async (ctx) => {
    ask(ctx, 'enter', await ceremony.signInOptions(), deps.clock.now());
  });
  router.post('/sign-in/passkey', async (ctx) => {
    const challenge = challengeOf(ctx, 'enter', deps.clock.now());
    const { request } = ctx.state;
    const person = await signInByPasskey(deps, { response: ctx.request.body, challenge, request });
    ctx.body = { next: await completeSignIn(deps, ctx, person, { how: 'passkey' }) };
  });
}

/**
 * Where someone goes on to after a code: to the offer of a passkey, once, when they have none. Whoever is on the way to a first
 * question is not stopped there, and gets the offer another time.
 */
export async function offerPasskey(
  { access: { passkeys } }: Pick<WebDeps, 'access'>,
  ctx: WebContext,
  { id }: Person,
  next: string,
): Promise<string> {
  const data = sessionOf(ctx);
  const begins = next.startsWith(`/${ctx.words.language}/my/start`);
  if (!data || begins || (await passkeys.of(id)).length > 0 || !(await passkeys.offerOnce(id))) return next;
  data.wanted = next;
  return `/${ctx.words.language}/account/passkey-offer`;
}

/** The offer itself, with the link that skips it. */
export function passkeyOfferRoutes(router: WebRouter): void {
  router.get('/account/passkey-offer', (ctx) => {
    askerOf(ctx);
    ctx.render(passkeyOfferPage, { next: sessionOf(ctx)?.wanted ?? `/${ctx.words.language}/my` });
  });
}

/** Adding a passkey, as the script of the page requests it, and removing one. */
export function accountPasskeyRoutes(router: WebRouter, { deps }: Web): void {
  const { ceremony, passkeys } = deps.access;
  router.post('/account/passkeys/options', async (ctx) => {
    const asker = askerOf(ctx);
    const known = await passkeys.of(asker.id);
    await requireMayChange(deps, ctx, known.length);
    ask(ctx, 'register', await ceremony.registrationOptions(asker, known), deps.clock.now());
  });
  router.post('/account/passkeys', async (ctx) => {
    const asker = askerOf(ctx);
    const challenge = challengeOf(ctx, 'register', deps.clock.now());
    await requireMayChange(deps, ctx, (await passkeys.of(asker.id)).length);
    const device = deviceLabel(ctx.get('User-Agent'));
    await addPasskey(deps, asker, { response: ctx.request.body, challenge, device });
    await strengthen(ctx, asker.id);
    ctx.body = { next: `/${ctx.words.language}/account` };
  });
  router.post('/account/passkeys/remove', async (ctx) => {
    const asker = askerOf(ctx);
    const { id } = parse({ id: line(1400) }, ctx.request.body);
    await requireMayChange(deps, ctx, 1);
    await removePasskey(deps, asker, { passkeyId: id });
    ctx.redirect(`/${ctx.words.language}/account`);
    ctx.status = 303;
  });
}

/**
 * Where strong sign-in is required, a code opens the way to the first passkey only, of who has no identity provider either, and
 * a provider that vouches for no more than a password opens it likewise: who reads a mailbox must not be able to add a key beside
 * the owner's, or to take theirs away and then add the "first".
 */
export async function mayChangePasskeys(
  { requireStrongSignIn, access }: Pick<WebDeps, 'requireStrongSignIn' | 'access'>,
  ctx: WebContext,
  known: number,
): Promise<boolean> {
  const how = sessionOf(ctx)?.how;
  if (!requireStrongSignIn || isStrong(how)) return true;
  return known === 0 && (how === 'oidc' || !(await access.providerLinks.has(askerOf(ctx).id)));
}

async function requireMayChange(deps: WebDeps, ctx: WebContext, known: number): Promise<void> {
  if (!(await mayChangePasskeys(deps, ctx, known))) throw new LabelError('strongSignInRequired');
}

/** A person who just added a passkey counts as signed in by it, under a new key of the session. */
async function strengthen(ctx: WebContext, personId: string): Promise<void> {
  const { device = '', typed, provedAt = 0 } = sessionOf(ctx) ?? {};
  await rotate(ctx, { personId, how: 'passkey', provedAt, device, ...(typed && { typed }) });
}
