import { actorOn } from '../../common/actor.ts';
import { applyToAppeal } from '../../common/applyEvent.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { appealToJudge, withWord } from './appealFile.ts';
import { requireReason } from './requireReason.ts';

/** A member of the committee without an earlier part lets an appeal in: in time, by who may, with grounds to judge. */
export async function admitAppeal(
  deps: Deps,
  asker: Asker,
  input: { readonly appealId: string; readonly revision: number; readonly reason: string },
): Promise<void> {
  const { appeal, application, tookPart } = await appealToJudge(deps, asker, input);
  const reason = requireReason(input.reason);
  const at = deps.clock.now().toISOString();
  const actor = await actorOn(deps, asker, application);
  const event = { type: 'admit', at, actor, reason, tookPart } as const;
  const said = withWord(appeal, 'admit', reason, at);
  await deps.store.commit({ changes: [applyToAppeal(appeal, event, { id: deps.ids.next() }, said)] });
}
