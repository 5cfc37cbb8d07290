import * as z from 'zod';
import { submitPage } from '../../../../templates/pages/application/submit.ts';
import { declare } from '../../../commands/application/selfAssessment/declare.ts';
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
import { exclusionField, exclusionShape, saidExclusions } from '../answers/exclusions.form.ts';
import { type FieldShape, type TypedFields, textOf } from '../answers/fields.form.ts';
import { loadFile } from './loadFile.ts';
import { saidView } from './said.view.ts';

/** Empty where nobody chose: missing fields are reported together, once the form is read. */
const yesNo = choice(['yes', 'no', '']).default('');

/** Reasons that the list of what is missing spells out, place by place. */
const listed = [
  'criteriaComplete',
  'naHolds',
  'naExplained',
  'mandatoryMet',
  'floorsReached',
  'evidenceAttached',
];

/** Faults of fields that the command refuses as well, by its reason. */
const reasonOf: Readonly<Partial<Record<Fault['code'], string>>> = {
  excludes: 'exclusionsSigned',
  rulesUnread: 'rulesAccepted',
};

/** The last look: what is missing, what is declared and signed, and the sending. */
export function submitRoutes(router: WebRouter): void {
  formPage(router, '/applications/:id/submit', {
    load: loadFile,
    template: submitPage,
    shape: ({ published }): FieldShape => ({
      go: z.enum(['stay', 'send']).default('send'),
      showScores: yesNo,
      name: optionalLine(120),
      rulesAccepted: z.literal('yes').optional(),
      ...exclusionShape(published.scheme),
    }),
    page: async (file, ctx) => {
      const around = await submissionBlockers(ctx.deps, file.application, file.assessment);
      const view = checkView(file, around, askerOf(ctx), ctx.words);
      const names = {
        ...Object.fromEntries(view.exclusions.map(({ name, question }) => [name, question])),
        showScores: ctx.words.t('applicant.submit.showScores'),
        name: ctx.words.t('deposit.gate.name'),
        rulesAccepted: ctx.words.t('applicant.submit.rulesAccepted'),
      };
      const reasonPlaces = Object.fromEntries(listed.map((reason) => [reason, '#missing']));
      return { ...view, groups: saidView(file, ctx.words), names, reasonPlaces };
    },
    submit: async (input, file, ctx) => {
      const { application, assessment, published } = file;
      const said = saidExclusions(published.scheme, input);
      const signed = { name: textOf(input, 'name') ?? '', rulesAccepted: input.rulesAccepted === 'yes' };
      // Kept before anything is refused: what was signed once is there when the rest is ready.
      if (file.role === 'owner') {
        await declare(ctx.deps, askerOf(ctx), { applicationId: application.id, exclusions: said, ...signed });
      }
      const applicationId = application.id;
      const shown = input.showScores === 'yes';
      const asker = askerOf(ctx);
      const faults = faultsOf(file, input, ctx);
      const isLater = input.go === 'stay';
      if (!isLater && faults.some(({ code }) => !reasonOf[code])) throw new LabelError('invalid', { faults });
      const changes = application.state === 'draft' && shown !== assessment.showScores;
      if (changes) await showScores(ctx.deps, asker, { applicationId, showScores: shown });
      if (isLater) return `${applicationHref(ctx.words, applicationId, 'submit')}?saved=1`;
      try {
        await submitApplication(ctx.deps, asker, { applicationId, exclusions: said, ...signed });
      } catch (error) {
        throw atFields(error, faults);
      }
      return `${applicationHref(ctx.words, applicationId)}?sent=1`;
    },
  });
}

/** What is wrong with the fields, in their order on the page. */
function faultsOf({ published }: ApplicantFile, input: TypedFields, ctx: WebContext): Fault[] {
  const text = published.texts[ctx.words.language];
  return [
    ...published.scheme.exclusions.flatMap(({ id }) => {
      const field = exclusionField(id);
      if (!input[field]) return [fault(field, 'chooseOne')];
      return input[field] === 'yes'
        ? [fault(field, 'excludes', { effect: text.exclusions[id]?.effect ?? '' })]
        : [];
    }),
    ...(input.showScores ? [] : [fault('showScores', 'chooseOne')]),
    ...(input.rulesAccepted ? [] : [fault('rulesAccepted', 'rulesUnread')]),
    ...(input.name ? [] : [fault('name', 'required')]),
  ];
}

/** Reasons about a field of this form are shown at that field: which exclusion it was, and what it means. */
function atFields(error: unknown, faults: readonly Fault[]): unknown {
  if (!(error instanceof LabelError) || error.code !== 'refused') return error;
  const own = Object.values(reasonOf);
  const told = faults.filter(({ code }) => error.reasons.includes(reasonOf[code] ?? ''));
  const reasons = error.reasons.filter((reason) => !own.includes(reason));
  return new LabelError('refused', { reasons, faults: [...error.faults, ...told] });
}
