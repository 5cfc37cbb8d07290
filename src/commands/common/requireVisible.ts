import { LabelError } from '../../errors.ts';

/** What was read, or `notFound`, which is also the answer for what a person may not know of. */
export function requireVisible<T>(item: T | null | undefined | false): T {
  if (item === null || item === undefined || item === false) throw new LabelError('notFound');
  return item;
}

/** Which item a form is about, by the name of its id, and the revision that the person read. */
export type ItemInput<Id extends string> = Readonly<Record<Id, string>> & { readonly revision: number };

/** The item, or `stale` where someone changed it since the person read it. */
export function requireRevision<T extends { readonly revision: number }>(item: T, revision: number): T {
  if (item.revision !== revision) throw new LabelError('stale');
  return item;
}
