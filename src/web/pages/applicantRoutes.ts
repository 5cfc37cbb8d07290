import type { WebRouter } from '../state.ts';
import { appealPage } from './applicantAppeal.ts';
import { applicationPages } from './applicantApplication.ts';
import { computationPage } from './applicantComputation.ts';
import { depositRoutes } from './applicantDeposit.ts';
import { differencesPages } from './applicantDifferences.ts';
import { documentPage } from './applicantDocument.ts';
import { evidencePage } from './applicantEvidence.ts';
import { figuresPage } from './applicantFigures.ts';
import { informationPage } from './applicantInformation.ts';
import { offerPages } from './applicantOffers.ts';
import { organisationPage } from './applicantOrganisation.ts';
import { removalAction } from './applicantRemoval.ts';
import { rivalAction } from './applicantRivals.ts';
import { spacePage } from './applicantSpace.ts';
import { sponsorsPage } from './applicantSponsors.ts';
import { submitPage } from './applicantSubmit.ts';
import { themePage } from './applicantTheme.ts';
import { withdrawPage } from './applicantWithdraw.ts';
import { invitationRoutes } from './invitations.ts';
import { ownOrganisationPage } from './ownOrganisation.ts';
import { sponsorshipPages } from './sponsorships.ts';
import { importPages } from './transferImport.ts';

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
  computationPage(router);
  removalAction(router);
  rivalAction(router);
  submitPage(router);
  depositRoutes(router);
  differencesPages(router);
  informationPage(router);
  withdrawPage(router);
  appealPage(router);
  evidencePage(router);
  documentPage(router);
  sponsorsPage(router);
  sponsorshipPages(router);
  importPages(router);
}
