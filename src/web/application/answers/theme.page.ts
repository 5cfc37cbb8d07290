import { savedAnswers } from '../../../../templates/pages/application/saved.ts';
import { themePage } from '../../../../templates/pages/application/theme.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { requireVisible } from '../../../commands/common/requireVisible.ts';
import { formPage } from '../../forms/formPage.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { loadFile, requireTakesAnswers } from '../submission/loadFile.ts';
import { answerShape, changedAnswers, firstRival, ownRivals, saveAnswers } from './answers.form.ts';
import { criterionNames } from './criterion.view.ts';
import { renewalParts, saidAgain } from './earlier.view.ts';
import { type FieldShape, formFields } from './fields.form.ts';
import { fileShape, saveFiles } from './files.form.ts';
import { rivalsOf } from './rivals.page.ts';
import { criteriaIn } from './scope.view.ts';
import { themeForm } from './theme.view.ts';

/** One theme of the organisation: each changed answer is one command; where someone else was quicker both are kept. */
export function themeRoutes(router: WebRouter): void {
  formPage(router, '/applications/:id/themes/:theme', {
    load: loadFile,
    template: themePage,
    parts: savedAnswers,
    shape: (file, ctx): FieldShape => ({
      ...formFields,
      ...answerShape(criteriaIn(file.published.scheme, themeOf(file, ctx))),
      ...fileShape(criteriaIn(file.published.scheme, themeOf(file, ctx)), file.documents),
    }),
    page: async (file, ctx) => {
      const form = themeForm(file, themeOf(file, ctx), ctx.words);
      const more = await renewalParts(file, '', form.criteria, ctx);
      return {
        ...form,
        ...more,
        rivals: await rivalsOf(file, '', ctx),
        names: criterionNames(form.criteria),
      };
    },
    submit: async (input, file, ctx) => {
      requireTakesAnswers(file);
      const { application, assessment, published } = file;
      const theme = themeOf(file, ctx);
      const criteria = criteriaIn(published.scheme, theme);
      const rivals = ownRivals(assessment, '', askerOf(ctx).id);
      const changed = changedAnswers(criteria, input, { answers: assessment.answers, rivals });
      const marks = await saveAnswers(ctx, { applicationId: application.id, offerId: '' }, changed);
      const aside = await saveFiles(ctx, file, { offerId: '', criteria }, input);
      const open =
        firstRival(marks) ?? (await saidAgain(ctx, input, { applicationId: application.id, offerId: '' }));
      const next = open || input.go === 'stay' ? `themes/${theme}` : nextTo(file, theme);
      const href = `${applicationHref(ctx.words, application.id, next)}?saved=1`;
      return { next: open ? `${href}#${open}` : (aside ?? href), marks };
    },
  });
}

/** The theme of the path; those of an offer have their page with the offer. */
function themeOf({ published }: ApplicantFile, ctx: WebContext): string {
  const theme = published.scheme.themes.find(({ id }) => id === ctx.params.theme);
  return requireVisible(theme?.scope === 'organisation' ? theme : null).id;
}

function nextTo({ published }: ApplicantFile, theme: string): string {
  const themes = published.scheme.themes.filter(({ scope }) => scope === 'organisation');
  const next = themes[themes.findIndex(({ id }) => id === theme) + 1];
  return next ? `themes/${next.id}` : 'offers';
}
