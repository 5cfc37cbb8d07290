import { eventsOf } from '../../../workflow/step.ts';
import { systemActor } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import { filesOnLabel } from '../../file/labelFiles.ts';
import type { Label } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';

/** Ends what is under way on a label that ended: there is nothing left to extend or to confirm. Done already, it does nothing. */
export async function endWithLabel(deps: Deps, label: Label): Promise<void> {
  const at = deps.clock.now().toISOString();
  const event = { type: 'labelEnded', at, actor: systemActor } as const;
  const open = (await filesOnLabel(deps, label)).filter(({ state }) =>
    eventsOf('application', state).includes('labelEnded'),
  );
  for (const file of open) await deps.store.commit([applyToApplication(deps, file, event)]);
}
