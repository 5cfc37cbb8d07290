import { found } from '../../commands/found.ts';
import { answerCriterion } from '../../commands/selfAssessment/answerCriterion.ts';
import type { ApplicantFile } from '../../commands/selfAssessment/viewApplication.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { criterionNames } from '../presenters/applicantCriterion.ts';
import { applicationHref } from '../presenters/applicantFrame.ts';
import { criteriaIn } from '../presenters/applicantScope.ts';
import { themeForm } from '../presenters/applicantTheme.ts';
import type { WebContext, WebRouter } from '../state.ts';
import { answerShape, changedAnswers } from './applicantAnswers.ts';
import { type FieldShape, formFields } from './applicantFields.ts';
import { applicationForm, requireDraft } from './applicantForm.ts';

/** One theme of the organisation: each changed answer is one command, and no answer is written when one of them is stale. */
export function themePage(router: WebRouter): void {
  applicationForm<FieldShape>(router, '/applications/:id/themes/:theme', {
    template: 'applicant/theme',
    shape: (file, ctx) => ({
      ...formFields,
      ...answerShape(criteriaIn(file.published.scheme, themeOf(file, ctx))),
    }),
    page: (file, ctx) => {
      const form = themeForm(file, themeOf(file, ctx), ctx.words);
      return { ...form, names: criterionNames(form.criteria) };
    },
    submit: async (input, file, ctx) => {
      requireDraft(file);
      const { application, assessment, published } = file;
      const theme = themeOf(file, ctx);
      const criteria = criteriaIn(published.scheme, theme);
      for (const answer of changedAnswers(criteria, input, assessment.answers)) {
        await answerCriterion(ctx.deps, askerOf(ctx), { applicationId: application.id, offerId: '', answer });
      }
      const next = input.go === 'stay' ? `themes/${theme}` : nextTo(file, theme);
      return `${applicationHref(ctx.words, application.id, next)}?saved=1`;
    },
  });
}

/** The theme of the path; those of an offer have their page with the offer. */
function themeOf({ published }: ApplicantFile, ctx: WebContext): string {
  const theme = published.scheme.themes.find(({ id }) => id === ctx.params.theme);
  return found(theme?.scope === 'organisation' ? theme : null).id;
}

function nextTo({ published }: ApplicantFile, theme: string): string {
  const themes = published.scheme.themes.filter(({ scope }) => scope === 'organisation');
  const next = themes[themes.findIndex(({ id }) => id === theme) + 1];
  return next ? `themes/${next.id}` : 'offers';
}
