import { z } from 'zod';
import { inTheWay } from '../../commands/selfAssessment/inTheWay.ts';
import { showScores } from '../../commands/selfAssessment/showScores.ts';
import { submitApplication } from '../../commands/selfAssessment/submitApplication.ts';
import type { ApplicantFile } from '../../commands/selfAssessment/viewApplication.ts';
import { type Fault, LabelError } from '../../errors.ts';
import { choice, line } from '../forms/fields.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { checkView } from '../presenters/applicantCheck.ts';
import { applicationHref } from '../presenters/applicantFrame.ts';
import type { WebContext, WebRouter } from '../state.ts';
import { type FieldShape, type TypedFields, textOf } from './applicantFields.ts';
import { applicationForm } from './applicantForm.ts';

const yesNo = choice(['yes', 'no']);

/** The last look: what is missing, what is declared and signed, and the sending. */
export function submitPage(router: WebRouter): void {
  applicationForm<FieldShape>(router, '/applications/:id/submit', {
    template: 'applicant/submit',
    shape: ({ published }) => ({
      showScores: yesNo,
      name: line(120),
      rulesAccepted: z.literal('yes').optional(),
      ...Object.fromEntries(published.scheme.exclusions.map(({ id }) => [`exclusion.${id}`, yesNo])),
    }),
    page: async (file, ctx) => {
      const around = await inTheWay(ctx.deps, file.application);
      const view = checkView(file, around, askerOf(ctx).name, ctx.words);
      const questions = view.exclusions.map(({ name, question }) => [name, question]);
      const names = {
        ...Object.fromEntries(questions),
        showScores: ctx.words.t('applicant.submit.showScores'),
        name: ctx.words.t('deposit.gate.name'),
        rulesAccepted: ctx.words.t('applicant.submit.rulesAccepted'),
      };
      return { ...view, names };
    },
    submit: async (input, file, ctx) => {
      const { application, assessment } = file;
      const said = { applicationId: application.id };
      const shown = input.showScores === 'yes';
      const asker = askerOf(ctx);
      const changes = application.state === 'draft' && shown !== assessment.showScores;
      if (changes) await showScores(ctx.deps, asker, { ...said, showScores: shown });
      await explained(file, input, ctx, () =>
        submitApplication(ctx.deps, asker, {
          ...said,
          name: textOf(input, 'name') ?? '',
          rulesAccepted: input.rulesAccepted === 'yes',
          exclusions: answersTo(file, input),
        }),
      );
      return `${applicationHref(ctx.words, application.id)}?saved=1`;
    },
  });
}

function answersTo({ published }: ApplicantFile, input: TypedFields): Record<string, 'yes' | 'no'> {
  const answers = published.scheme.exclusions.map(({ id }) => {
    const answer = textOf(input, `exclusion.${id}`) === 'no' ? 'no' : 'yes';
    return [id, answer] as const;
  });
  return Object.fromEntries(answers);
}

/** Reasons that lie in a field of this form are told at that field: which exclusion it was, and what it means. */
async function explained<T>(
  file: ApplicantFile,
  input: TypedFields,
  ctx: WebContext,
  send: () => Promise<T>,
): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof LabelError) || error.code !== 'refused') throw error;
    const text = file.published.texts[ctx.words.language];
    const excluded = Object.entries(answersTo(file, input)).filter(([, answer]) => answer === 'yes');
    const faults: Record<string, Fault[]> = {
      exclusionsSigned: excluded.map(([id]) => ({
        field: `exclusion.${id}`,
        code: 'excludes',
        params: { effect: text.exclusions[id]?.effect ?? '' },
      })),
      rulesAccepted: [{ field: 'rulesAccepted', code: 'rulesUnread' }],
    };
    const told = error.reasons.filter((reason) => faults[reason]);
    throw new LabelError('refused', {
      reasons: error.reasons.filter((reason) => !told.includes(reason)),
      faults: [...error.faults, ...told.flatMap((reason) => faults[reason] ?? [])],
    });
  }
}
