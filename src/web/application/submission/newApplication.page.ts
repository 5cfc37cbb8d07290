import { newOrganisationPage } from '../../../../templates/pages/application/newOrganisation.ts';
import { isKnownNumber } from '../../../commands/people/organisations/organisationFaults.ts';
import { registerOrganisation } from '../../../commands/people/organisations/registerOrganisation.ts';
import { legalForms } from '../../../register/legalForm.ts';
import { regions } from '../../../register/region.ts';
import { sectors } from '../../../register/sector.ts';
import { line, once } from '../../forms/fields.ts';
import { formPage } from '../../forms/formPage.ts';
import { identityFields, placeFields } from '../../forms/place.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebRouter } from '../../http/state.ts';

/** Registering an organisation; who does it is its owner. */
export function organisationPage(router: WebRouter): void {
  formPage(router, '/organisations/new', {
    template: newOrganisationPage,
    shape: { name: line(120), ...identityFields, ...placeFields, once },
    load: () => null,
    page: (_, ctx) => ({ legalForms, regions, sectors, values: { once: ctx.deps.ids.next() } }),
    submit: async (input, _, ctx) => {
      const id = await registerOrganisation(ctx.deps, askerOf(ctx), input);
      const known = await isKnownNumber(ctx.deps, { organisationId: id, identifier: input.identifier });
      return `/${ctx.words.language}/my?saved=1${known ? '&known=1' : ''}`;
    },
  });
}
