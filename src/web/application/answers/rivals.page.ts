import * as z from 'zod';
import { tasksPage } from '../../../../templates/pages/application/tasks.ts';
import { chooseAnswer } from '../../../commands/application/selfAssessment/rivals.ts';
import { dayOf } from '../../../register/day.ts';
import { revision } from '../../forms/fields.ts';
import { formAction } from '../../forms/formPage.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebRouter } from '../../http/state.ts';
import { loadFile, requireTakesAnswers } from '../submission/loadFile.ts';
import { cardHref } from './scope.view.ts';
import { tasksView } from './tasks.view.ts';

/** The choice between an answer and the one that came second: a button on the criterion's own card. */
export function rivalAction(router: WebRouter): void {
  formAction(router, '/applications/:id/rivals/:rival', {
    load: loadFile,
    template: tasksPage,
    shape: () => ({ choice: z.enum(['first', 'second']), first: revision, second: revision }),
    page: (file, ctx) => tasksView(file, dayOf(ctx.deps.clock.now().toISOString()), ctx.words),
    submit: async ({ choice, first, second }, file, ctx) => {
      requireTakesAnswers(file);
      const { id: applicationId } = file.application;
      const input = { applicationId, rival: ctx.params.rival ?? '', choice, first, second };
      const place = await chooseAnswer(ctx.deps, askerOf(ctx), input);
      return cardHref(file, place, ctx.words, '?saved=1');
    },
  });
}
