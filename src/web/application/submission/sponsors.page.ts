import { sponsorsPage } from '../../../../templates/pages/application/sponsors.ts';
import { askSponsor, isSponsorable } from '../../../commands/application/sponsorship/askSponsor.ts';
import { listSponsors } from '../../../commands/file/sponsors.ts';
import { addressOf, askedText } from '../../forms/address.ts';
import { line } from '../../forms/fields.ts';
import { formPage } from '../../forms/formPage.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebRouter } from '../../http/state.ts';
import { applicationHref, frameView } from '../../views/applicationFrame.view.ts';
import { scoreView } from '../answers/score.view.ts';
import { findSponsors } from './findSponsors.view.ts';
import { loadFile } from './loadFile.ts';

/** Whom an application asks for a word, and what they answered. */
export function sponsorsRoutes(router: WebRouter): void {
  formPage(router, '/applications/:id/sponsors', {
    load: loadFile,
    template: sponsorsPage,
    shape: () => ({ labelNumber: line(40), purpose: line(300) }),
    page: async (file, ctx) => {
      const { application, acts } = file;
      const known = await listSponsors(ctx.deps, askerOf(ctx), application.id);
      const mayAsk = acts && isSponsorable(application);
      const query = askedText(ctx.query.q);
      const applicantId = application.organisationId;
      const found =
        mayAsk && query !== '' ? await findSponsors(ctx.deps, query, { applicantId, known }) : null;
      const path = applicationHref(ctx.words, application.id, 'sponsors');
      const isChosen = found !== null && found.labels.length > 0;
      return {
        frame: frameView(file, ctx.words),
        score: application.state === 'draft' ? scoreView(file, ctx.words) : null,
        sponsors: known,
        mayAsk,
        search: { path, query, found },
        // The form is sent to the page that it stands on, so that a refusal shows the same organisations.
        action: addressOf(path, { q: query }),
        names: {
          labelNumber: ctx.words.t(isChosen ? 'sponsorship.ask.which' : 'sponsorship.ask.number'),
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
