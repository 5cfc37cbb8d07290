import { addWorkingDays } from '../register/calendar.ts';
import { dayOf } from '../register/day.ts';
import { actorTowards } from './actor.ts';
import { found, unchanged } from './found.ts';
import { frozenFile } from './frozenFile.ts';
import type { Score } from './items.ts';
import type { Asker, Deps } from './ports.ts';
import { claimsOf } from './reviewMarks.ts';
import { takeOnApplication } from './take.ts';

/** A third person settles two diverging reviews, with a reason for each level; all values are kept side by side. */
export async function moderateApplication(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly revision: number; readonly scores: readonly Score[] },
): Promise<void> {
  const { application, published, snapshot } = await frozenFile(deps, input.applicationId);
  unchanged(application, input.revision);
  const places = claimsOf(published.scheme, snapshot);
  for (const score of input.scores) {
    found(places.find((p) => p.offerId === score.offerId && p.criterion === score.criterion));
  }
  const at = deps.clock.now().toISOString();
  const change = takeOnApplication(
    application,
    {
      type: 'moderate',
      at,
      actor: actorTowards(asker, application.context.organisationId),
      changedWithoutReason: input.scores.filter((score) => !score.comment.trim()).length,
      openFindings: 0,
      correctionDueAt: `${addWorkingDays(dayOf(at), published.scheme.process.correctionDays)}T23:00:00.000Z`,
    },
    { id: deps.ids.next(), data: { scores: input.scores } },
    { moderation: input.scores },
  );
  await deps.store.commit({ changes: [change] });
}
