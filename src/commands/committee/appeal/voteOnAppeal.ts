export { appealOutcomes } from '../../../workflow/appealEvents.ts';

import type { AppealOutcome } from '../../../workflow/appealEvents.ts';
import { actorOn } from '../../common/actor.ts';
import { applyToAppeal } from '../../common/applyEvent.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { appealToJudge } from './appealFile.ts';

/** A member of the panel says what they are for; it can be changed until the appeal is settled. Nobody says it for another. */
export async function voteOnAppeal(
  deps: Deps,
  asker: Asker,
  input: { readonly appealId: string; readonly outcome: AppealOutcome },
): Promise<void> {
  const { appealId, outcome: choice } = input;
  // Others of the panel vote at the same time: theirs have nothing to do with this one.
  return retryOnConflict(async () => {
    const { revision } = requireVisible(await deps.store.appeal(appealId));
    const { appeal, application } = await appealToJudge(deps, asker, { appealId, revision });
    const at = deps.clock.now().toISOString();
    const event = { type: 'vote', at, actor: await actorOn(deps, asker, application), choice } as const;
    await deps.store.commit({ changes: [applyToAppeal(appeal, event, { id: deps.ids.next() })] });
  });
}
