import { takeDownPage } from '../../../templates/pages/label/takeDown.ts';
import { minReasonLength } from '../../commands/common/requireReason.ts';
import { type ShownToOfficer, takeDown, viewShownOffer } from '../../commands/label/offers/takeDown.ts';
import { shownParts, takeDownCodes } from '../../criteria/takenDown.ts';
import { choice, lines, revision } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { takeDownView } from './takeDown.view.ts';

/** What a holder shows of an offer of its label, where an officer takes it down. */
export function takeDownRoutes(router: WebRouter): void {
  const idsOf = ({ params: { applicationId = '', offerId = '' } }: WebContext) =>
    [applicationId, offerId] as const;
  formPage(router, '/files/:applicationId/label/offers/:offerId', {
    template: takeDownPage,
    load: (ctx: WebContext) => viewShownOffer(ctx.deps, askerOf(ctx), ...idsOf(ctx)),
    page: (shown: ShownToOfficer, ctx) => ({ ...takeDownView(shown, ctx.words), min: minReasonLength }),
    shape: { revision, part: choice(shownParts), code: choice(takeDownCodes), reason: lines(4000) },
    submit: async (input, { label, offer }, ctx) => {
      await takeDown(ctx.deps, askerOf(ctx), { ...input, number: label.id, offerId: offer.id });
      return `${ctx.path}?saved=1`;
    },
  });
}
