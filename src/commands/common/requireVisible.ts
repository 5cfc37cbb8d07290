import { LabelError } from '../../errors.ts';

/** What was read, or `notFound`: also the answer to what a person may not know of. */
export function requireVisible<T>(item: T | null | undefined): T {
  if (item === null || item === undefined) throw new LabelError('notFound');
  return item;
}

/** Refuses work on an item that someone changed since the person saw it. */
export function unchanged(item: { readonly revision: number }, seen: number): void {
  if (item.revision !== seen) throw new LabelError('stale');
}
