import { successionPage } from '../../../templates/pages/label/succession.ts';
import { startSuccession } from '../../commands/application/renewal/startSuccession.ts';
import { viewSuccession } from '../../commands/label/changes/viewSuccession.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';
import { applicationHref } from '../views/applicationFrame.view.ts';
import { labelKitHref, organisationHref } from '../views/organisation.view.ts';

/** The application that a change asks for, of the holder or of the organisation that takes the label over, and the button that begins it. */
export function successionRoutes(router: WebRouter): void {
  formPage(router, '/organisations/:id/labels/:number/changes/:changeId', {
    load: (ctx) => {
      const { id: organisationId = '', changeId = '' } = ctx.params;
      return viewSuccession(ctx.deps, askerOf(ctx), { organisationId, changeId });
    },
    template: successionPage,
    shape: {},
    page: (desk, { words }) => ({
      ...desk,
      organisationHref: organisationHref(words, desk.organisation.id),
      /** Its holder reads what its label's kit says, anyone else what is public. */
      labelHref: desk.isSuccessor
        ? `/${words.language}/labels/${desk.label.id}`
        : labelKitHref(words, desk.organisation.id, desk.label.id),
      begunHref: desk.begun && applicationHref(words, desk.begun),
      values: {},
    }),
    submit: async (_, { organisation, change }, ctx) => {
      const input = { organisationId: organisation.id, changeId: change.id };
      return applicationHref(ctx.words, await startSuccession(ctx.deps, askerOf(ctx), input));
    },
  });
}
