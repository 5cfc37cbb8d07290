import { complaintFiguresPage as page } from '../../../templates/pages/complaint/figures.ts';
import { complaintFigures } from '../../commands/complaint/views/complaintFigures.ts';
import type { Web, WebRouter } from '../http/state.ts';

/** How many complaints came, of what kind, and how they ended, for everyone. */
export function complaintFiguresPage(router: WebRouter, { deps }: Web): void {
  router.get('/report/figures', async (ctx) => {
    ctx.render(page, await complaintFigures(deps));
  });
}
