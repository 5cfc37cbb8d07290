import { found } from '../../commands/found.ts';
import type { Offer } from '../../commands/items.ts';
import { removeOffer } from '../../commands/selfAssessment/removeOffer.ts';
import type { ApplicantFile } from '../../commands/selfAssessment/viewApplication.ts';
import { fault, LabelError } from '../../errors.ts';
import { ticked } from '../forms/fields.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { applicationHref } from '../presenters/applicantFrame.ts';
import { offerForm } from '../presenters/applicantOffer.ts';
import type { WebContext, WebRouter } from '../state.ts';
import { applicationAction, requireTakesAnswers } from './applicantForm.ts';
import { rivalsOf } from './applicantRivals.ts';

/** Taking an offer out, at the end of its page: with a tick, because its answers go with it. */
export function removalAction(router: WebRouter): void {
  applicationAction(router, '/applications/:id/offers/:offerId/remove', {
    template: 'applicant/offer',
    shape: () => ({ removal: ticked }),
    page: async (file, ctx) => {
      const offer = offerOf(file, ctx);
      return { ...offerForm(file, offer, ctx.words), rivals: await rivalsOf(file, offer.id, ctx) };
    },
    submit: async ({ removal }, file, ctx) => {
      requireTakesAnswers(file);
      const offer = offerOf(file, ctx);
      if (!removal) throw new LabelError('invalid', { faults: [fault('removal', 'sureRemoval')] });
      const { id } = file.application;
      await removeOffer(ctx.deps, askerOf(ctx), { applicationId: id, offerId: offer.id });
      return `${applicationHref(ctx.words, id, 'offers')}?saved=1`;
    },
  });
}

function offerOf({ assessment }: ApplicantFile, ctx: WebContext): Offer {
  return found(assessment.offersNamed.find(({ id }) => id === ctx.params.offerId));
}
