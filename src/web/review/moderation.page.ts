import { moderationPage } from '../../../templates/pages/review/moderation.ts';
import { moderateApplication } from '../../commands/review/evaluation/moderateApplication.ts';
import { viewModeration } from '../../commands/review/views/viewModeration.ts';
import { revision } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { allowWorker } from '../http/allowScripts.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';
import { staffModeration } from './moderation.view.ts';
import { gradeFields, gradesIn, scoreFields, scoresIn } from './score.form.ts';

/** A third person settles two diverging reviews, with a level and a reason wherever they diverge. */
export function staffModerationPage(router: WebRouter): void {
  formPage(router, '/review/moderate/:applicationId', {
    template: moderationPage,
    load: (ctx) => viewModeration(ctx.deps, askerOf(ctx), ctx.params.applicationId ?? ''),
    page: (moderation, ctx) => {
      allowWorker(ctx, 'pdfWorker.js');
      return staffModeration(moderation, ctx.words);
    },
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
