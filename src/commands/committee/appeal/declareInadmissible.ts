import { actorOn } from '../../common/actor.ts';
import { applyToAppeal } from '../../common/applyEvent.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { appealToJudge, withWord } from './appealFile.ts';
import { decisionStands } from './appealOver.ts';
import { requireReason } from './requireReason.ts';

/** A member of the committee without an earlier part does not enter into an appeal: the decision stands, with the reasons. */
export async function declareInadmissible(
  deps: Deps,
  asker: Asker,
  input: { readonly appealId: string; readonly revision: number; readonly reason: string },
): Promise<void> {
  const { appeal, application, tookPart } = await appealToJudge(deps, asker, input);
  const reason = requireReason(input.reason);
  const at = deps.clock.now().toISOString();
  const actor = await actorOn(deps, asker, application);
  const event = { type: 'declareInadmissible', at, actor, reason, tookPart } as const;
  const said = withWord(appeal, 'declareInadmissible', reason, at);
  await deps.store.commit({
    changes: [
      applyToAppeal(appeal, event, { id: deps.ids.next() }, said),
      decisionStands(deps, application, { at, actor, reason, panel: [asker.id] }),
    ],
  });
}
