import { pageOf } from '../../common/pages.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { ownBulkAct } from './workBulkAct.ts';

const perPage = 100;

export type BulkActPage = Awaited<ReturnType<typeof viewBulkAct>>;

/** An act of one's own with a page of its lines, those that one may see, and how many came to what. */
export async function viewBulkAct(deps: Deps, asker: Asker, id: string, after: string) {
  const act = await ownBulkAct(deps, asker, id);
  const [read, counts] = await Promise.all([
    deps.store.bulkLines(id, { limit: perPage + 1, last: after }),
    deps.store.countBulkLines(id),
  ]);
  const { items, last } = pageOf(read, perPage);
  const to = act.to === null ? null : await deps.store.person(act.to);
  return { act, to, lines: items, counts, next: last?.id ?? null };
}
