import { mayEdit } from '../../../policies/organisation.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { openScheme } from '../../common/schemeOf.ts';
import { applicantAfter, isHandedOver, successionBlockers, successionOf } from '../../file/succession.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

export type SuccessionDesk = Awaited<ReturnType<typeof viewSuccession>>;

/** What an application that a change asks for takes over, and whether it can be begun, for the people of who applies; for anyone else there is none. */
export async function viewSuccession(
  deps: Pick<Deps, 'store' | 'schemes' | 'clock'>,
  asker: Asker,
  input: { readonly organisationId: string; readonly changeId: string },
) {
  const { change, label, holder } = await successionOf(deps, asker, input);
  const { store } = deps;
  const { state, context, words, followedBy } = change;
  const blockers = Object.entries(await successionBlockers(deps, change)).flatMap(([code, is]) =>
    is ? [code] : [],
  );
  return {
    change: { id: change.id, state, dueAt: context.dueAt, words },
    label,
    holder,
    organisation: requireVisible(await store.organisation(input.organisationId)),
    isSuccessor: applicantAfter(change) !== context.organisationId,
    isHandedOver: isHandedOver(change),
    version: openScheme(deps).scheme.version,
    /** Number of the application that was begun, or null. */
    begun: followedBy,
    mayWrite: mayEdit(asker, input.organisationId),
    mayBegin: blockers.length === 0,
  };
}
