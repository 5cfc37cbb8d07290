import { type Day, dayOf } from '../../../register/day.ts';
import type { Trigger } from '../../../scoring/triggers.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { FrozenFile } from '../../file/frozenFile.ts';
import type { Lot, Visit } from '../../items/decidingItems.ts';
import type { Person } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { takesVisits } from './recordVisit.ts';
import { visitMissing } from './visitMissing.ts';
import { visitsDemanded } from './visitsDemanded.ts';

/** What demands a visit to an applicant, and the visits and calls that were recorded. */
export interface FileVisits {
  readonly triggers: readonly Trigger[];
  readonly lot: Lot | null;
  readonly visits: readonly (Visit & { readonly recordedBy: Person })[];
  /** Whether the recommendation waits for one. */
  readonly missing: boolean;
  /** Whether one can be recorded in the state of the file. */
  readonly open: boolean;
  readonly today: Day;
}

/** The visits of a file, the oldest first. Who may see them is for the caller to say. */
export async function fileVisits(deps: Pick<Deps, 'store' | 'clock'>, file: FrozenFile): Promise<FileVisits> {
  const { visits = [], lot = null } = file.application;
  return {
    triggers: visitsDemanded(file),
    lot,
    visits: await Promise.all(
      visits.map(async (visit) => ({
        ...visit,
        recordedBy: requireVisible(await deps.store.person(visit.by)),
      })),
    ),
    missing: await visitMissing(deps, file),
    open: takesVisits(file.application),
    today: dayOf(deps.clock.now().toISOString()),
  };
}
