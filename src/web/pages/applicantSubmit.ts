import { z } from 'zod';
import { showScores } from '../../commands/selfAssessment/showScores.ts';
import { submitApplication } from '../../commands/selfAssessment/submitApplication.ts';
import { choice } from '../forms/fields.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { checkView } from '../presenters/applicantCheck.ts';
import { applicationHref } from '../presenters/applicantFrame.ts';
import type { WebRouter } from '../state.ts';
import { type FieldShape, textOf } from './applicantFields.ts';
import { applicationForm, requireDraft } from './applicantForm.ts';

const yesNo = choice(['yes', 'no']);

/** The last look: what is missing, what is declared, and the sending. */
export function submitPage(router: WebRouter): void {
  applicationForm<FieldShape>(router, '/applications/:id/submit', {
    template: 'applicant/submit',
    shape: ({ published }) => ({
      showScores: yesNo,
      rulesAccepted: z.literal('yes').optional(),
      ...Object.fromEntries(published.scheme.exclusions.map(({ id }) => [`exclusion.${id}`, yesNo])),
    }),
    page: (file, ctx) => {
      const view = checkView(file, ctx.words);
      const questions = view.exclusions.map(({ name, question }) => [name, question]);
      const names = {
        ...Object.fromEntries(questions),
        showScores: ctx.words.t('applicant.submit.showScores'),
      };
      return { ...view, names };
    },
    submit: async (input, file, ctx) => {
      requireDraft(file);
      const { application, assessment, published } = file;
      const said = { applicationId: application.id };
      const shown = input.showScores === 'yes';
      const asker = askerOf(ctx);
      if (shown !== assessment.showScores) await showScores(ctx.deps, asker, { ...said, showScores: shown });
      await submitApplication(ctx.deps, asker, {
        ...said,
        rulesAccepted: input.rulesAccepted === 'yes',
        exclusions: Object.fromEntries(
          published.scheme.exclusions.map(({ id }) => [
            id,
            textOf(input, `exclusion.${id}`) === 'no' ? 'no' : 'yes',
          ]),
        ),
      });
      return `${applicationHref(ctx.words, application.id)}?saved=1`;
    },
  });
}
