import type { CaseId } from '../../items/casework.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { viewCasework } from './viewCasework.ts';

/**
 * What officers added to an item that one of them opens. That they did is kept where they follow it or own it, so that what changes
 * after is new to them; no line of the journal tells of it, as it concerns them alone.
 */
export async function openCasework(deps: Deps, asker: Asker, id: CaseId) {
  const view = await viewCasework(deps, asker, id);
  if (view?.follows || view?.isMine)
    await deps.store.markSeen(asker.id, view, deps.clock.now().toISOString());
  return view;
}
