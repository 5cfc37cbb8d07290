import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { LabelError } from '../../errors.ts';
import type { Mailer } from '../items/letters.ts';

interface Outcome {
  readonly ms: number;
  readonly failure: unknown;
}

/** Does something that sends a letter, or behaves like the last time, its failure included: neither answer nor time tells whether somebody gets letters here. */
export function evenly() {
  const last = new WeakMap<Mailer, Outcome>();
  return async (mailer: Mailer, may: boolean, act: () => Promise<void>): Promise<void> => {
    if (!may) {
      const { ms, failure } = last.get(mailer) ?? { ms: 0, failure: null };
      await setTimeout(ms);
      if (failure !== null) throw failure;
      return;
    }
    const start = performance.now();
    const done = (failure: unknown) => last.set(mailer, { ms: performance.now() - start, failure });
    try {
      await act();
      done(null);
    } catch (error) {
      // An address that takes no letters gets the same answer as any other: the mailer has logged it, and nobody gets in by it.
      const refused = error instanceof LabelError && error.code === 'mailRefused';
      done(refused ? null : error);
      if (!refused) throw error;
    }
  };
}
