import * as z from 'zod';
import { ownInformationPage } from '../../../../templates/pages/application/ownInformation.ts';
import { answerInformation } from '../../../commands/application/selfAssessment/answerInformation.ts';
import { saveInformation } from '../../../commands/application/selfAssessment/saveInformation.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { optionalLines } from '../../forms/fields.ts';
import { formPage } from '../../forms/formPage.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebRouter } from '../../http/state.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { type FieldShape, formFields, textOf } from '../answers/fields.form.ts';
import { versionTokenOf } from '../answers/versionTokens.view.ts';
import { loadFile } from './loadFile.ts';
import { applicantInformation } from './ownInformation.view.ts';

/** What the secretariat asked, and the answers: kept with each saving, sent together with a new copy of the file. */
export function informationRoutes(router: WebRouter): void {
  // Also of earlier rounds: a form that was left open is told why it comes too late.
  const questionsOf = ({ information }: ApplicantFile) => information.flatMap(({ items }) => items);
  formPage(router, '/applications/:id/information', {
    load: loadFile,
    template: ownInformationPage,
    shape: (file): FieldShape => ({
      go: z.enum(['stay', 'send']).default('stay'),
      ...Object.fromEntries(
        questionsOf(file).flatMap(({ id }) => [
          [`answer.${id}`, optionalLines(4000).optional()],
          [`answer.${id}.versionToken`, formFields.versionToken],
        ]),
      ),
    }),
    page: (file, ctx) => applicantInformation(file, ctx.deps.clock.now().toISOString(), ctx.words),
    submit: async (input, file, ctx) => {
      const applicationId = file.application.id;
      const answers = questionsOf(file).flatMap(({ id }) => {
        const answer = textOf(input, `answer.${id}`);
        const token = textOf(input, `answer.${id}.versionToken`);
        const wasShown = (stored: string) => token === undefined || token === versionTokenOf(stored);
        return answer === undefined ? [] : [{ id, answer, wasShown }];
      });
      await saveInformation(ctx.deps, askerOf(ctx), { applicationId, answers });
      if (input.go === 'stay') return `${applicationHref(ctx.words, applicationId, 'information')}?saved=1`;
      await answerInformation(ctx.deps, askerOf(ctx), { applicationId });
      return `${applicationHref(ctx.words, applicationId)}?sent=1`;
    },
  });
}
