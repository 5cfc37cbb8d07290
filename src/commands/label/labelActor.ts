import { actorOn, type FileActor } from '../common/actor.ts';
import { requireVisible } from '../common/requireVisible.ts';
import type { Label } from '../items/items.ts';
import type { Asker, Deps } from '../ports/ports.ts';

/** A person as they act on a label: with the parts that they hold on the file that opened it. */
export async function labelActor(
  deps: Pick<Deps, 'store' | 'clock' | 'impartiality'>,
  asker: Asker,
  { context }: Pick<Label, 'context'>,
): Promise<FileActor> {
  return actorOn(deps, asker, requireVisible(await deps.store.application(context.applicationId)));
}
