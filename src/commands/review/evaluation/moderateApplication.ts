import { mayModerate } from '../../../policies/file.ts';
import { unavailable } from '../../../policies/reviewer.ts';
import { dueAfter } from '../../../register/calendar.ts';
import { type Day, dayOf } from '../../../register/day.ts';
import { eventMetaOn } from '../../common/actor.ts';
import { applyToApplication, applyToReview } from '../../common/applyEvent.ts';
import type { FileInput } from '../../common/fileInput.ts';
import { requireRevision, requireVisible } from '../../common/requireVisible.ts';
import { frozenFile } from '../../file/frozenFile.ts';
import { countedReviews } from '../../file/reviewMarks.ts';
import type { ReviewedPlace } from '../../file/settledPlaces.ts';
import { type CriterionPlace, isSamePlace } from '../../items/assessmentItems.ts';
import type { SettledGrade } from '../../items/decidingItems.ts';
import type { ReviewerProfile, Score } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { raiseFindings } from '../findings/raiseFindings.ts';
import { hasConflict } from '../ties/barredFrom.ts';
import { divergingPlaces, gradeConflicts } from './divergingPlaces.ts';
import { moderationOf } from './moderationOf.ts';
import { requireNa } from './scoreCriterion.ts';

/** What the third person settles: a level wherever the two diverge, a grade wherever they graded one finding differently. */
export interface Settling extends FileInput {
  readonly scores: readonly Score[];
  readonly grades?: readonly SettledGrade[];
}

/**
 * The third person who was invited to it and accepted settles two diverging reviews, with a reason for each level and grade; all
 * values are kept side by side. Then the findings of both are raised.
 */
export async function moderateApplication(
  deps: Deps,
  asker: Asker,
  { applicationId, revision, scores, grades = [] }: Settling,
): Promise<void> {
  const file = await frozenFile(deps, applicationId);
  const { application, published } = file;
  requireRevision(application, revision);
  const places = divergingPlaces(file);
  const conflicts = gradeConflicts(file);
  for (const score of scores)
    requireNa(requireVisible(places.find(({ at }) => isSamePlace(at, score))), score);
  for (const grade of grades) requireVisible(conflicts.find(({ at }) => isSamePlace(at, grade)));
  const eventMeta = await eventMetaOn(deps, asker, application);
  const correctionDueAt = dueAfter(eventMeta.at, published.scheme.process.correctionDays);
  const reviews = countedReviews(application, file.reviews);
  const complete = { application, reviews, settled: grades, eventMeta, correctionDueAt };
  const raised = await raiseFindings(deps, complete);
  const unsettled = openAmong(places, scores) + openAmong(conflicts, grades);
  const changedWithoutReason =
    scores.filter(({ comment }) => !comment.trim()).length +
    grades.filter(({ reason }) => !reason.trim()).length;
  const own = mayModerate(asker, file) ? moderationOf(application, file.reviews) : null;
  const conflict = await hasConflict(deps, asker, application.context.organisationId);
  const event = {
    type: 'moderate',
    ...eventMeta,
    unsettled,
    changedWithoutReason,
    accepted: own !== null,
    competent: isFit(await deps.store.reviewer(asker.id), dayOf(eventMeta.at)),
    conflict,
    openFindings: raised.majors,
    correctionDueAt,
  } as const;
  const also = { moderation: scores, settledGrades: grades };
  const change = applyToApplication(deps, application, event, also, { scores, grades });
  const scored = { unscored: unsettled, deviationsWithoutComment: changedWithoutReason, conflict };
  const delivered = own && applyToReview(deps, own, { ...eventMeta, type: 'deliver', ...scored });
  await deps.store.commit([change, ...(delivered ? [delivered] : []), ...raised.changes]);
}

/** Whether a person can go on with what they accepted: who is away from today on still can. */
function isFit(profile: ReviewerProfile | null, today: Day): boolean {
  const why = unavailable(profile, today);
  return why === null || why === 'away';
}

/** How many places nothing was settled for. */
function openAmong(places: readonly ReviewedPlace[], settled: readonly CriterionPlace[]): number {
  return places.filter(({ at }) => !settled.some((one) => isSamePlace(at, one))).length;
}
