import type { Application } from '../items/items.ts';

/** Whether what was written in an application can be taken up by a new one: it ended unfinished, and is kept still. */
export function isResumable({
  state,
  contentErasedAt,
}: Pick<Application, 'state' | 'contentErasedAt'>): boolean {
  return (state === 'withdrawn' || state === 'lapsed') && !contentErasedAt;
}
