import { everything } from '../../../policies/view.ts';
import type { Deps } from '../../ports/ports.ts';

/**
 * How many files each of some people was asked for or scores, counted over files that still wait for their review; of whatever
 * organisation, because a cap that some do not see is none.
 */
export async function loadsOf(
  { store }: Pick<Deps, 'store'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly asked: number; readonly scoring: number }>> {
  const underWay = await store.seenBy(everything).reviewsUnderWay(personIds);
  return new Map(
    personIds.map((id) => {
      const own = underWay.filter(({ personId }) => personId === id);
      const scoring = own.filter(({ state }) => state === 'scoring').length;
      return [id, { asked: own.length, scoring }];
    }),
  );
}
