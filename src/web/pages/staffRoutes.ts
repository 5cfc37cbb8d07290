import type { WebRouter } from '../state.ts';
import { calibrationPages } from './calibration.ts';
import { certificatePreviewRoutes } from './certificatePreview.ts';
import { duplicatesPage } from './duplicates.ts';
import { fileTiesPage } from './fileTies.ts';
import { peoplePages } from './people.ts';
import { precedentsPage } from './precedents.ts';
import { reviewerProfilePage } from './reviewerProfile.ts';
import { sessionPages } from './session.ts';
import { sessionsPage } from './sessions.ts';
import { staffAgendaPage } from './staffAgenda.ts';
import { staffAppealPages } from './staffAppeals.ts';
import { staffAssignPage } from './staffAssign.ts';
import { staffBoardPage } from './staffBoard.ts';
import { staffDeliberationPage } from './staffDeliberation.ts';
import { staffFilePage } from './staffFile.ts';
import { staffInformationPage } from './staffInformation.ts';
import { staffModerationPage } from './staffModeration.ts';
import { staffQueuePage } from './staffQueue.ts';
import { staffReviewPage } from './staffReview.ts';
import { staffScreeningPages } from './staffScreening.ts';
import { staffWorkbenchPage } from './staffWorkbench.ts';
import { tiesPage } from './ties.ts';

/** Pages of reviewers, officers and the committee. */
export function staffRoutes(router: WebRouter): void {
  calibrationPages(router);
  precedentsPage(router);
  staffQueuePage(router);
  staffModerationPage(router);
  reviewerProfilePage(router);
  staffReviewPage(router);
  staffWorkbenchPage(router);
  tiesPage(router);
  duplicatesPage(router);
  peoplePages(router);
  fileTiesPage(router);
  staffBoardPage(router);
  staffAssignPage(router);
  staffFilePage(router);
  staffScreeningPages(router);
  staffInformationPage(router);
  staffAgendaPage(router);
  staffDeliberationPage(router);
  staffAppealPages(router);
  certificatePreviewRoutes(router);
  sessionsPage(router);
  sessionPages(router);
}
