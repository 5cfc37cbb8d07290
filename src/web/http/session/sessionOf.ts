import type { ProviderVisit } from '../../../commands/ports/accessPorts.ts';
import type { WebContext } from '../state.ts';

/** How someone came in; `oidcStrong` where the provider vouched for more than a password. */
export type How = 'code' | 'oidc' | 'oidcStrong' | 'passkey';

/** What is kept of a visitor between two requests. */
export interface SessionData {
  personId?: string;
  how?: How;
  /** When they last proved who they are (milliseconds since 1970). */
  provedAt?: number;
  /** Set while someone who is signed in is asked to prove once more who they are. */
  anew?: boolean;
  /** Browser and system, in a few words. */
  device?: string;
  csrf?: string;
  /** Of the demonstration: the last step of the tour that was looked at. */
  tour?: number;
  /** Path of the list of the desk that was looked at last, with what it asked. */
  list?: string;
  /** Address of the page that was wanted before signing in. */
  wanted?: string;
  /** A secret of this browser: a letter requested here is valid here only. */
  browser?: string;
  /** A sign-in that waits for its code. */
  signingIn?: { readonly requestId: string; readonly email: string };
  /** What a passkey must answer, and until when (milliseconds since 1970). */
  challenge?: { readonly for: 'enter' | 'register'; readonly value: string; readonly until: number };
  /** A visit to the identity provider, and the language to come back to. */
  visit?: ProviderVisit & { readonly language: string };
  /** A form that came when its session was over. */
  typed?: {
    readonly path: string;
    readonly fields: readonly (readonly [string, string])[];
    /** Mark of who wrote it (formAuthor.ts). */
    readonly by: string;
  };
}

/** The session of a request, or null on a public page, where there is none. */
export function sessionOf(ctx: WebContext): SessionData | null {
  return ctx.state.hasSession ? ctx.session : null;
}

/** Gives the session a new key: who knew the one from before signing in or out has nothing. */
export async function rotate(ctx: WebContext, data: SessionData): Promise<void> {
  ctx.session = data;
  await ctx.session.regenerate();
}
