import { sponsorshipPage } from '../../../../templates/pages/application/sponsorship.ts';
import {
  declineSponsorship,
  giveSponsorship,
  withdrawSponsorship,
} from '../../../commands/application/sponsorship/answerSponsorship.ts';
import { viewSponsorship } from '../../../commands/application/views/viewSponsorship.ts';
import { lines } from '../../forms/fields.ts';
import { formAction, formView } from '../../forms/formPage.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { sponsorDesk } from './sponsorship.view.ts';

const form = {
  template: sponsorshipPage,
  load: (ctx: WebContext) => viewSponsorship(ctx.deps, askerOf(ctx), ctx.params.id ?? ''),
  page: (desk: Awaited<ReturnType<typeof viewSponsorship>>, ctx: WebContext) => ({
    one: sponsorDesk(desk, ctx.words),
  }),
};

/** What an organisation is asked for as the holder of a label: its word, which it gives, declines or takes back. */
export function sponsorshipPages(router: WebRouter): void {
  const input = (ctx: WebContext) => ({ sponsorshipId: ctx.params.id ?? '' });
  const back = (ctx: WebContext) => `/${ctx.words.language}/sponsorships/${ctx.params.id}?saved=1`;
  formView(router, '/sponsorships/:id', form);
  formAction(router, '/sponsorships/:id/give', {
    ...form,
    shape: { note: lines(2000) },
    submit: async ({ note }, _, ctx) => {
      await giveSponsorship(ctx.deps, askerOf(ctx), { ...input(ctx), note });
      return back(ctx);
    },
  });
  formAction(router, '/sponsorships/:id/decline', {
    ...form,
    shape: {},
    submit: async (_, __, ctx) => {
      await declineSponsorship(ctx.deps, askerOf(ctx), input(ctx));
      return back(ctx);
    },
  });
  formAction(router, '/sponsorships/:id/withdraw', {
    ...form,
    shape: {},
    submit: async (_, __, ctx) => {
      await withdrawSponsorship(ctx.deps, askerOf(ctx), input(ctx));
      return back(ctx);
    },
  });
}
