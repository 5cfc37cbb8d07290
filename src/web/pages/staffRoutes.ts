import { signedIn } from '../middleware/signedIn.ts';
import type { Web, WebRouter } from '../state.ts';
import { staffAgendaPage } from './staffAgenda.ts';
import { staffBoardPage } from './staffBoard.ts';
import { staffDeliberationPage } from './staffDeliberation.ts';
import { staffFilePage } from './staffFile.ts';
import { staffModerationPage } from './staffModeration.ts';
import { staffQueuePage } from './staffQueue.ts';
import { staffReviewPage } from './staffReview.ts';
import { staffThemePage } from './staffTheme.ts';

/** Pages of reviewers, officers and the committee. */
export function staffRoutes(router: WebRouter, web: Web): void {
  for (const path of ['/review', '/board', '/files', '/committee']) router.use(path, signedIn);
  staffQueuePage(router, web);
  staffModerationPage(router, web);
  staffReviewPage(router, web);
  staffThemePage(router, web);
  staffBoardPage(router, web);
  staffFilePage(router, web);
  staffAgendaPage(router, web);
  staffDeliberationPage(router, web);
}
