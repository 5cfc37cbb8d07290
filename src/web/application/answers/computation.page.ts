import { computationPage } from '../../../../templates/pages/application/computation.ts';
import { computeOffer } from '../../../commands/application/selfAssessment/computeOffer.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import type { OfferLine } from '../../../criteria/assessment.ts';
import { countedFacts, maxLines } from '../../../criteria/offerLines.ts';
import type { FactRule } from '../../../criteria/scheme.ts';
import { type Fault, fault, requireNoFaults } from '../../../errors.ts';
import { optionalLine, optionalNumber } from '../../forms/fields.ts';
import { formPage } from '../../forms/formPage.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebRouter } from '../../http/state.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { loadFile, requireTakesAnswers } from '../submission/loadFile.ts';
import { computationView } from './computation.view.ts';
import { factShape, sureIn, withNames } from './facts.form.ts';
import { type FieldShape, formFields, requireVersion, type TypedFields, textOf } from './fields.form.ts';
import { offerOf } from './offers.page.ts';
import { offerSeen } from './ownOffer.view.ts';

const numbers = Array.from({ length: maxLines }, (_, i) => i + 1);
const lineFields: FieldShape = Object.fromEntries(
  numbers.flatMap((n) => [
    [`what${n}`, optionalLine(120)],
    [`amount${n}`, optionalNumber],
    [`here${n}`, optionalNumber],
  ]),
);

/** A small list beside an offer, whose sum fills the two figures that "made here" is computed from. */
export function computationRoutes(router: WebRouter): void {
  formPage(router, '/applications/:id/offers/:offerId/computation', {
    load: loadFile,
    template: computationPage,
    shape: (file, ctx): FieldShape => {
      offerOf(file, ctx);
      return { ...formFields, ...lineFields, ...factShape(rulesOf(file)) };
    },
    page: (file, ctx) => computationView(file, offerOf(file, ctx), ctx.words),
    submit: async (input, file, ctx) => {
      requireTakesAnswers(file);
      const { application, published } = file;
      const offer = offerOf(file, ctx);
      requireVersion(textOf(input, 'seen'), offerSeen(file, offer));
      const said = {
        applicationId: application.id,
        offerId: offer.id,
        lines: linesIn(input),
        sure: sureIn(rulesOf(file), input),
      };
      await withNames(published.texts[ctx.words.language], ctx.words, () =>
        computeOffer(ctx.deps, askerOf(ctx), said),
      );
      const next = input.go === 'stay' ? `offers/${offer.id}/computation` : `offers/${offer.id}`;
      return `${applicationHref(ctx.words, application.id, next)}?saved=1`;
    },
  });
}

function rulesOf({ published }: ApplicantFile): FactRule[] {
  const counted = countedFacts(published.scheme);
  return counted ? [counted.whole, counted.part] : [];
}

/** The lines that something was written in; one without an amount is told, because it would count as nothing. */
function linesIn(input: TypedFields): OfferLine[] {
  const typed = numbers
    .map((n) => ({
      n,
      what: textOf(input, `what${n}`) ?? '',
      amount: input[`amount${n}`],
      here: input[`here${n}`],
    }))
    .filter(({ what, amount, here }) => what !== '' || isNumber(amount) || isNumber(here));
  const faults = typed.flatMap(({ n, what, amount }): Fault[] => [
    ...(what === '' ? [fault(`what${n}`, 'required')] : []),
    ...(isNumber(amount) ? [] : [fault(`amount${n}`, 'required')]),
  ]);
  requireNoFaults(faults);
  return typed.map(({ what, amount, here }) => ({
    what,
    amount: Number(amount),
    here: isNumber(here) ? here : 0,
  }));
}

function isNumber(value: TypedFields[string]): value is number {
  return typeof value === 'number';
}
