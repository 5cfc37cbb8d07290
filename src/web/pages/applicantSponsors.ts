import { sponsorsPage } from '../../../templates/pages/application/sponsors.ts';
import { askSponsor } from '../../commands/sponsorship/askSponsor.ts';
import { listSponsors } from '../../commands/sponsorship/listSponsors.ts';
import { isSponsorable } from '../../commands/sponsorship/sponsorable.ts';
import { line } from '../forms/fields.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { applicationHref, frameView } from '../presenters/applicantFrame.ts';
import { scoreView } from '../presenters/applicantScore.ts';
import { sponsorWord } from '../presenters/sponsorship.ts';
import type { WebRouter } from '../state.ts';
import { applicationForm } from './applicantForm.ts';

/** Whom an application asks for a word, and what they answered. */
export function sponsorsRoutes(router: WebRouter): void {
  applicationForm(router, '/applications/:id/sponsors', {
    template: sponsorsPage,
    shape: () => ({ labelNumber: line(40), purpose: line(300) }),
    page: async (file, ctx) => {
      const { application, role } = file;
      const sponsors = await listSponsors(ctx.deps, askerOf(ctx), application.id);
      return {
        frame: frameView(file, ctx.words),
        score: application.state === 'draft' ? scoreView(file, ctx.words) : null,
        sponsors: sponsors.map((one) => sponsorWord(one, ctx.words)),
        mayAsk: role !== 'reader' && isSponsorable(application),
        names: {
          labelNumber: ctx.words.t('sponsorship.ask.number'),
          purpose: ctx.words.t('sponsorship.ask.purpose'),
        },
      };
    },
    submit: async (input, { application }, ctx) => {
      const applicationId = application.id;
      await askSponsor(ctx.deps, askerOf(ctx), { ...input, applicationId });
      return `${applicationHref(ctx.words, applicationId, 'sponsors')}?saved=1`;
    },
  });
}
