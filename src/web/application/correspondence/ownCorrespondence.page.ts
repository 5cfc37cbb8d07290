import { ownMessagesPage, ownSubjectPage } from '../../../../templates/pages/application/ownMessages.ts';
import type { WebRouter } from '../../http/state.ts';
import { frameView } from '../../views/applicationFrame.view.ts';
import { loadFile } from '../submission/loadFile.ts';
import { correspondencePages } from './correspondencePages.ts';

/** What an organisation and the office write to each other on an application and its label, for its people. */
export function ownCorrespondencePages(router: WebRouter): void {
  correspondencePages(router, {
    side: 'applicant',
    path: '/applications/:id',
    list: ownMessagesPage,
    subject: ownSubjectPage,
    around: async (ctx) => ({ frame: frameView(await loadFile(ctx), ctx.words) }),
  });
}
