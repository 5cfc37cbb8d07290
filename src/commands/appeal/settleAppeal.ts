import { actorOn } from '../actor.ts';
import type { Asker, Deps } from '../ports.ts';
import { overturnedPrecedent } from '../precedents/overturnedPrecedent.ts';
import { takeOnAppeal } from '../take.ts';
import { appealToJudge, withWord } from './appealFile.ts';
import { decisionFalls, decisionStands } from './appealOver.ts';
import { requireReason } from './requireReason.ts';

/** How a panel can settle an appeal. */
export const appealOutcomes = ['uphold', 'partlyUphold', 'dismiss'] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];

/**
 * One of the panel enters how it settled an appeal, with reasons and who of it concurs. Upheld: new people evaluate the file.
 * Partly: other people decide on the scores that it has. Dismissed: the decision stands.
 */
export async function settleAppeal(
  deps: Deps,
  asker: Asker,
  input: {
    readonly appealId: string;
    readonly revision: number;
    readonly outcome: AppealOutcome;
    readonly reason: string;
    readonly concurring: readonly string[];
  },
): Promise<void> {
  const { appeal, application } = await appealToJudge(deps, asker, input);
  const { outcome, concurring } = input;
  const reason = requireReason(input.reason);
  const at = deps.clock.now().toISOString();
  const { panel } = appeal.context;
  const actor = await actorOn(deps, asker, application);
  const said = withWord(appeal, outcome, reason, at);
  const settled = takeOnAppeal(
    appeal,
    { type: outcome, at, actor, reason, concurring },
    { id: deps.ids.next() },
    said,
  );
  const of = { applicationId: application.id, at };
  const overturned = outcome === 'dismiss' ? null : await overturnedPrecedent(deps, of);
  const ending = { at, actor, reason, panel };
  await deps.store.commit({
    changes: [
      settled,
      outcome === 'dismiss'
        ? decisionStands(deps, application, ending)
        : decisionFalls(deps, application, { ...ending, newEvaluation: outcome === 'uphold' }),
    ],
    ...(overturned && { precedent: overturned }),
  });
}
