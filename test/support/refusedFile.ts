import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Person } from '../../src/commands/items/items.ts';
import { announced } from './session.ts';
import type { StaffWeb } from './staffWeb.ts';
import { now } from './straightWay.ts';

/** A file that the committee refused, and its owner. */
export async function refusedFile(web: StaffWeb): Promise<{ readonly id: string; readonly owner: Person }> {
  const { deps, cast } = web;
  const id = await web.deliberation();
  await announced(deps, cast, id, 'refused');
  const { organisationId } = (await now(deps, id)).context;
  return { id, owner: requireVisible((await deps.store.peopleOf(organisationId))[0]) };
}
