import { dayOf } from '../../../register/day.ts';
import type { FrozenFile } from '../../file/frozenFile.ts';
import type { Deps } from '../../ports/ports.ts';
import { visitsDemanded } from './visitsDemanded.ts';

/** Whether something demands a visit or a call, and none was held and recorded since the evaluation was complete. */
export async function visitMissing(deps: Pick<Deps, 'store'>, file: FrozenFile): Promise<boolean> {
  if (visitsDemanded(file).length === 0) return false;
  const { id, visits = [] } = file.application;
  const records = await deps.store.records(`applications/${id}`);
  const complete = records.findLast(
    ({ event }) => event?.type === 'deliverReview' || event?.type === 'moderate',
  );
  return !visits.some(({ on, at }) => complete && at >= complete.at && on >= dayOf(complete.at));
}
