import { listBoard } from '../../commands/listBoard.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { staffBoard } from '../presenters/staffBoard.ts';
import type { Web, WebRouter } from '../state.ts';

/** The officers' board: every submitted file, by state and age. */
export function staffBoardPage(router: WebRouter, { deps }: Web): void {
  router.get('/board', async (ctx) => {
    ctx.render('staff/board', staffBoard(await listBoard(deps, askerOf(ctx)), ctx.words));
  });
}
