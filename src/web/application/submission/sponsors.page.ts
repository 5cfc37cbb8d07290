import { sponsorsPage } from '../../../../templates/pages/application/sponsors.ts';
import { askSponsor, isSponsorable } from '../../../commands/application/sponsorship/askSponsor.ts';
import { listSponsors } from '../../../commands/file/sponsors.ts';
import { line } from '../../forms/fields.ts';
import { formPage } from '../../forms/formPage.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebRouter } from '../../http/state.ts';
import { applicationHref, frameView } from '../../views/applicationFrame.view.ts';
import { scoreView } from '../answers/score.view.ts';
import { loadFile } from './loadFile.ts';

/** Whom an application asks for a word, and what they answered. */
export function sponsorsRoutes(router: WebRouter): void {
  formPage(router, '/applications/:id/sponsors', {
    load: loadFile,
    template: sponsorsPage,
    shape: () => ({ labelNumber: line(40), purpose: line(300) }),
    page: async (file, ctx) => {
      const { application, acts } = file;
      const sponsors = await listSponsors(ctx.deps, askerOf(ctx), application.id);
      return {
        frame: frameView(file, ctx.words),
        score: application.state === 'draft' ? scoreView(file, ctx.words) : null,
        sponsors,
        mayAsk: acts && isSponsorable(application),
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
