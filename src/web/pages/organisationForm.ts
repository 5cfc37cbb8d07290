import { type OrganisationPage, viewOrganisation } from '../../commands/organisations/viewOrganisation.ts';
import { legalForms } from '../../register/legalForm.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { organisationHref, organisationView } from '../presenters/organisation.ts';
import type { WebContext } from '../state.ts';

/** What every form of an organisation's page has: what it is about, and how the page is shown again. */
export const organisationForm = {
  template: 'applicant/organisationPage',
  load: (ctx: WebContext) => viewOrganisation(ctx.deps, askerOf(ctx), ctx.params.id ?? ''),
  page: (page: OrganisationPage, ctx: WebContext) => ({
    ...organisationView(page, ctx.words),
    legalForms,
    saved: ctx.query.saved !== undefined,
  }),
};

/** Address of the page after something was saved on it. */
export function savedOrganisation(ctx: WebContext): string {
  return `${organisationHref(ctx.words, ctx.params.id ?? '')}?saved=1`;
}
