import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Person } from '../../src/commands/items/items.ts';
import { currentApplication } from './applicationSteps.ts';
import { decideInSessionAndAnnounce } from './committeeSession.ts';
import type { WebWithCast } from './webWithCast.ts';

/** A file that the committee refused, and its owner. */
export async function refusedFile(
  web: WebWithCast,
): Promise<{ readonly id: string; readonly owner: Person }> {
  const { deps, cast } = web;
  const id = await web.fileInDeliberation();
  await decideInSessionAndAnnounce(deps, cast, id, 'refused');
  const { organisationId } = (await currentApplication(deps, id)).context;
  return { id, owner: requireVisible((await deps.store.peopleOf(organisationId))[0]) };
}
