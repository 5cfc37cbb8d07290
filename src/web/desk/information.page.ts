import { informationPage } from '../../../templates/pages/desk/information.ts';
import {
  type AskedItem,
  maxQuestions,
  requestInformation,
} from '../../commands/application/screening/requestInformation.ts';
import { type OfficeFile, viewFile } from '../../commands/desk/viewFile.ts';
import { fault, LabelError } from '../../errors.ts';
import { type FieldShape, textOf } from '../application/answers/fields.form.ts';
import { optionalLine, optionalLines, revision } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { expiredRows, placeChoices } from '../views/information.view.ts';
import { readingOf } from '../views/reading.view.ts';
import { reasonTexts } from '../views/staffWords.view.ts';
import { staffFile } from './file.view.ts';

const maxQuestionLength = 1000;
const rows = Array.from({ length: maxQuestions }, (_, i) => i + 1);
const shape: FieldShape = {
  revision,
  ...Object.fromEntries(
    rows.flatMap((n) => [
      [`question.${n}`, optionalLines(maxQuestionLength)],
      [`place.${n}`, optionalLine(80)],
    ]),
  ),
};

/** The questions of an officer to an organisation: up to twenty, each about the file or one place in it. */
export function staffInformationPage(router: WebRouter): void {
  const idOf = (ctx: WebContext) => ctx.params.applicationId ?? '';
  formPage(router, '/files/:applicationId/information', {
    template: informationPage,
    shape,
    load: (ctx) => viewFile(ctx.deps, askerOf(ctx), idOf(ctx)),
    page: (file: OfficeFile, ctx: WebContext) => ({
      file: staffFile(file, ctx.words),
      values: asksForNewer(file, ctx),
      blockers: reasonTexts(file.blockers.requestInformation, ctx.words),
      days: file.published.scheme.process.answerDays,
      roundsLeft:
        file.application.context.limits.informationRounds - file.application.context.informationRounds,
      choices: placeChoices(readingOf(file.published, file.snapshot.content.offers, ctx.words)),
      rows,
    }),
    submit: async (input, _, ctx) => {
      const typed = rows.map((n) => ({
        n,
        question: textOf(input, `question.${n}`),
        place: textOf(input, `place.${n}`),
      }));
      const lost = typed.filter(({ question, place }) => !question && place);
      if (lost.length > 0) {
        const faults = lost.map(({ n }) => fault(`question.${n}`, 'required'));
        throw new LabelError('invalid', { faults });
      }
      const items = typed.flatMap(({ question, place }): AskedItem[] =>
        question ? [{ question, place: placeOf(place) }] : [],
      );
      await requestInformation(ctx.deps, askerOf(ctx), {
        applicationId: idOf(ctx),
        revision: Number(input.revision),
        items,
      });
      return `/${ctx.words.language}/files/${idOf(ctx)}`;
    },
  });
}

/** Where only old documents prove a criterion, the form begins with the questions that ask for newer ones. */
function asksForNewer({ expired, snapshot, published }: OfficeFile, { words }: WebContext) {
  const reading = readingOf(published, snapshot.content.offers, words);
  const rows = expiredRows(expired, reading).slice(0, maxQuestions);
  return Object.fromEntries(
    rows.flatMap(({ value, question }, i) => [
      [`place.${i + 1}`, value],
      [`question.${i + 1}`, question],
    ]),
  );
}

/** A place as the list of the form writes it: `/FIN-01`, or `<offerId>/OFR-01`; nothing is the file as a whole. */
function placeOf(typed: string | undefined): AskedItem['place'] {
  if (!typed) return null;
  const [offerId = '', criterion = ''] = typed.split('/');
  return { offerId, criterion };
}
