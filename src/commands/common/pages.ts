import type { Paged } from '../ports/keepingPorts.ts';

/** Items of a list read page by page in the order of their ids, so that few are in memory and nothing stays open between. */
export async function* everyItem<T extends { readonly id: string }>(
  read: (page: Required<Paged>) => Promise<readonly T[]>,
  limit = 100,
): AsyncGenerator<T> {
  for (let last = ''; ; ) {
    const page = await read({ limit, last });
    yield* page;
    last = page.at(-1)?.id ?? '';
    if (page.length < limit) return;
  }
}

/** The items of a list in groups of at most so many. */
export async function* groupsOf<T>(items: AsyncIterable<T>, most: number): AsyncGenerator<readonly T[]> {
  let group: T[] = [];
  for await (const item of items) {
    group.push(item);
    if (group.length < most) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** A page of what was read with one more than it holds; `last` is the last on it, null where nothing comes after. */
export function pageOf<T>(found: readonly T[], limit: number) {
  const items = found.slice(0, limit);
  return { items, last: found.length > limit ? (items.at(-1) ?? null) : null };
}
