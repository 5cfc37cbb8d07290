import { informationPage } from '../../../templates/pages/desk/information.ts';
import {
  type AskedItem,
  maxQuestions,
  requestInformation,
} from '../../commands/application/screening/requestInformation.ts';
import { viewFile } from '../../commands/desk/viewFile.ts';
import { criteriaOf } from '../../criteria/criteriaOf.ts';
import { fault, requireNoFaults } from '../../errors.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { type FieldShape, textOf } from '../application/answers/fields.form.ts';
import { optionalLine, optionalLines, revision } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { type ExpiredRow, placeName } from '../views/information.view.ts';
import { type Reading, readingOf } from '../views/reading.view.ts';
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
    page: (file, { words }) => {
      const view = staffFile(file, words);
      const reading = readingOf(file.published, file.snapshot.content.offers, words);
      return { ...view, values: asksForNewer(view.expired, words), choices: placeChoices(reading), rows };
    },
    submit: async (input, _, ctx) => {
      const typed = rows.map((n) => ({
        n,
        question: textOf(input, `question.${n}`),
        place: textOf(input, `place.${n}`),
      }));
      const unasked = typed.filter(({ question, place }) => !question && place);
      requireNoFaults(unasked.map(({ n }) => fault(`question.${n}`, 'required')));
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

/** What a question can be about: the whole file, each criterion of the organisation, and each of every offer. */
function placeChoices(reading: Reading) {
  const { scheme, offers } = reading;
  const choice = (offerId: string, criterion: string) => ({
    value: `${offerId}/${criterion}`,
    text: placeName({ offerId, criterion }, reading),
  });
  return [
    ...criteriaOf(scheme, 'organisation').map(({ id }) => choice('', id)),
    ...offers.flatMap((offer) => criteriaOf(scheme, 'offer').map(({ id }) => choice(offer.id, id))),
  ];
}

/** Where only old documents prove a criterion, the form begins with the questions that ask for newer ones. */
function asksForNewer(expired: readonly ExpiredRow[], { t }: Translator) {
  return Object.fromEntries(
    expired.slice(0, maxQuestions).flatMap(({ value, documents }, i) => {
      const names = documents.map(({ name }) => name).join(', ');
      return [
        [`place.${i + 1}`, value],
        [`question.${i + 1}`, t('evidence.expired.question', { names })],
      ];
    }),
  );
}

/** A place as the list of the form writes it: `/FIN-01`, or `<offerId>/OFR-01`; nothing is the file as a whole. */
function placeOf(typed: string | undefined): AskedItem['place'] {
  if (!typed) return null;
  const [offerId = '', criterion = ''] = typed.split('/');
  return { offerId, criterion };
}
