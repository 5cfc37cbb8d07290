import { signedIn } from '../middleware/signedIn.ts';
import type { Web, WebRouter } from '../state.ts';
import { applicationPages } from './applicantApplication.ts';
import { figuresPage } from './applicantFigures.ts';
import { offerPages } from './applicantOffers.ts';
import { organisationPage } from './applicantOrganisation.ts';
import { spacePage } from './applicantSpace.ts';
import { submitPage } from './applicantSubmit.ts';
import { themePage } from './applicantTheme.ts';

/** Pages of the people of an organisation: for whoever is signed in; what is not theirs is not found. */
export function applicantRoutes(router: WebRouter, web: Web): void {
  for (const path of ['/my', '/organisations', '/applications']) router.use(path, signedIn);
  spacePage(router, web);
  organisationPage(router, web);
  applicationPages(router, web);
  figuresPage(router, web);
  themePage(router, web);
  offerPages(router, web);
  submitPage(router, web);
}
