import { extensionPage } from '../../../templates/pages/label/extension.ts';
import { startExtension } from '../../commands/application/scope/startExtension.ts';
import { viewExtension } from '../../commands/application/views/viewExtension.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';
import { applicationHref } from '../views/applicationFrame.view.ts';
import { labelKitHref, organisationHref } from '../views/organisation.view.ts';

/** What an extension of a label asks of its holder, and the button that starts it. */
export function extensionRoutes(router: WebRouter): void {
  formPage(router, '/organisations/:id/labels/:number/extension', {
    load: (ctx) => {
      const { id: organisationId = '', number = '' } = ctx.params;
      return viewExtension(ctx.deps, askerOf(ctx), { organisationId, number });
    },
    template: extensionPage,
    shape: {},
    page: (desk, { words }) => ({
      ...desk,
      labelHref: labelKitHref(words, desk.organisation.id, desk.label.id),
      organisationHref: organisationHref(words, desk.organisation.id),
      openHref: desk.open && applicationHref(words, desk.open),
      values: {},
    }),
    submit: async (_, { label }, ctx) =>
      applicationHref(
        ctx.words,
        await startExtension(ctx.deps, askerOf(ctx), { labelNumber: label.id }),
        'offers',
      ),
  });
}
