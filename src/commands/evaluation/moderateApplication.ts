import { LabelError } from '../../errors.ts';
import { addWorkingDays } from '../../register/calendar.ts';
import { dayOf } from '../../register/day.ts';
import { endOfDay } from '../../register/endOfDay.ts';
import { actorTowards } from '../actor.ts';
import { found, unchanged } from '../found.ts';
import type { Score } from '../items.ts';
import type { Asker, Deps } from '../ports.ts';
import { frozenFile } from '../screening/frozenFile.ts';
import { takeOnApplication } from '../take.ts';
import { type DivergingPlace, divergingPlaces } from './divergingPlaces.ts';

/** A third person settles two diverging reviews, with a reason for each level; all values are kept side by side. */
export async function moderateApplication(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly revision: number; readonly scores: readonly Score[] },
): Promise<void> {
  const file = await frozenFile(deps, input.applicationId);
  const { application, published } = file;
  unchanged(application, input.revision);
  const places = divergingPlaces(file);
  for (const score of input.scores) {
    const { criterion } = found(places.find((place) => isAt(place, score)));
    if (score.level === 'na' && !criterion.na) {
      throw new LabelError('invalid', { faults: [{ field: 'level', code: 'naNotAllowed' }] });
    }
  }
  const at = deps.clock.now().toISOString();
  const change = takeOnApplication(
    application,
    {
      type: 'moderate',
      at,
      actor: actorTowards(asker, application.context.organisationId),
      unsettled: places.filter((place) => !input.scores.some((score) => isAt(place, score))).length,
      changedWithoutReason: input.scores.filter((score) => !score.comment.trim()).length,
      openFindings: 0,
      correctionDueAt: endOfDay(addWorkingDays(dayOf(at), published.scheme.process.correctionDays)),
    },
    { id: deps.ids.next(), data: { scores: input.scores } },
    { moderation: input.scores },
  );
  await deps.store.commit({ changes: [change] });
}

function isAt({ offerId, criterion }: DivergingPlace, score: Score): boolean {
  return score.offerId === offerId && score.criterion === criterion.id;
}
