import { LabelError } from '../../errors.ts';

/** What was read, or `notFound`: also the answer to what a person may not know of. */
export function requireVisible<T>(item: T | null | undefined | false): T {
  if (item === null || item === undefined || item === false) throw new LabelError('notFound');
  return item;
}

/** Refuses as `stale` work on an item that someone changed since the person read it. */
export function requireRevision(item: { readonly revision: number }, revision: number): void {
  if (item.revision !== revision) throw new LabelError('stale');
}
