import { boardPage } from '../../../templates/pages/desk/board.ts';
import { type BoardPlace, boardStates, listBoard } from '../../commands/desk/listBoard.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { listExport } from '../papers/sendList.ts';
import { staffBoard } from './board.view.ts';
import { boardList } from './boardList.view.ts';

/** The officers' board: every submitted file, by state and age, a page at a time. */
export function staffBoardPage(router: WebRouter): void {
  listExport(router, '/board', (deps, ctx) => boardList(deps, askerOf(ctx), ctx.words));
  router.get('/board', async (ctx) => {
    const after = placeIn(ctx);
    const board = await listBoard(ctx.deps, askerOf(ctx), after);
    ctx.render(boardPage, staffBoard(board, after, ctx.words));
  });
}

/** Where a page begins, from its address: state and id; null for the beginning. */
function placeIn({ query }: WebContext): BoardPlace | null {
  const read = typeof query.after === 'string' ? /^(\w{1,30})~([\w-]{0,40})$/.exec(query.after) : null;
  const state = boardStates.find((known) => known === read?.[1]);
  return state === undefined ? null : { state, id: read?.[2] ?? '' };
}
