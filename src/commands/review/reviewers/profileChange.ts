import type { ReviewerProfile } from '../../items/items.ts';
import type { NewRecord } from '../../items/newRecord.ts';
import type { Change, Deps } from '../../ports/ports.ts';

/** A change of a profile; the line says which fields changed, never what they hold, so that erasing a person leaves the chain whole. */
export function profileChange(
  deps: Pick<Deps, 'ids'>,
  before: ReviewerProfile,
  changed: Partial<Omit<ReviewerProfile, 'id' | 'revision' | 'head'>>,
  { at, actor, facts }: Pick<NewRecord, 'at' | 'actor' | 'facts'>,
): Change {
  const data = { changed: Object.keys(changed) };
  return {
    kind: 'reviewers',
    before,
    after: { ...before, ...changed },
    record: { id: deps.ids.next(), at, actor, event: null, facts, data },
  };
}
