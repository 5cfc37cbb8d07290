import { LabelError } from '../../../errors.ts';
import type { Person } from '../../items/items.ts';
import type { AccessDeps, SignInRequest } from '../../ports/accessPorts.ts';
import { digestOfSecret } from './digestOfSecret.ts';
import { type SignInPlace, signIn } from './signIn.ts';

interface Link {
  readonly token: string;
  /** Secret of the browser that opened it; empty when it never asked. */
  readonly browser: string;
}

/** The person whom a link lets in, in the browser that asked for it: `otherBrowser` elsewhere, `codeSpent` when used or late. */
export async function signInByLink(deps: AccessDeps, input: Link & SignInPlace): Promise<Person> {
  return signIn(deps, await openLink(deps, input), input);
}

/** The request of a link that can still be used here. Looking changes nothing: programs that scan mail open links too. */
export async function openLink(deps: AccessDeps, { token, browser }: Link): Promise<SignInRequest> {
  const at = deps.clock.now().toISOString();
  const request = await deps.access.signIns.byToken(digestOfSecret(token), at);
  if (!request) throw new LabelError('codeSpent');
  if (request.browserHash !== digestOfSecret(browser)) throw new LabelError('otherBrowser');
  return request;
}
