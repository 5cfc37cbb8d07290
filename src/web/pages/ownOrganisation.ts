import { changeOrganisation } from '../../commands/organisations/changeOrganisation.ts';
import { correctIdentity } from '../../commands/organisations/correctIdentity.ts';
import { renameOrganisation } from '../../commands/organisations/renameOrganisation.ts';
import { line, revision } from '../forms/fields.ts';
import { formAction, formPage } from '../forms/formPage.ts';
import { identityFields } from '../forms/identityFields.ts';
import { placeFields, placeIn } from '../forms/placeFields.ts';
import { askerOf } from '../middleware/signedIn.ts';
import type { WebRouter } from '../state.ts';
import { organisationForm, savedOrganisation } from './organisationForm.ts';
import { organisationPeopleRoutes } from './organisationPeople.ts';

/** An organisation for its people: what it says of itself, its name, and everyone of it. */
export function ownOrganisationPage(router: WebRouter): void {
  formPage(router, '/organisations/:id', {
    ...organisationForm,
    shape: { revision, ...placeFields },
    submit: async (input, { organisation }, ctx) => {
      const said = { ...placeIn(input), organisationId: organisation.id };
      await changeOrganisation(ctx.deps, askerOf(ctx), said);
      return savedOrganisation(ctx);
    },
  });
  formAction(router, '/organisations/:id/name', {
    ...organisationForm,
    shape: { revision, name: line(120) },
    submit: async (input, { organisation }, ctx) => {
      await renameOrganisation(ctx.deps, askerOf(ctx), { ...input, organisationId: organisation.id });
      return savedOrganisation(ctx);
    },
  });
  formAction(router, '/organisations/:id/identity', {
    ...organisationForm,
    shape: { revision, ...identityFields },
    submit: async (input, { organisation }, ctx) => {
      await correctIdentity(ctx.deps, askerOf(ctx), { ...input, organisationId: organisation.id });
      return savedOrganisation(ctx);
    },
  });
  organisationPeopleRoutes(router);
}
