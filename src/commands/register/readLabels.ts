import { LabelError } from '../../errors.ts';
import { dayOf } from '../../register/day.ts';
import type { Entry } from '../../register/entry.ts';
import { everyEntry } from '../../register/searchRow.ts';
import type { Deps } from '../ports/ports.ts';

/** Who got a label last and holds it today, at most so many; one that was prolonged is no newer for it. */
export async function newestLabels({ store, clock }: Pick<Deps, 'store' | 'clock'>, max: number) {
  const today = dayOf(clock.now().toISOString());
  const every = await store.knownTerms([everyEntry]);
  const question = { words: [], filters: [every], validOn: today };
  const found = await store.searchPage(question, { from: null, back: false, limit: max });
  return store.entriesWith(found.map(({ number }) => number));
}

/** More than one organisation gets in a century. */
const maxLabels = 50;

/** Every label that an organisation ever had, the newest first; `notFound` where there is none, as if the organisation were not known here. */
export async function labelsOfOrganisation({ store }: Pick<Deps, 'store'>, organisationId: string) {
  const [newest, ...others] = await store.entriesOf(organisationId, maxLabels);
  if (!newest) throw new LabelError('notFound');
  return [newest, ...others] as const;
}

/** Labels that are read at once. */
const page = 300;

/** Every label by its number, a few in memory at a time; a reader that is slow keeps nothing open in the database. */
export async function* wholeRegister({ store }: Pick<Deps, 'store'>): AsyncGenerator<readonly Entry[]> {
  for (let last = ''; ; ) {
    const entries = await store.entriesAfter(last, page);
    const next = entries.at(-1);
    if (!next) return;
    yield entries;
    last = next.number;
  }
}
