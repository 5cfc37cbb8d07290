import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { Language } from '../../../criteria/scheme.ts';
import { LabelError } from '../../../errors.ts';
import type { Mailer, SignInLetter } from '../../items/letters.ts';
import type { AccessDeps } from '../../ports/accessPorts.ts';
import { digestOfSecret } from './signInByLetter.ts';

/** OWASP ASVS 5.0, 6.5.5: a code sent elsewhere lives no longer. */
const minutesValid = 10;

interface Input {
  readonly email: string;
  /** Of the page it was asked on; who is known here gets the letter in their own. */
  readonly language: Language;
  /** A secret that only the asking browser has. */
  readonly browser: string;
}

/** Sends a code and a link that let one browser in once, with the same answer for every address. Gives the id of the request. */
export async function requestSignInCode(deps: AccessDeps, { email, language, browser }: Input) {
  const id = deps.ids.next();
  const code = deps.ids.code();
  const token = deps.ids.secret();
  const [known, codeHash] = await Promise.all([
    deps.store.personByEmail(email),
    deps.access.codes.hash(code),
  ]);
  await deps.access.signIns.save({
    id,
    email,
    codeHash,
    tokenHash: digestOfSecret(token),
    browserHash: digestOfSecret(browser),
    expiresAt: new Date(deps.clock.now().getTime() + minutesValid * 60_000).toISOString(),
  });
  const letter = {
    kind: 'signInCode',
    to: {
      email,
      language: known?.language ?? language,
      personId: known?.id ?? null,
      name: known?.name ?? '',
    },
    params: {
      code,
      link: `${deps.publicUrl}/${language}/sign-in/link?t=${token}`,
      minutes: minutesValid,
      host: new URL(deps.publicUrl).host,
    },
  } as const;
  await evenSending(deps.mailer, letter, !known?.removedAt);
  return id;
}

interface Outcome {
  readonly ms: number;
  readonly failure: unknown;
}

/** Time and outcome of each mailer's last letter. */
const last = new WeakMap<Mailer, Outcome>();

/** Sends a letter, or behaves like the last one sent, its failure included: neither answer nor time tells whether somebody gets letters here. */
async function evenSending(mailer: Mailer, letter: SignInLetter, maySend: boolean): Promise<void> {
  if (!maySend) {
    const { ms, failure } = last.get(mailer) ?? { ms: 0, failure: null };
    await setTimeout(ms);
    if (failure !== null) throw failure;
    return;
  }
  const start = performance.now();
  const done = (failure: unknown) => last.set(mailer, { ms: performance.now() - start, failure });
  try {
    await mailer.send(letter);
    done(null);
  } catch (error) {
    // An address that takes no letters gets the same answer as any other: the mailer has logged it, and nobody can sign in by it.
    const refused = error instanceof LabelError && error.code === 'mailRefused';
    done(refused ? null : error);
    if (!refused) throw error;
  }
}
