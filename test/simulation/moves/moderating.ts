import { frozenFile } from '../../../src/commands/file/frozenFile.ts';
import { divergingPlaces, gradeConflicts } from '../../../src/commands/review/evaluation/divergingPlaces.ts';
import { moderateApplication } from '../../../src/commands/review/evaluation/moderateApplication.ts';
import { move } from '../move.ts';
import { fileAt } from '../targets.ts';

/** A third person settles what two see differently. */
export const moves = [
  move({
    name: 'moderateApplication',
    weight: 16,
    targets: (known) =>
      known
        .all('reviews')
        .filter(({ state, context }) => state === 'scoring' && context.task === 'moderation'),
    act: async ({ at, known }, { context: { personId, applicationId } }, draw) => {
      const [deps, moderator] = await at('review', personId);
      const file = await frozenFile(deps, applicationId);
      const comment = 'Écrit à l’article 2.';
      const scores = divergingPlaces(file).map(({ at: place }) => ({
        ...place,
        level: draw.one([1, 2, 3] as const),
        comment,
      }));
      const grades = gradeConflicts(file).map(({ at: place }) => ({
        ...place,
        grade: draw.one(['minor', 'major'] as const),
        reason: comment,
      }));
      const read = known.one('applications', applicationId) ?? file.application;
      await moderateApplication(deps, moderator, { ...fileAt(read), scores, grades });
    },
  }),
];
