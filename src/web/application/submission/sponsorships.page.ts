import { sponsorshipPage } from '../../../../templates/pages/application/sponsorship.ts';
import {
  declineSponsorship,
  giveSponsorship,
  withdrawSponsorship,
} from '../../../commands/application/sponsorship/answerSponsorship.ts';
import { type SponsorDesk, viewSponsorship } from '../../../commands/application/views/viewSponsorship.ts';
import { lines } from '../../forms/fields.ts';
import { formView } from '../../forms/formPage.ts';
import { formsBelow } from '../../forms/formsBelow.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { sponsorDesk } from './sponsorship.view.ts';

/** The statement requested of a label holder, which it gives, declines or withdraws. */
export function sponsorshipPages(router: WebRouter): void {
  const path = '/sponsorships/:id';
  const page = {
    template: sponsorshipPage,
    load: (ctx: WebContext) => viewSponsorship(ctx.deps, askerOf(ctx), ctx.params.id ?? ''),
    page: (desk: SponsorDesk) => ({ one: sponsorDesk(desk) }),
  };
  formView(router, path, page);
  const form = formsBelow(router, path, {
    ...page,
    about: (ctx) => ({ sponsorshipId: ctx.params.id ?? '' }),
    next: (ctx) => `/${ctx.words.language}/sponsorships/${ctx.params.id}?saved=1`,
  });
  form('give', { note: lines(2000) }, giveSponsorship);
  form('decline', {}, declineSponsorship);
  form('withdraw', {}, withdrawSponsorship);
}
