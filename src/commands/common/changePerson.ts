import type { Person } from '../items/items.ts';
import type { NewRecord } from '../items/newRecord.ts';
import type { Change, Deps } from '../ports/ports.ts';

/** A change of a person; the line says which fields changed, never what they hold, so that erasing a person leaves the chain whole. */
export function changePerson(
  deps: Pick<Deps, 'ids'>,
  before: Person,
  changed: Partial<Omit<Person, 'id' | 'revision' | 'head'>>,
  {
    at,
    actor,
    facts,
    data = {},
  }: Pick<NewRecord, 'at' | 'actor' | 'facts'> & Partial<Pick<NewRecord, 'data'>>,
): Change {
  const record = {
    id: deps.ids.next(),
    at,
    actor,
    event: null,
    facts,
    data: { changed: Object.keys(changed), ...data },
  };
  return { kind: 'people', before, after: { ...before, ...changed }, record };
}
