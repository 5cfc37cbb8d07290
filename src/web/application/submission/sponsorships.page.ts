import { sponsorshipPage } from '../../../../templates/pages/application/sponsorship.ts';
import {
  declineSponsorship,
  giveSponsorship,
  withdrawSponsorship,
} from '../../../commands/application/sponsorship/answerSponsorship.ts';
import { viewSponsorship } from '../../../commands/application/views/viewSponsorship.ts';
import { lines } from '../../forms/fields.ts';
import { pageWithForms } from '../../forms/formsBelow.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebRouter } from '../../http/state.ts';
import { sponsorDesk } from './sponsorship.view.ts';

/** The statement requested of a label holder, which it gives, declines or withdraws. */
export function sponsorshipPages(router: WebRouter): void {
  const form = pageWithForms(router, '/sponsorships/:id', {
    template: sponsorshipPage,
    load: (ctx) => viewSponsorship(ctx.deps, askerOf(ctx), ctx.params.id ?? ''),
    page: (desk) => ({ one: sponsorDesk(desk) }),
    about: (ctx) => ({ sponsorshipId: ctx.params.id ?? '' }),
    next: (ctx) => `/${ctx.words.language}/sponsorships/${ctx.params.id}?saved=1`,
  });
  form('give', { note: lines(2000) }, giveSponsorship);
  form('decline', {}, declineSponsorship);
  form('withdraw', {}, withdrawSponsorship);
}
