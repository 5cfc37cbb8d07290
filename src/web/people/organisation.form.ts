import { organisationPage } from '../../../templates/pages/people/organisation.ts';
import { type OrganisationPage, viewOrganisation } from '../../commands/people/views/viewOrganisation.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext } from '../http/state.ts';
import { organisationHref, organisationView } from '../views/organisation.view.ts';

/** What every form of an organisation's page has: what it is about, and how the page is shown again. */
export const organisationForm = {
  template: organisationPage,
  load: (ctx: WebContext) => viewOrganisation(ctx.deps, askerOf(ctx), ctx.params.id ?? ''),
  page: (page: OrganisationPage, ctx: WebContext) => ({
    ...organisationView(page, ctx.words),
  }),
};

/** Address of the page after something was saved on it. */
export function savedOrganisation(ctx: WebContext): string {
  return `${organisationHref(ctx.words, ctx.params.id ?? '')}?saved=1`;
}
