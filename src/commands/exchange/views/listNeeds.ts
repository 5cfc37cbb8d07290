import { pageOf } from '../../common/pages.ts';
import type { Deps } from '../../ports/ports.ts';

/** Needs on a page of the list. */
const onPage = 20;

/** What is looked for, the newest first: all that anyone reads of it. */
export async function listNeeds({ store }: Pick<Deps, 'store'>, last?: string) {
  const found = await store.openNeeds({ limit: onPage + 1, ...(last !== undefined && { last }) });
  const page = pageOf(found, onPage);
  return {
    needs: page.items.map(({ id, kind, title, place }) => ({ id, kind, title, place })),
    next: page.last?.id ?? null,
  };
}
