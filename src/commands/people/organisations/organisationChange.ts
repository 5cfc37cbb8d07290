import { type Line, lineOf } from '../../common/lineOf.ts';
import type { Organisation } from '../../items/items.ts';
import type { Change, Deps } from '../../ports/ports.ts';

/**
 * A change of an organisation, or with nothing changed of who belongs to it. Its revision rises with either: of two at the
 * same time one is stale, and an organisation never loses its last owner between two.
 */
export function organisationChange(
  deps: Pick<Deps, 'ids'>,
  before: Organisation,
  changed: Partial<Omit<Organisation, 'id' | 'revision' | 'head'>>,
  line: Line,
): Change {
  const names = Object.keys(changed);
  const record = lineOf(deps, line, names.length > 0 ? { changed: names } : {});
  return { kind: 'organisations', before, after: { ...before, ...changed }, record };
}
