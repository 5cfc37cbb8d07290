import { labelledOfferPage } from '../../../templates/pages/label/labelledOffer.ts';
import { maxBytes } from '../../commands/items/intake.ts';
import {
  addPhoto,
  changeLabelledOffer,
  type LabelledOffer,
  removePhoto,
  viewLabelledOffer,
} from '../../commands/label/offers/labelledOffer.ts';
import { freeShape } from '../application/answers/description.form.ts';
import { line, revision } from '../forms/fields.ts';
import { formAction, formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { fileOf } from '../http/uploads/upload.ts';
import { labelledOfferView } from './labelledOffer.view.ts';

/** A sentence, not a story (characters). */
const maxAlt = 200;

/** One offer of a label for its holder: its photograph, and what they change without a new file. */
export function labelledOfferPages(router: WebRouter): void {
  const path = '/organisations/:id/labels/:number/offers/:offerId';
  const about = ({ params: { id = '', number = '', offerId = '' } }: WebContext) => {
    return { organisationId: id, number, offerId };
  };
  const page = {
    template: labelledOfferPage,
    load: (ctx: WebContext) => viewLabelledOffer(ctx.deps, askerOf(ctx), about(ctx)),
    page: (offer: LabelledOffer, ctx: WebContext) => ({
      ...labelledOfferView(offer, ctx.words),
      maxSize: maxBytes / 2 ** 20,
    }),
  };
  const next = (offer: LabelledOffer, ctx: WebContext) =>
    `${labelledOfferView(offer, ctx.words).href}?saved=1`;

  formPage(router, path, {
    ...page,
    shape: { revision, ...freeShape },
    submit: async (input, offer, ctx) => {
      await changeLabelledOffer(ctx.deps, askerOf(ctx), { ...input, ...about(ctx) });
      return next(offer, ctx);
    },
  });
  formAction(router, `${path}/photo`, {
    ...page,
    shape: { alt: line(maxAlt) },
    submit: async ({ alt }, offer, ctx) => {
      await ctx.deps.limits.take('photosOfOrganisation', about(ctx).organisationId);
      await addPhoto(ctx.deps, askerOf(ctx), { ...about(ctx), alt, ...fileOf(ctx) });
      return next(offer, ctx);
    },
  });
  formAction(router, `${path}/photo/remove`, {
    ...page,
    shape: {},
    submit: async (_, offer, ctx) => {
      await removePhoto(ctx.deps, askerOf(ctx), about(ctx));
      return next(offer, ctx);
    },
  });
}
