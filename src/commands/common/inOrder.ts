import type { DuePaged } from '../ports/keepingPorts.ts';

/** Something whose time has come, and what comes of it. */
export interface DueItem {
  /** The instant, as an ISO text. */
  readonly dueAt: string;
  readonly act: () => Promise<void>;
}

/** A list in the order of its due dates, read page by page, so that few items are in memory and nothing stays open between. */
export async function* everyDue<T extends { readonly id: string }>(
  read: (page: DuePaged) => Promise<readonly T[]>,
  due: (item: T) => string,
  limit = 100,
): AsyncGenerator<T> {
  for (let last: DuePaged['last']; ; ) {
    const page = await read({ limit, ...(last && { last }) });
    yield* page;
    const end = page.at(-1);
    if (!end || page.length < limit) return;
    last = { due: due(end), id: end.id };
  }
}

/** Most items that come together. */
const together = 400;

/**
 * What several lists have, each in its order, in the order of all; of the same instant, what the earlier list has comes first. Items
 * of one list and one instant come together: none of them is before another.
 */
export async function* inOrder(
  lists: readonly AsyncGenerator<DueItem>[],
): AsyncGenerator<readonly DueItem[]> {
  const heads = await Promise.all(lists.map(async (list) => ({ list, item: await nextOf(list) })));
  for (;;) {
    let first: { readonly list: AsyncGenerator<DueItem>; item: DueItem | null } | null = null;
    for (const head of heads) {
      if (head.item && (!first?.item || head.item.dueAt < first.item.dueAt)) first = head;
    }
    if (!first?.item) return;
    const group: DueItem[] = [];
    for (let { item } = first; ; ) {
      group.push(item);
      first.item = await nextOf(first.list);
      if (first.item?.dueAt !== item.dueAt || group.length === together) break;
      item = first.item;
    }
    yield group;
  }
}

async function nextOf(list: AsyncGenerator<DueItem>): Promise<DueItem | null> {
  const { done, value } = await list.next();
  return done ? null : value;
}
