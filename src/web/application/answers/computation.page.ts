import { computationPage } from '../../../../templates/pages/application/computation.ts';
import { computeOffer } from '../../../commands/application/selfAssessment/computeOffer.ts';
import type { OfferLine } from '../../../criteria/assessment.ts';
import { maxLines } from '../../../criteria/offerLines.ts';
import { type Fault, fault, requireNoFaults } from '../../../errors.ts';
import { optionalLine, optionalNumber } from '../../forms/fields.ts';
import { formPage } from '../../forms/formPage.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebRouter } from '../../http/state.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { loadFile, requireTakesAnswers } from '../submission/loadFile.ts';
import { computationView, countedRules } from './computation.view.ts';
import { factShape, sureIn, withNames } from './facts.form.ts';
import { type FieldShape, formFields, requireVersion, type TypedFields, textOf } from './fields.form.ts';
import { offerOf } from './offers.page.ts';
import { offerToken } from './ownOffer.view.ts';

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
      return { ...formFields, ...lineFields, ...factShape(countedRules(file)) };
    },
    page: (file, ctx) => computationView(file, offerOf(file, ctx), ctx.words),
    submit: async (input, file, ctx) => {
      requireTakesAnswers(file);
      const { application, published } = file;
      const offer = offerOf(file, ctx);
      requireVersion(textOf(input, 'versionToken'), offerToken(file, offer));
      const typed = {
        applicationId: application.id,
        offerId: offer.id,
        lines: linesIn(input),
        sure: sureIn(countedRules(file), input),
      };
      await withNames(published, ctx.words, () => computeOffer(ctx.deps, askerOf(ctx), typed));
      const next = input.go === 'stay' ? `offers/${offer.id}/computation` : `offers/${offer.id}`;
      return `${applicationHref(ctx.words, application.id, next)}?saved=1`;
    },
  });
}

/** The lines that something was written in; one without an amount is refused, because it would count as nothing. */
function linesIn(input: TypedFields): OfferLine[] {
  const typed = numbers
    .map((n) => ({
      n,
      what: textOf(input, `what${n}`) ?? '',
      amount: numberOf(input[`amount${n}`]),
      here: numberOf(input[`here${n}`]),
    }))
    .filter(({ what, amount, here }) => what !== '' || amount !== null || here !== null);
  const faults = typed.flatMap(({ n, what, amount }): Fault[] => [
    ...(what === '' ? [fault(`what${n}`, 'required')] : []),
    ...(amount === null ? [fault(`amount${n}`, 'required')] : []),
  ]);
  requireNoFaults(faults);
  return typed.map(({ what, amount, here }) => ({ what, amount: amount ?? 0, here: here ?? 0 }));
}

function numberOf(value: TypedFields[string]): number | null {
  return typeof value === 'number' ? value : null;
}
