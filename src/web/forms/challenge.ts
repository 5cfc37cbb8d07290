import type { CeremonyRequest } from '../../commands/ports/accessPorts.ts';
import { LabelError } from '../../errors.ts';
import { type SessionData, sessionOf } from '../http/session/sessionOf.ts';
import type { WebContext } from '../http/state.ts';

/** Time to find a key and touch it (milliseconds). */
const timeoutMs = 5 * 60_000;

type Purpose = NonNullable<SessionData['challenge']>['for'];

/** Asks the browser for what a ceremony wants, and keeps the challenge that its answer must carry. */
export function ask(
  ctx: WebContext,
  purpose: Purpose,
  { challenge, options }: CeremonyRequest,
  now: Date,
): void {
  const data = sessionOf(ctx);
  if (data) data.challenge = { for: purpose, value: challenge, until: now.getTime() + timeoutMs };
  ctx.body = options;
}

/** The challenge of the request, once; `passkeyRefused` when there is none or it expired. */
export function challengeOf(ctx: WebContext, purpose: Purpose, now: Date): string {
  const data = sessionOf(ctx);
  const kept = data?.challenge;
  if (data) delete data.challenge;
  if (kept?.for !== purpose || kept.until < now.getTime()) throw new LabelError('passkeyRefused');
  return kept.value;
}
