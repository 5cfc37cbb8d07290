import { type AppealOutcome, appealOutcomes } from '../../../workflow/appealEvents.ts';
import { actorOn } from '../../common/actor.ts';
import { applyToAppeal } from '../../common/applyEvent.ts';
import type { Appeal } from '../../items/decidingItems.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { overturnedPrecedent } from '../precedents/overturnedPrecedent.ts';
import { appealToJudge, withWord } from './appealFile.ts';
import { decisionFalls, decisionStands } from './appealOver.ts';
import { requireReason } from './requireReason.ts';

/**
 * One of the panel enters the reasons for what its majority is for, once each of it said their own word. Upheld: new people
 * evaluate the file. Partly: other people decide on the scores that it has. Dismissed: the decision stands.
 */
export async function settleAppeal(
  deps: Deps,
  asker: Asker,
  input: { readonly appealId: string; readonly revision: number; readonly reason: string },
): Promise<void> {
  const { appeal, application } = await appealToJudge(deps, asker, input);
  const reason = requireReason(input.reason);
  const at = deps.clock.now().toISOString();
  const { panel } = appeal.context;
  const actor = await actorOn(deps, asker, application);
  const type = outcomeOf(appeal.context);
  const said = withWord(appeal, type, reason, at);
  const settled = applyToAppeal(appeal, { type, at, actor, reason }, { id: deps.ids.next() }, said);
  const of = { applicationId: application.id, at };
  const overturned = type === 'dismiss' ? null : await overturnedPrecedent(deps, of);
  const ending = { at, actor, reason, panel };
  await deps.store.commit({
    changes: [
      settled,
      type === 'dismiss'
        ? decisionStands(deps, application, ending)
        : decisionFalls(deps, application, { ...ending, newEvaluation: type === 'uphold' }),
    ],
    ...(overturned && { parts: [{ kind: 'precedents', rows: [overturned] }] }),
  });
}

/** What most of the votes are for; whether that is a majority of the panel is for the machine to say. */
export function outcomeOf({ votes }: Pick<Appeal['context'], 'votes'>): AppealOutcome {
  const count = (outcome: AppealOutcome) => votes.filter((vote) => vote.outcome === outcome).length;
  return appealOutcomes.toSorted((a, b) => count(b) - count(a))[0] ?? 'dismiss';
}
