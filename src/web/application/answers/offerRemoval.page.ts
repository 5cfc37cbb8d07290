import { offerPage } from '../../../../templates/pages/application/offer.ts';
import { removeOffer } from '../../../commands/application/selfAssessment/editOffers.ts';
import { invalid } from '../../../errors.ts';
import { ticked } from '../../forms/fields.ts';
import { formAction } from '../../forms/formPage.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebRouter } from '../../http/state.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { loadFile, requireTakesAnswers } from '../submission/loadFile.ts';
import { offerModel, offerOf } from './offers.page.ts';

/** Taking an offer out, at the end of its page: with a tick, because its answers go with it. */
export function removalAction(router: WebRouter): void {
  formAction(router, '/applications/:id/offers/:offerId/remove', {
    load: loadFile,
    template: offerPage,
    shape: () => ({ removal: ticked }),
    page: offerModel,
    submit: async ({ removal }, file, ctx) => {
      requireTakesAnswers(file);
      const offer = offerOf(file, ctx);
      if (!removal) throw invalid('removal', 'sureRemoval');
      const { id } = file.application;
      await removeOffer(ctx.deps, askerOf(ctx), { applicationId: id, offerId: offer.id });
      return `${applicationHref(ctx.words, id, 'offers')}?saved=1`;
    },
  });
}
