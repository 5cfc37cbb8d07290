import * as z from 'zod';
import { ownInformationPage } from '../../../../templates/pages/application/ownInformation.ts';
import { answerInformation } from '../../../commands/application/selfAssessment/answerInformation.ts';
import { saveInformation } from '../../../commands/application/selfAssessment/saveInformation.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { openRound } from '../../../commands/file/openRound.ts';
import { LabelError } from '../../../errors.ts';
import { optionalLines } from '../../forms/fields.ts';
import { formPage } from '../../forms/formPage.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebRouter } from '../../http/state.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { type FieldShape, textOf } from '../answers/fields.form.ts';
import { seenOf } from '../answers/versionTokens.view.ts';
import { loadFile } from './loadFile.ts';
import { applicantInformation } from './ownInformation.view.ts';

const maxAnswerLength = 4000;

/** What the secretariat asked, and the answers: kept with each saving, sent together with a new copy of the file. */
export function informationRoutes(router: WebRouter): void {
  const path = '/applications/:id/information';
  formPage(router, path, {
    load: loadFile,
    template: ownInformationPage,
    shape: ({ information }): FieldShape => ({
      go: z.enum(['stay', 'send']).default('stay'),
      // Also of earlier rounds: a form that was left open is told why it comes too late.
      ...Object.fromEntries(
        information
          .flatMap(({ items }) => items)
          .flatMap(({ id }) => [
            [`answer.${id}`, optionalLines(maxAnswerLength).optional()],
            [`seen.${id}`, z.string().max(20).optional()],
          ]),
      ),
    }),
    page: (file, ctx) => applicantInformation(file, ctx.deps.clock.now().toISOString(), ctx.words),
    submit: async (input, file, ctx) => {
      const { id } = file.application;
      await saveInformation(ctx.deps, askerOf(ctx), { applicationId: id, answers: typedIn(input, file) });
      if (input.go === 'stay') return `${applicationHref(ctx.words, id, 'information')}?saved=1`;
      await answerInformation(ctx.deps, askerOf(ctx), { applicationId: id });
      return `${applicationHref(ctx.words, id)}?sent=1`;
    },
  });
}

function typedIn(input: Parameters<typeof textOf>[0], file: ApplicantFile) {
  const round = openRound({ state: file.application.state, information: file.information });
  if (!round) throw new LabelError('refused', { reasons: ['wrongState'] });
  return round.items.flatMap(({ id }) => {
    const answer = textOf(input, `answer.${id}`);
    const seen = textOf(input, `seen.${id}`);
    return answer === undefined
      ? []
      : [{ id, answer, wasShown: (stored: string) => seen === undefined || seen === seenOf(stored) }];
  });
}
