import { actorOn } from '../../common/actor.ts';
import { applyToAppeal } from '../../common/applyEvent.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { appealToJudge, withWord } from './appealFile.ts';
import { requireReason } from './requireReason.ts';

/** One of the panel puts the decision out of effect until the appeal is settled, or into effect again. */
export async function changeStay(
  deps: Deps,
  asker: Asker,
  input: {
    readonly appealId: string;
    readonly revision: number;
    readonly step: 'grantStay' | 'liftStay';
    readonly reason: string;
  },
): Promise<void> {
  const { appeal, application } = await appealToJudge(deps, asker, input);
  const reason = requireReason(input.reason, 'stayReason');
  const at = deps.clock.now().toISOString();
  const event = { type: input.step, at, actor: await actorOn(deps, asker, application), reason };
  const said = withWord(appeal, input.step, reason, at);
  await deps.store.commit({ changes: [applyToAppeal(appeal, event, { id: deps.ids.next() }, said)] });
}
