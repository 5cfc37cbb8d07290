import {
  changeOrganisation,
  correctIdentity,
  renameOrganisation,
} from '../../commands/people/organisations/changeOrganisation.ts';
import { line, revision } from '../forms/fields.ts';
import { formAction, formPage } from '../forms/formPage.ts';
import { identityFields } from '../forms/identity.ts';
import { placeFields, placeIn } from '../forms/place.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';
import { organisationForm, savedOrganisation } from './organisation.form.ts';
import { organisationPeopleRoutes } from './organisationPeople.page.ts';

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
