import { createHash } from 'node:crypto';
import type { Language } from '../criteria/scheme.ts';
import type { Deps } from './ports.ts';

const minutesValid = 15;

/** Sends a one-time code to an address, whether or not it is known here: the answer is the same. */
export async function requestSignInCode(
  deps: Deps,
  input: { readonly email: string; readonly write: (code: string) => { subject: string; text: string } },
): Promise<void> {
  const code = deps.ids.code();
  const expiresAt = new Date(deps.clock.now().getTime() + minutesValid * 60_000).toISOString();
  await deps.store.saveSignInCode({ email: input.email, codeHash: hashOfCode(input.email, code), expiresAt });
  await deps.mailer.send({ to: input.email, ...input.write(code) });
}

/** What is kept of a code: enough to recognise it, bound to its address. */
export function hashOfCode(email: string, code: string): string {
  return createHash('sha256').update(`${email}\n${code}`).digest('hex');
}

/** Who signs in for the first time gets a person in the language they read. */
export interface SignInInput {
  readonly email: string;
  readonly code: string;
  readonly language: Language;
}
