import type { Organisation } from '../../items/items.ts';
import type { NewRecord } from '../../items/newRecord.ts';
import type { Change, Deps } from '../../ports/ports.ts';

type Line = Pick<NewRecord, 'at' | 'actor' | 'facts'> & Partial<Pick<NewRecord, 'data'>>;

/**
 * A change of an organisation, or with nothing changed of who belongs to it. Its revision rises with either: of two at the
 * same time one is stale, and an organisation never loses its last owner between two.
 */
export function organisationChange(
  deps: Pick<Deps, 'ids'>,
  before: Organisation,
  changed: Partial<Omit<Organisation, 'id' | 'revision' | 'head'>>,
  { at, actor, facts, data = {} }: Line,
): Change {
  const record = {
    id: deps.ids.next(),
    at,
    actor,
    event: null,
    facts,
    data: { ...(Object.keys(changed).length > 0 && { changed: Object.keys(changed) }), ...data },
  };
  return { kind: 'organisations', before, after: { ...before, ...changed }, record };
}
