import * as z from 'zod';
import { submitPage } from '../../../../templates/pages/application/submit.ts';
import { showScores } from '../../../commands/application/selfAssessment/showScores.ts';
import { submissionBlockers } from '../../../commands/application/selfAssessment/submissionBlockers.ts';
import { submitApplication } from '../../../commands/application/selfAssessment/submitApplication.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { type Fault, fault, LabelError } from '../../../errors.ts';
import { choice, optionalLine } from '../../forms/fields.ts';
import { formPage } from '../../forms/formPage.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { checkView } from '../answers/check.view.ts';
import { type FieldShape, type TypedFields, textOf } from '../answers/fields.form.ts';
import { loadFile } from './loadFile.ts';

/** Empty where nobody chose: missing fields are reported together, once the form is read. */
const yesNo = choice(['yes', 'no', '']).default('');

/** Reasons that the list of what is missing spells out, place by place. */
const inTheList = [
  'criteriaComplete',
  'naHolds',
  'naExplained',
  'mandatoryMet',
  'floorsReached',
  'evidenceAttached',
];

/** The last look: what is missing, what is declared and signed, and the sending. */
export function submitRoutes(router: WebRouter): void {
  formPage(router, '/applications/:id/submit', {
    load: loadFile,
    template: submitPage,
    shape: ({ published }): FieldShape => ({
      showScores: yesNo,
      name: optionalLine(120),
      rulesAccepted: z.literal('yes').optional(),
      ...Object.fromEntries(published.scheme.exclusions.map(({ id }) => [`exclusion.${id}`, yesNo])),
    }),
    page: async (file, ctx) => {
      const around = await submissionBlockers(ctx.deps, file.application);
      const view = checkView(file, around, askerOf(ctx).name, ctx.words);
      const questions = view.exclusions.map(({ name, question }) => [name, question]);
      const names = {
        ...Object.fromEntries(questions),
        showScores: ctx.words.t('applicant.submit.showScores'),
        name: ctx.words.t('deposit.gate.name'),
        rulesAccepted: ctx.words.t('applicant.submit.rulesAccepted'),
      };
      const reasonPlaces = Object.fromEntries(inTheList.map((reason) => [reason, '#missing']));
      return { ...view, names, reasonPlaces };
    },
    submit: async (input, file, ctx) => {
      const { application, assessment } = file;
      requireFilledIn(file, input, ctx);
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
      return `${applicationHref(ctx.words, application.id)}?sent=1`;
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

/** Everything that this form lacks in one round, the box that was not ticked among it. */
function requireFilledIn(file: ApplicantFile, input: TypedFields, ctx: WebContext): void {
  const choices = ['showScores', ...file.published.scheme.exclusions.map(({ id }) => `exclusion.${id}`)];
  const lacking: Fault[] = [
    ...choices.filter((field) => !textOf(input, field)).map((field) => fault(field, 'chooseOne')),
    ...(textOf(input, 'name') ? [] : [fault('name', 'required')]),
  ];
  if (lacking.length === 0) return;
  const { exclusionsSigned, rulesAccepted } = faultsOf(file, input, ctx);
  const unread = input.rulesAccepted === 'yes' ? [] : rulesAccepted;
  throw new LabelError('invalid', { faults: inOrder([...lacking, ...exclusionsSigned, ...unread]) });
}

/** As the fields stand on the page: exclusions, what is public, the box, the name. */
function inOrder(faults: readonly Fault[]): Fault[] {
  const places = ['exclusion', 'showScores', 'rulesAccepted', 'name'];
  const placeOf = ({ field }: Fault) => places.indexOf(field.split('.')[0] ?? '');
  return faults.toSorted((a, b) => placeOf(a) - placeOf(b) || a.field.localeCompare(b.field));
}

function faultsOf(file: ApplicantFile, input: TypedFields, ctx: WebContext) {
  const text = file.published.texts[ctx.words.language];
  const excluded = file.published.scheme.exclusions.filter(
    ({ id }) => textOf(input, `exclusion.${id}`) === 'yes',
  );
  const exclusionsSigned = excluded.map(({ id }) =>
    fault(`exclusion.${id}`, 'excludes', { effect: text.exclusions[id]?.effect ?? '' }),
  );
  const rulesAccepted = [fault('rulesAccepted', 'rulesUnread')];
  return { exclusionsSigned, rulesAccepted };
}

/** Reasons about a field of this form are shown at that field: which exclusion it was, and what it means. */
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
    const faults: Record<string, Fault[]> = faultsOf(file, input, ctx);
    const told = error.reasons.filter((reason) => faults[reason]);
    throw new LabelError('refused', {
      reasons: error.reasons.filter((reason) => !told.includes(reason)),
      faults: [...error.faults, ...told.flatMap((reason) => faults[reason] ?? [])],
    });
  }
}
