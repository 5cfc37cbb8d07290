import { LabelError } from '../../../errors.ts';
import { mayModerate } from '../../../policies/file.ts';
import { isReviewer } from '../../../policies/who.ts';
import { dryRun } from '../../common/dryRun.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { frozenFile } from '../../file/frozenFile.ts';
import type { ReviewedPlace } from '../../file/settledPlaces.ts';
import type { SettledGrade } from '../../items/decidingItems.ts';
import type { Score } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type DivergingPlace, divergingPlaces, gradeConflicts } from '../evaluation/divergingPlaces.ts';
import { moderateApplication } from '../evaluation/moderateApplication.ts';

export type Moderation = Awaited<ReturnType<typeof viewModeration>>;

/** A diverging file for the reviewer who accepted to settle it; to everyone else there is no such file. */
export async function viewModeration(deps: Deps, asker: Asker, applicationId: string) {
  if (!isReviewer(asker)) throw new LabelError('forbidden');
  const file = await frozenFile(deps, applicationId);
  const { application, published, snapshot } = file;
  const { revision } = application;
  const places = divergingPlaces(file);
  const conflicts = gradeConflicts(file);
  const settled = { scores: places.map(asSettled), grades: conflicts.map(asGraded) };
  const blockers = await dryRun(deps, (dry) =>
    moderateApplication(dry, asker, { applicationId, revision, ...settled }),
  );
  requireVisible(blockers.length === 0 && mayModerate(asker, file));
  const { organisation, offers } = snapshot.content;
  return { application, published, organisation, offers, places, conflicts };
}

/** A level that could be settled here, to try whether this person may settle it. */
function asSettled({ at, lower }: DivergingPlace): Score {
  return { ...at, level: lower, comment: at.criterion };
}

/** The same for a grade. */
function asGraded({ at }: ReviewedPlace): SettledGrade {
  return { ...at, grade: 'major', reason: at.criterion };
}
