import { refuseFor } from '../../errors.ts';
import { mayEdit } from '../../policies/organisation.ts';
import { actorWithoutFile, systemActor } from '../common/actor.ts';
import { changeItem } from '../common/noteOn.ts';
import { everyItem } from '../common/pages.ts';
import { requireVisible } from '../common/requireVisible.ts';
import { isDoneUnless, retryOnConflict } from '../common/retryOnConflict.ts';
import type { SaidOutcome } from '../items/conversation.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { type OwnConversation, sideOf } from './conversation.ts';

/** Days after both sides have written on which they are asked what came of it. */
const askAfterDays = 30;
const dayMs = 86_400_000;

/** One side says what came of a conversation, once both have written; what it says anew takes the place of what it said. */
export async function sayOutcome(
  deps: Deps,
  asker: Asker,
  input: OwnConversation & Pick<SaidOutcome, 'outcome' | 'value'>,
): Promise<void> {
  const { conversationId, organisationId, outcome } = input;
  requireVisible(mayEdit(asker, organisationId));
  await retryOnConflict(async () => {
    const conversation = sideOf(await deps.store.conversation(conversationId), organisationId);
    refuseFor({ notAnsweredYet: conversation.answeredAt === null });
    const at = deps.clock.now().toISOString();
    const others = conversation.outcomes.filter((said) => said.organisationId !== organisationId);
    // Only a deal is worth something.
    const value = outcome === 'deal' ? input.value : null;
    const outcomes = [...others, { organisationId, outcome, value, at }];
    const actor = actorWithoutFile(asker, organisationId);
    const line = {
      at,
      actor,
      facts: ['conversation.outcomeGiven'],
      data: { organisationId, outcome },
    } as const;
    await deps.store.commit([changeItem(deps, 'conversations', conversation, { outcomes }, line)]);
  });
}

/** Asks both sides of each conversation what came of it, once, some days after both have written. Gives how many. */
export async function askOutcomes(deps: Deps, now: Date): Promise<number> {
  const at = now.toISOString();
  const instant = new Date(now.getTime() - askAfterDays * dayMs).toISOString();
  let count = 0;
  for await (const one of everyItem((page) => deps.store.conversationsToAsk(instant, page))) {
    const line = { at, actor: systemActor, facts: ['conversation.outcomeAsked'] } as const;
    const ask = () => deps.store.commit([changeItem(deps, 'conversations', one, { askedAt: at }, line)]);
    if (await isDoneUnless(['stale'], ask)) count += 1;
  }
  return count;
}
