import { labelOfferPage as page } from '../../../templates/pages/register/offer.ts';
import { LabelError } from '../../errors.ts';
import { dayOf } from '../../register/day.ts';
import { validityToday } from '../../register/validity.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { offerPage as offerPageView } from './offerPage.view.ts';
import { readEntry } from './readEntry.ts';

/** One offer of a label with its plain sheet, made to be printed too; `notFound` for one that the label does not cover. */
export function offerPage(router: WebRouter, { deps }: Web): void {
  router.get('/labels/:number/offers/:offer', async (ctx) => {
    const { number = '', offer: id = '' } = ctx.params;
    const { entry, asOf } = await readEntry(ctx, deps, number);
    const offer = entry.offers.find((one) => one.id === id);
    if (!offer) throw new LabelError('notFound');
    if (entry.number !== number)
      return ctx.redirect(`/${ctx.words.language}/labels/${entry.number}/offers/${encodeURIComponent(id)}`);
    const today = dayOf(deps.clock.now().toISOString());
    const data = {
      entry,
      offer,
      status: validityToday(entry, today),
      today,
      asOf,
      publicUrl: deps.publicUrl,
    };
    ctx.render(page, offerPageView(data, ctx.words));
  });
}
