import { renewalPage } from '../../../templates/pages/label/renewal.ts';
import { startRenewal } from '../../commands/application/renewal/startRenewal.ts';
import { viewRenewal } from '../../commands/label/views/viewRenewal.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';
import { applicationHref } from '../views/applicationFrame.view.ts';
import { renewalView } from './renewal.view.ts';

/** What the renewal of a label asks of its holder, and the button that starts it. */
export function renewalRoutes(router: WebRouter): void {
  formPage(router, '/organisations/:id/labels/:number/renewal', {
    load: (ctx) => {
      const { id: organisationId = '', number = '' } = ctx.params;
      const { language } = ctx.words;
      return viewRenewal(ctx.deps, askerOf(ctx), { organisationId, number, language });
    },
    template: renewalPage,
    shape: {},
    page: (desk, { words }) => ({ ...renewalView(desk, words), values: {} }),
    submit: async (_, { label }, ctx) => {
      const renewed = { labelNumber: label.id };
      return applicationHref(ctx.words, await startRenewal(ctx.deps, askerOf(ctx), renewed));
    },
  });
}
