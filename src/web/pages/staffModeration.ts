import { moderationPage } from '../../../templates/pages/review/moderation.ts';
import { moderateApplication } from '../../commands/evaluation/moderateApplication.ts';
import { viewModeration } from '../../commands/evaluation/viewModeration.ts';
import { revision } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { gradeFields, gradesIn } from '../forms/gradeFields.ts';
import { scoreFields, scoresIn } from '../forms/scoreFields.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { staffModeration } from '../presenters/staffModeration.ts';
import type { WebRouter } from '../state.ts';

/** A third person settles two diverging reviews, with a level and a reason wherever they diverge. */
export function staffModerationPage(router: WebRouter): void {
  formPage(router, '/review/moderate/:applicationId', {
    template: moderationPage,
    load: (ctx) => viewModeration(ctx.deps, askerOf(ctx), ctx.params.applicationId ?? ''),
    page: (moderation, ctx) => staffModeration(moderation, ctx.words),
    shape: ({ places, conflicts }) => ({ revision, ...scoreFields(places), ...gradeFields(conflicts) }),
    submit: async (input, { application, places, conflicts }, ctx) => {
      await moderateApplication(ctx.deps, askerOf(ctx), {
        applicationId: application.id,
        revision: Number(input.revision),
        scores: scoresIn(input, places),
        grades: gradesIn(input, conflicts),
      });
      return `/${ctx.words.language}/review`;
    },
  });
}
