import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { LabelError } from '../../../errors.ts';
import type { Mailer, SignInLetter } from '../../items/letters.ts';

interface Outcome {
  readonly ms: number;
  readonly failure: unknown;
}

/** How the last letter of each mailer went. */
const last = new WeakMap<Mailer, Outcome>();

/**
 * Sends a letter, or sends none and behaves like the last one that was sent, its failure included: neither the answer nor
 * its time tells whether somebody may get letters here.
 */
export async function evenSending(mailer: Mailer, letter: SignInLetter, maySend: boolean): Promise<void> {
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
    // An address that takes no letters is told like any other: the mailer has logged it, and nobody gets in by it.
    const refused = error instanceof LabelError && error.code === 'mailRefused';
    done(refused ? null : error);
    if (!refused) throw error;
  }
}
