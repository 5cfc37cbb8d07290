import { signInByPasskey } from '../../commands/people/signIn/passkeys.ts';
import { ask, challengeOf } from '../forms/challenge.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { enter } from './enter.ts';

/** Entering with a passkey, as the script of the page asks for it: a challenge, then the device's answer to it. */
export function signInPasskeyRoutes(router: WebRouter, { deps }: Web): void {
  const { ceremony } = deps.access;
  router.post('/sign-in/passkey/options', async (ctx) => {
    ask(ctx, 'enter', await ceremony.askToEnter(), deps.clock.now());
  });
  router.post('/sign-in/passkey', async (ctx) => {
    const challenge = challengeOf(ctx, 'enter', deps.clock.now());
    const { request } = ctx.state;
    const person = await signInByPasskey(deps, { response: ctx.request.body, challenge, request });
    ctx.body = { next: await enter(deps, ctx, person, { how: 'passkey' }) };
  });
}
