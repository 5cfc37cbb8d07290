import { isOver } from '../../../policies/answers.ts';
import { everything } from '../../../policies/view.ts';
import { requireDutyOnAll } from '../../common/actor.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Refuses to speak of somebody's tie to an organisation to whoever holds a part in an open file of it that keeps them from it. */
export async function requireNoPartTowards(deps: Deps, asker: Asker, organisationId: string): Promise<void> {
  const files = await deps.store.seenBy(everything).applicationsOf([organisationId]);
  await requireDutyOnAll(
    deps,
    asker,
    files.filter((file) => !isOver(file)),
    'tie.declare',
  );
}
