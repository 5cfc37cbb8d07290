import type { Bulk, FirstEntries } from '../../commands/ports/bulk.ts';
import type { Day } from '../../register/day.ts';
import { newestScheme } from './newestScheme.ts';
import { readWords } from './readWords.ts';
import { writeSpecimens } from './writeSpecimens.ts';

const seed = 2013;

/** Gives an empty register its first specimens, once and in one commit; says whether this call did. */
export async function fillOnce(
  { bulk, firstEntries }: { readonly bulk: Bulk; readonly firstEntries: FirstEntries },
  { labels, today }: { readonly labels: number; readonly today: Day },
): Promise<boolean> {
  if (!(await firstEntries.areDue())) return false;
  const order = { labels, today, seed, scheme: (await newestScheme()).scheme, words: readWords() };
  let added = false;
  const once: Pick<Bulk, 'takeNumbers' | 'addEntries'> = {
    takeNumbers: bulk.takeNumbers,
    addEntries: async (entries) => {
      added = await firstEntries.add(entries);
    },
  };
  await writeSpecimens(once, order, { progress: () => {}, stopped: () => false });
  return added;
}
