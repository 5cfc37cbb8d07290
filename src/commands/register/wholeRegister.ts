import type { Entry } from '../../register/entry.ts';
import type { Deps } from '../ports/ports.ts';

/** Labels that are read at once. */
const page = 300;

/**
 * Every label by its number, a few in memory at a time: the next ones are read once the last ones were taken. A reader that is slow
 * keeps nothing open in the database.
 */
export async function* wholeRegister({ store }: Pick<Deps, 'store'>): AsyncGenerator<readonly Entry[]> {
  for (let last = ''; ; ) {
    const entries = await store.entriesAfter(last, page);
    const next = entries.at(-1);
    if (!next) return;
    yield entries;
    last = next.number;
  }
}
