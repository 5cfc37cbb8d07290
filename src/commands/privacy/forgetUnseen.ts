import { LabelError } from '../../errors.ts';
import type { Day } from '../../register/day.ts';
import { systemActor } from '../common/actor.ts';
import type { Deps } from '../ports/ports.ts';
import { forgetPerson } from './erasePerson.ts';

const pageSize = 100;

/** Erases people without role and organisation who did not come since `day`, but for those who have a part in an open file. */
export async function forgetUnseen(deps: Deps, day: Day): Promise<number> {
  let count = 0;
  for (let last = ''; ; ) {
    const page = await deps.store.unseenPeople(day, { limit: pageSize, last });
    for (const person of page) {
      try {
        await forgetPerson(deps, person, systemActor);
        count += 1;
      } catch (error) {
        // In use, or come back at this very moment: the next run looks again.
        if (!(error instanceof LabelError)) throw error;
      }
    }
    last = page.at(-1)?.id ?? '';
    if (page.length < pageSize) return count;
  }
}
