import { sendMessage, writeToNeed } from '../../commands/exchange/conversation.ts';
import { publishNeed } from '../../commands/exchange/publishNeed.ts';
import { addDays, dayOf } from '../../register/day.ts';
import { needs, said } from './organisations.ts';
import type { Stage } from './stage.ts';

/** How long the needs of the demonstration are open. */
const days = 120;

/** Whose people write about the first need. */
const writer = 'condition';

/**
 * Publishes what organisations of the demonstration look for, and lets two of them write to each other about it. One that an earlier
 * scene could not bring is left out; what was played before is not done again.
 */
export async function seek(stage: Stage): Promise<void> {
  const { deps } = stage;
  const until = addDays(dayOf(deps.clock.now().toISOString()), days);
  for (const { of, ...need } of needs) {
    const body = await bodyOf(stage, of);
    if (!body || (await deps.store.needsOf(body.organisationId, 1)).length > 0) continue;
    const { who, organisationId } = body;
    await publishNeed(deps, who, { organisationId, until, ...need });
  }
  const [asks, offers] = [await bodyOf(stage, needs[0]?.of ?? ''), await bodyOf(stage, writer)];
  const [first] = asks ? await deps.store.needsOf(asks.organisationId, 1) : [];
  if (!asks || !offers || !first) return;
  const { organisationId } = offers;
  if (await deps.store.conversation(`${first.id}-${organisationId}`)) return;
  const about = { needId: first.id, organisationId, text: said.aboutNeed };
  const conversationId = await writeToNeed(deps, offers.who, about);
  const answer = { conversationId, organisationId: asks.organisationId, text: said.answer };
  await sendMessage(deps, asks.who, answer);
}

async function bodyOf({ deps }: Stage, key: string) {
  const who = await deps.store.personByEmail(`${key}@specimen.example`);
  const organisationId = who?.memberships[0]?.organisationId;
  return who && organisationId !== undefined ? { who, organisationId } : null;
}
