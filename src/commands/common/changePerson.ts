import type { Person } from '../items/items.ts';
import type { Change, Deps } from '../ports/ports.ts';
import { type Line, lineOf } from './lineOf.ts';

/** A change of a person; the line says which fields changed, never what they hold, so that erasing a person leaves the chain whole. */
export function changePerson(
  deps: Pick<Deps, 'ids'>,
  before: Person,
  changed: Partial<Omit<Person, 'id' | 'revision' | 'head'>>,
  line: Line,
): Change {
  const record = lineOf(deps, line, { changed: Object.keys(changed) });
  return { kind: 'people', before, after: { ...before, ...changed }, record };
}
