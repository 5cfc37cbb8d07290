import { LabelError } from '../../../errors.ts';
import { openAppeals, settledAppeals, sightOfAppeal } from '../../../policies/appeal.ts';
import { isInCommittee, isOfficer } from '../../../policies/who.ts';
import { dayOf, daysBetween } from '../../../register/day.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Most appeals of a list. */
const most = { open: 200, settled: 50 };

export type AppealLine = Awaited<ReturnType<typeof listAppeals>>[number];

/** Open appeals, the oldest first, then those settled last; none of the asker's own organisations. */
export async function listAppeals(deps: Pick<Deps, 'store' | 'clock'>, asker: Asker, limits = most) {
  if (!isOfficer(asker) && !isInCommittee(asker)) throw new LabelError('forbidden');
  const { store } = deps;
  const [open, settled, reviews] = await Promise.all([
    store.appealsIn(openAppeals, 'oldest', limits.open),
    limits.settled > 0 ? store.appealsIn(settledAppeals, 'newest', limits.settled) : [],
    store.reviewsBy(asker.id),
  ]);
  const all = [...open, ...settled];
  const files = await store.applications([...new Set(all.map(({ context }) => context.applicationId))]);
  const names = await store.frozenNames(files);
  const byId = new Map(files.map((file) => [file.id, file]));
  const today = dayOf(deps.clock.now().toISOString());
  return all.flatMap(({ id: appealId, state, lodgedAt, context }) => {
    const { applicationId, against, stayed, dueAt: stayedUntil, panel } = context;
    const application = requireVisible(byId.get(applicationId));
    const line = {
      appealId,
      applicationId,
      organisation: requireVisible(names.get(applicationId)).name,
      against,
      state,
      lodgedAt,
      /** Days since it was lodged, while it is open; 0 afterwards. */
      days: openAppeals.includes(state) ? daysBetween(dayOf(lodgedAt), today) : 0,
      stayed,
      /** When a stay that its chair granted alone ends; null of any other. */
      stayedUntil,
      /** The asker judges it. */
      mine: panel.includes(asker.id),
    };
    return sightOfAppeal(asker, { application, reviews }, state) === null ? [] : [line];
  });
}
