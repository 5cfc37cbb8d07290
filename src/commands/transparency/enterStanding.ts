import { randomBytes } from 'node:crypto';
import { everyItem, groupsOf } from '../common/pages.ts';
import type { Deps } from '../ports/ports.ts';
import { criteriaEntry, filesEntry, keyEntry, rootEntry, standingEntry } from './statements.ts';

/** Labels that are entered at once. */
const most = 500;

/**
 * Enters what holds as the log begins, in a register that is older than its log: criteria, keys, and each label as it stands, with its files.
 * Begun again, it enters nothing twice.
 */
export async function enterStanding({ store, schemes }: Pick<Deps, 'store' | 'schemes'>): Promise<void> {
  const published = [...schemes.values()].filter(({ scheme }) => scheme.status !== 'draft');
  await store.enterInLog(...published.map(criteriaEntry));
  await store.enterInLog(...(await store.issuerKeys()).map(keyEntry));
  await store.enterInLog(...(await store.publishedRoots()).map(rootEntry));
  const all = everyItem(async ({ limit, last }) => {
    const entries = await store.entriesAfter(last, limit);
    return entries.map((entry) => ({ id: entry.number, entry }));
  });
  for await (const group of groupsOf(all, most)) {
    await store.enterInLog(
      ...group.map(({ entry }) => standingEntry(entry, randomBytes(32).toString('base64url'))),
      ...group.flatMap(({ entry }) => (entry.files.length > 0 ? [filesEntry(entry)] : [])),
    );
  }
}
