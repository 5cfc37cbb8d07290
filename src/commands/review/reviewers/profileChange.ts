import { type Line, lineOf } from '../../common/lineOf.ts';
import type { ReviewerProfile } from '../../items/items.ts';
import type { Change, Deps } from '../../ports/ports.ts';

/** A change of a profile; the line says which fields changed, never what they hold, so that erasing a person leaves the chain whole. */
export function profileChange(
  deps: Pick<Deps, 'ids'>,
  before: ReviewerProfile,
  changed: Partial<Omit<ReviewerProfile, 'id' | 'revision' | 'head'>>,
  line: Line,
): Change {
  const record = lineOf(deps, line, { changed: Object.keys(changed) });
  return { kind: 'reviewers', before, after: { ...before, ...changed }, record };
}
