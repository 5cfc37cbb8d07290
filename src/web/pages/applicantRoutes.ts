import type { WebRouter } from '../state.ts';
import { applicationPages } from './applicantApplication.ts';
import { evidencePage } from './applicantEvidence.ts';
import { figuresPage } from './applicantFigures.ts';
import { offerPages } from './applicantOffers.ts';
import { organisationPage } from './applicantOrganisation.ts';
import { spacePage } from './applicantSpace.ts';
import { submitPage } from './applicantSubmit.ts';
import { themePage } from './applicantTheme.ts';
import { invitationRoutes } from './invitations.ts';
import { ownOrganisationPage } from './ownOrganisation.ts';

/** Pages of the people of an organisation: for whoever is signed in; what is not theirs is not found. */
export function applicantRoutes(router: WebRouter): void {
  spacePage(router);
  invitationRoutes(router);
  organisationPage(router);
  ownOrganisationPage(router);
  applicationPages(router);
  figuresPage(router);
  themePage(router);
  offerPages(router);
  submitPage(router);
  evidencePage(router);
}
