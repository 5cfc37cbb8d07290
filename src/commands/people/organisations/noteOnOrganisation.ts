import { lineOf } from '../../common/noteOn.ts';
import type { Organisation } from '../../items/items.ts';
import type { NewRecord } from '../../items/newRecord.ts';
import type { Change, Deps } from '../../ports/ports.ts';

/**
 * A change of an organisation that changes nothing but its revision, noted in its journal: of two applications started or
 * sent for it at the same time, one is stale.
 */
export function noteOnOrganisation(
  deps: Pick<Deps, 'ids'>,
  organisation: Organisation,
  { at, actor, facts }: Pick<NewRecord, 'at' | 'actor' | 'facts'>,
): Change {
  const record = lineOf(deps, { at, actor, facts: [], data: { because: facts } }, {});
  return { kind: 'organisations', before: organisation, after: organisation, record };
}
