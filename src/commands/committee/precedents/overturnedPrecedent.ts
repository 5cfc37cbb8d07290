import { dayOf } from '../../../register/day.ts';
import type { Deps } from '../../ports/ports.ts';
import type { Precedent } from '../../ports/precedentPorts.ts';

/** The row of the decision that an appeal upheld at an instant takes away, for the commit that upholds it; none before any was announced. */
export async function overturnedPrecedent(
  { store }: Pick<Deps, 'store'>,
  { applicationId, at }: { readonly applicationId: string; readonly at: string },
): Promise<Precedent | null> {
  const last = await store.lastPrecedent(applicationId);
  return last && { ...last, overturnedOn: dayOf(at) };
}
