import { fileMessagesPage, fileSubjectPage } from '../../../templates/pages/desk/fileMessages.ts';
import { correspondencePages } from '../application/correspondence/correspondencePages.ts';
import type { WebRouter } from '../http/state.ts';

/** What the office and an organisation write to each other on a file and its label, for officers. */
export function staffCorrespondencePages(router: WebRouter): void {
  correspondencePages(router, {
    side: 'office',
    path: '/files/:id',
    list: fileMessagesPage,
    subject: fileSubjectPage,
    around: () => ({}),
  });
}
