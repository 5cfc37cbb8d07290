import * as z from 'zod';
import { tasksPage } from '../../../../templates/pages/application/tasks.ts';
import { chooseAnswer } from '../../../commands/application/selfAssessment/rivals.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { viewRivals } from '../../../commands/application/views/viewRivals.ts';
import type { SelfAssessment } from '../../../commands/items/items.ts';
import { revision } from '../../forms/fields.ts';
import { formAction } from '../../forms/formPage.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { loadFile, requireTakesAnswers } from '../submission/loadFile.ts';
import { type RivalsView, rivalViews } from './rivals.view.ts';
import { tasksView } from './tasks.view.ts';

/** The choice between an answer and the one that came second: a button on the criterion's own card. */
export function rivalAction(router: WebRouter): void {
  formAction(router, '/applications/:id/rivals/:rival', {
    load: loadFile,
    template: tasksPage,
    shape: () => ({ choice: z.enum(['first', 'second']), first: revision, second: revision }),
    page: (file, ctx) => tasksView(file, ctx.words),
    submit: async ({ choice, first, second }, file, ctx) => {
      requireTakesAnswers(file);
      const { id } = file.application;
      const place = await chooseAnswer(ctx.deps, askerOf(ctx), {
        applicationId: id,
        rival: ctx.params.rival ?? '',
        choice,
        seen: { first, second },
      });
      return `${applicationHref(ctx.words, id, pageOf(file, place))}?saved=1#${place.criterion}`;
    },
  });
}

/** The rivals of the page of a theme (`offerId` empty) or of an offer, by criterion. */
export async function rivalsOf(file: ApplicantFile, offerId: string, ctx: WebContext): Promise<RivalsView> {
  const open = await viewRivals(ctx.deps, askerOf(ctx), file, offerId);
  return rivalViews(open, file.application.id, file.published.texts[ctx.words.language], ctx.words);
}

type Place = Pick<NonNullable<SelfAssessment['rivals']>[number], 'offerId'> & { readonly criterion: string };

function pageOf({ published }: ApplicantFile, { offerId, criterion }: Place): string {
  if (offerId !== '') return `offers/${offerId}`;
  return `themes/${published.scheme.criteria.find(({ id }) => id === criterion)?.theme}`;
}
