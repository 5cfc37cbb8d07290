import { differencesPage } from '../../../../templates/pages/application/differences.ts';
import { compareFile } from '../../../commands/application/selfAssessment/compareFile.ts';
import { requireVisible } from '../../../commands/common/requireVisible.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { differencesView } from './differences.view.ts';
import { loadFile } from './loadFile.ts';

/** What differs between the working copy and the last submission, or between a submission and the one before. */
export function differencesPages(router: WebRouter): void {
  const show = async (ctx: WebContext, n: number | null) => {
    const file = await loadFile(ctx);
    const compared = await compareFile(ctx.deps, askerOf(ctx), { applicationId: file.application.id, n });
    ctx.render(differencesPage, differencesView(file, compared, ctx.words));
  };
  router.get('/applications/:id/differences', (ctx) => show(ctx, null));
  router.get('/applications/:id/differences/:n', (ctx) => {
    const typed = requireVisible(/^[1-9]\d{0,3}$/.test(ctx.params.n ?? '') ? ctx.params.n : null);
    return show(ctx, Number(typed));
  });
}
