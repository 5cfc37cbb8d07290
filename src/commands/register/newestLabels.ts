import { dayOf } from '../../register/day.ts';
import type { Entry } from '../../register/entry.ts';
import { everyEntry } from '../../register/searchRow.ts';
import type { Deps } from '../ports/ports.ts';

/** Who got a label last and holds it today, at most so many; one that was prolonged is no newer for it. */
export async function newestLabels(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  max: number,
): Promise<Entry[]> {
  const today = dayOf(clock.now().toISOString());
  const every = await store.knownTerms([everyEntry]);
  const question = { words: [], filters: [every], validOn: today };
  const found = await store.searchPage(question, { from: null, back: false, limit: max });
  return store.entriesWith(found.map(({ number }) => number));
}
